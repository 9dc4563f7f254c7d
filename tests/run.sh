#!/usr/bin/env bash
# Builds everything and runs every test: tests/run.sh [PRESET], from a fresh clone too. The preset is dev unless named.
set -euo pipefail
preset=${1:-dev}
cd "$(dirname "${BASH_SOURCE[0]}")/.."
jobs=$(getconf _NPROCESSORS_ONLN)

tests/setup.sh tests
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache CCACHE_SLOPPINESS=pch_defines,time_macros
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
cmake --preset "$preset" --log-level=WARNING >"$log" 2>&1 || { cat "$log" >&2; exit 1; }
cmake --build --preset "$preset" --parallel "$jobs"
ctest --preset "$preset" --parallel "$jobs" | tee "$log" || true

# "100% tests passed, 0 tests failed out of 9"
read -r failed total < <(sed -n 's/.* \([0-9]*\) tests failed out of \([0-9]*\)$/\1 \2/p' "$log")
echo "$((total - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
