# Sourced by the benchmarks. Peers that are absent are named and passed over.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python=${PYTHON:-python3}
peers_python=${DUCKDB_PYTHON:-$python}
runs=${RUNS:-11}

skip() { echo "skipped: $*" >&2; }
has() { command -v "$1" >/dev/null 2>&1 || { skip "$1 is not installed"; return 1; }; }
has_module() {
    "$peers_python" -c "import $1" 2>/dev/null || { skip "no $1 in $peers_python (set DUCKDB_PYTHON)"; return 1; }
}
