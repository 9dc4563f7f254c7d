#!/usr/bin/env bash
# Holds the sample data to their rules, as a pipeline would: examples/ci/check.sh [PROGRAM]
#
# On GitHub the verdicts become annotations and a summary of the job; elsewhere they are a table and a JUnit file.
set -euo pipefail
program=$(command -v "${1:-cxm}") || { echo "usage: examples/ci/check.sh PROGRAM" >&2 && exit 2; }
program=$(cd "$(dirname "$program")" && pwd)/$(basename "$program")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

check() {
    "$program" check examples/data/shop.csv --rules examples/ci/rules.json --targets examples/ci/targets.json "$@"
}

if [ -n "${GITHUB_STEP_SUMMARY:-}" ]; then
    check --format markdown >>"$GITHUB_STEP_SUMMARY" || true
    check --format github
elif [ -n "${GITLAB_CI:-}" ]; then
    check --format junit -o "${CI_PROJECT_DIR:-.}/cxm-checks.xml" || true
    check
else
    check
fi
