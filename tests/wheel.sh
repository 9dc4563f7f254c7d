#!/usr/bin/env bash
# Makes the wheel from the source distribution, installs it where nothing else is, and tries it: tests/wheel.sh PROGRAM.
# Built in a folder of its own, its program must be that of the release build, to the byte.
set -uo pipefail
program=$(realpath "${1:?usage: tests/wheel.sh PROGRAM}")
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

holds() {
    local what=$1
    shift
    if "$@" >"$work/said" 2>&1; then
        passed=$((passed + 1))
    else
        echo "FAILED: $what"
        cat "$work/said"
        failed=$((failed + 1))
    fi
}

venv=$work/venv
if ! python3 -m venv "$venv" >"$work/said" 2>&1 || ! "$venv/bin/pip" download -q --no-deps -d "$work" build >"$work/said" 2>&1; then
    echo "not tried: no virtual environment here, or no package index"
    echo "0 passed, 0 failed"
    exit 0
fi

# The sizes of tests and of data would be most of it.
holds_sources_alone() {
    tar -tzf "$work"/dist/*.tar.gz >"$work/names"
    grep -q '/src/main.cpp$' "$work/names" && ! grep -E '/(tests|docs|build)/|/examples/data/.*/' "$work/names"
}
installs() { "$venv/bin/pip" install -q --no-index "$work"/dist/*.whl; }
is_program_itself() { [ "$(head -c 4 "$venv/bin/cxm" | tail -c 3)" = ELF ]; }
is_release() { strip -o "$work/release" "$program" && strip -o "$work/installed" "$venv/bin/cxm" && cmp "$work/release" "$work/installed"; }
reports() {
    (cd "$work" && "$venv/bin/cxm" demo && "$venv/bin/cxm" report cxm-demo/shop.csv --metric nps,churn) | grep '^nps by segment'
}
leaves() { "$venv/bin/pip" uninstall -q -y cxm-metrics && [ ! -e "$venv/bin/cxm" ]; }

holds "the wheel is made" packaging/wheel.sh "$work/dist"
holds "the source distribution has what the program is built of, and no more" holds_sources_alone
holds "the wheel installs with nothing else" installs
holds "the command is the program itself" is_program_itself
holds "the program of another folder is the same to the byte" is_release
holds "the first report comes from the demo's files" reports
holds "the wheel is removed with its command" leaves

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
