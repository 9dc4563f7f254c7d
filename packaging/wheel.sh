#!/usr/bin/env bash
# Makes the wheel and the source distribution for Python's package index: packaging/wheel.sh [FOLDER], dist unless named.
# The wheel holds the static program alone, for any Python and any Linux of this processor.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "${1:-dist}"
to=$(cd "${1:-dist}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the program is built from: no tests, no docs, of the data what `cxm demo` writes.
tree=$work/cxm
mkdir -p "$tree/examples/data"
cp -r "$root"/{CMakeLists.txt,README.md,LICENSE,CHANGELOG.md,src,include,packaging} "$tree"
cp "$root"/examples/data/{shop,survey,orders}.csv "$tree/examples/data"
# A source distribution has no git to ask for its commit.
commit=$(git -C "$root" describe --always --dirty --exclude '*' --abbrev=12 2>/dev/null || true)
sed "s/CXM_COMMIT = \"\"/CXM_COMMIT = \"$commit\"/" "$root/packaging/python/pyproject.toml" >"$tree/pyproject.toml"

python3 -m venv "$work/venv"
"$work/venv/bin/pip" install -q build wheel
"$work/venv/bin/python" -m build --outdir "$work/dist" "$tree" >"$work/log" 2>&1 || { cat "$work/log" >&2; exit 1; }
machine=$(uname -m)
"$work/venv/bin/wheel" tags --remove --platform-tag "manylinux_2_17_$machine.musllinux_1_1_$machine" "$work"/dist/*.whl >/dev/null
mv "$work"/dist/* "$to"
