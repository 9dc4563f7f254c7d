#!/usr/bin/env bash
# Feeds bytes to what reads strangers' bytes: tests/fuzz.sh [SECONDS [NAME...]], 300 seconds for every *_fuzz.cpp unless
# said. Needs clang++ with libFuzzer (CXX=clang++-14 names another). What crashes is kept in build/fuzz.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
seconds=${1:-300}
shift || true
compiler=${CXX:-clang++}
checks=address,undefined

cmake -G Ninja -S . -B build/fuzz --log-level=WARNING -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_CXX_FLAGS="-g -O1 -fsanitize=fuzzer-no-link,$checks -fno-sanitize-recover=all" -DCXM_STATIC=OFF \
    -DCXM_BUILD_TESTS=OFF -DCXM_BUILD_EXAMPLES=OFF >/dev/null
cmake --build build/fuzz --target cxm_program

# Files that the cases read are where it starts.
mkdir -p build/fuzz/seeds
find tests/cases -type f \( -name '*.csv' -o -name '*json' \) -size -16k | while read -r file; do
    cp "$file" "build/fuzz/seeds/${file//\//.}"
done
for source in tests/*/*_fuzz.cpp; do
    name=$(basename "$source" .cpp)
    [ $# -eq 0 ] || [[ " $* " == *" $name "* ]] || continue
    "$compiler" -std=c++20 -g -O1 -fsanitize=fuzzer,$checks -fno-sanitize-recover=all -Iinclude -Isrc -Itests \
        "$source" build/fuzz/src/libcxm_program.a -lfmt -lz -lzstd -pthread -o "build/fuzz/$name"
    mkdir -p "build/fuzz/found/$name"
    (cd build/fuzz && "./$name" -max_total_time="$seconds" -max_len=4096 -timeout=20 -print_final_stats=1 \
        -artifact_prefix="$name-" "found/$name" seeds)
done
