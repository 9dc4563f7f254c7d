#!/usr/bin/env bash
# Opens pages of every kind in a browser, looks for what only a browser sees: tests/page/browser.sh PROGRAM [FOLDER]
# Pictures go into FOLDER where one is named. Chromium is installed where that can be done; ends with 77, skipped, where
# there is none, nor node or npm.
set -euo pipefail
program=$(realpath "$1")
pictures=${2:+$(mkdir -p "$2" && realpath "$2")}
here=$(cd "$(dirname "$0")" && pwd)
find_browser() { command -v chromium || command -v chromium-browser || true; }
if [ -z "$(find_browser)" ] && [ "$(id -u)" = 0 ] && command -v apt-get > /dev/null; then
    apt-get install -y -qq --no-install-recommends chromium > /dev/null 2>&1 ||
        { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium; } > /dev/null 2>&1 || true
fi
browser=$(find_browser)
if [ -z "$browser" ] || ! command -v npm > /dev/null || ! command -v node > /dev/null; then
    echo "skipped: needs chromium, node and npm"
    exit 77
fi
modules=${XDG_CACHE_HOME:-$HOME/.cache}/cxm-page-tests
mkdir -p "$modules"
if ! [ -d "$modules/node_modules/playwright-core" ] &&
    ! (cd "$modules" && npm install --silent --no-fund --no-audit playwright-core@1 @axe-core/playwright@4 > /dev/null 2>&1); then
    echo "skipped: playwright-core and @axe-core/playwright cannot be had from npm"
    exit 77
fi
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
python3 "$here/../page.py" "$program" --write "$pages"
cp "$here/browser.mjs" "$pages"
ln -s "$modules/node_modules" "$pages/node_modules"
node "$pages/browser.mjs" "$browser" "$pages" ${pictures:+"$pictures"}
