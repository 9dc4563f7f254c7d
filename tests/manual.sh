#!/usr/bin/env bash
# Whether the manual's pages are well formed, one for each command: tests/manual.sh PROGRAM
set -euo pipefail
program=$(realpath "${1:?usage: tests/manual.sh PROGRAM}")
pages=$(mktemp -d)
trap 'rm -rf "$pages"' EXIT
cmake -DPROGRAM="$program" -DTO="$pages" -P "$(dirname "${BASH_SOURCE[0]}")/../packaging/write_manual.cmake"

passed=0 failed=0
for page in "$pages"/man1/*.1; do
    # The other pages are not where it looks for them.
    if complaints=$(mandoc -T lint "$page" | grep -v 'STYLE: referenced manual not found: Xr cxm'); then
        echo "FAILED: $complaints"
        failed=$((failed + 1))
    else
        passed=$((passed + 1))
    fi
done
commands=$("$program" export cli | jq '.commands | length')
if [ "$((passed + failed))" -ne "$((commands + 1))" ]; then
    echo "FAILED: $((passed + failed)) pages for $commands commands and the program"
    failed=$((failed + 1))
fi
# The version and the day on the pages are those of the changelog.
said=$(sed -n 's/^## \[\([0-9.]*\)\] - \(.*\)$/\1 \2/p' "$(dirname "${BASH_SOURCE[0]}")/../CHANGELOG.md" | head -n 1)
pages_say="$("$program" version | tr -cd '0-9.') $(date -d "$(sed -n 's/^\.Dd //p' "$pages/man1/cxm.1")" +%F)"
if [ "$said" = "$pages_say" ]; then
    passed=$((passed + 1))
else
    echo "FAILED: the changelog says $said, the manual $pages_say"
    failed=$((failed + 1))
fi
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
