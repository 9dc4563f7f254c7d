#!/usr/bin/env bash
# Runs the checks of the workflow snippets in examples/ci as shell, on the sample data: tests/snippets.sh PROGRAM
set -euo pipefail
[ $# -eq 1 ] && [ -x "$1" ] || { sed -n 2p "${BASH_SOURCE[0]}" >&2 && exit 2; }
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
examples=$(cd "$(dirname "${BASH_SOURCE[0]}")/../examples" && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin" "$scratch/data"
ln -s "$program" "$scratch/bin/cxm"
cp "$examples/data/shop.csv" "$scratch/data"
cp "$examples"/ci/*.json "$scratch"

# The lines of a snippet that call cxm or end the job.
commands_of() {
    sed -nE 's/^ *(- |run: )(.*)/\2/p' "$examples/ci/$1" | grep -E '^(cxm check|exit) '
}

passed=0 failed=0
# snippet, rules, the exit code of its job
expect() {
    local snippet=$1 code=$3 got=0 lines
    [ -z "$2" ] || echo "$2" >"$scratch/rules.json"
    lines=$(commands_of "$snippet")
    (cd "$scratch" && PATH="$scratch/bin:$PATH" GITHUB_STEP_SUMMARY=summary.md bash -ec "$lines" >out 2>&1) || got=$?
    if [ "$got" -eq "$code" ] && [ -n "$lines" ]; then
        passed=$((passed + 1))
    else
        echo "FAILED: $snippet exits with $got, not $code" && cat "$scratch/out"
        failed=$((failed + 1))
    fi
}

for snippet in github-actions.yml gitlab-ci.yml; do
    cp "$examples/ci/rules.json" "$scratch"
    expect $snippet "" 0
    expect $snippet '{"rules": ["churn <= 1%"]}' 1
    expect $snippet '{"rules": ["churn <= 5"]}' 2
done
for written in summary.md checks.xml; do
    [ -s "$scratch/$written" ] || { echo "FAILED: no $written" && failed=$((failed + 1)); }
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
