#!/usr/bin/env bash
# Counts the same rows here and in SQL engines: tests/engines/run.sh PROGRAM [--engine NAME]… [--rows N] [--seed N]
# What is missing is installed beside the build, in build/engines; an engine that cannot be had is skipped with a word.
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd)
program=$(realpath "$1")
shift
home=$root/build/engines
python=$home/venv/bin/python

missing=()
python3 -c 'import ensurepip' 2> /dev/null || missing+=(python3-venv)
[ -n "$(ls /usr/lib/postgresql/*/bin/initdb 2> /dev/null)" ] || missing+=(postgresql)
command -v java > /dev/null || missing+=(openjdk-17-jre-headless)
if [ ${#missing[@]} -gt 0 ] && [ "$(id -u)" = 0 ]; then
    timeout 60 apt-get update -qq > /dev/null 2>&1 || true
    DEBIAN_FRONTEND=noninteractive timeout 150 apt-get install -qq -y "${missing[@]}" > /dev/null 2>&1 || true
fi
if [ ! -x "$python" ]; then
    mkdir -p "$home"
    python3 -m venv "$home/venv" || { echo "no engine but SQLite: python3 has no venv"; python=python3; }
fi
for package in sqlglot duckdb chdb pyspark; do
    "$python" -c "import $package" 2> /dev/null && continue
    timeout 150 "$python" -m pip install -q --disable-pip-version-check "$package" ||
        echo "$package: not to be had"
done
# A version that has been there for long, beside the newest.
older=$home/duckdb-1.4
[ -d "$older/duckdb" ] ||
    timeout 100 "$python" -m pip install -q --disable-pip-version-check --target "$older" 'duckdb==1.4.*' ||
    echo "duckdb 1.4: not to be had"
passed=0 failed=0
: > "$home/stderr"
# Engines say much on the way; the last line is the count. An engine that ends the whole program is a failure.
count() {
    local last
    "$python" "$root/tests/engines/run.py" "$program" "$@" 2>> "$home/stderr" | tee "$home/stdout" | sed '$d' || true
    last=$(tail -n 1 "$home/stdout")
    if [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed$ ]]; then
        passed=$((passed + BASH_REMATCH[1])) failed=$((failed + BASH_REMATCH[2]))
    else
        echo "$last: the run came to no end"
        failed=$((failed + 1))
    fi
}
count "$@"
if [ $# -eq 0 ]; then
    count --engine spark-workers
    if [ -d "$older/duckdb" ]; then
        echo "once more, with duckdb 1.4"
        PYTHONPATH=$older count --engine duckdb --rows 300
    fi
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
