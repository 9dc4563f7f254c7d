#!/usr/bin/env bash
# From a fresh clone to a first report: installs what is missing, builds the program, runs it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

tests/setup.sh program
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache
fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT
if [ ! -x build/release/bin/cxm ]; then
    echo "Building cxm, once; this takes some three minutes on two cores."
fi
if ! { cmake --preset release && cmake --build --preset release; } >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi

run() {
    echo "\$ $*"
    "$@"
}
PATH=$PWD/build/release/bin:$PATH
run cxm report examples/data/shop.csv
cat <<'END'

Next, with the program in build/release/bin/cxm (`cmake --install build/release` puts it in place):
  cxm report YOUR.csv      your own records: a header of measures, a row a period
  cxm list                 every metric and what it needs
  cxm explain nps          one of them: formula, meaning, pitfalls
  README.md, docs/         the rest
END
