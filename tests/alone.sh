#!/usr/bin/env bash
# Whether each source and header of the program and the library includes what it uses, and is free of warnings by itself.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cmake --preset dev -B "$build" --log-level=WARNING -DCMAKE_CXX_FLAGS_DEBUG=-O0 -DCXM_BUILD_TESTS=OFF -DCXM_BUILD_EXAMPLES=OFF \
    -DCMAKE_COMPILE_WARNING_AS_ERROR=ON -DCMAKE_VERIFY_INTERFACE_HEADER_SETS=ON >/dev/null

# The heavy headers are compiled, all else is only read; what a build writes first is not there.
commands() { jq -r ".[] | select(.file | $1) | .command" compile_commands.json; }
cd "$build"
commands 'endswith("cmake_pch.hxx.cxx")' | bash
commands 'test("cmake_pch.hxx.cxx$|/commit.cpp$") | not' | sed 's/$/ -fsyntax-only/' | parallel --joblog log || true
# Of each job a line behind the head: what it exited with is the seventh.
read -r passed failed < <(awk 'NR > 1 { $7 == 0 ? ++good : ++bad } END { print good + 0, bad + 0 }' log)
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
