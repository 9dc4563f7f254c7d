#!/usr/bin/env bash
# What must not compile: tests/fail.sh COMPILER
#
# The first line of every tests/fail/*.cpp is `// error: REGEX`, which the compiler's complaint must match.
# With -DFIXED the same file must compile, so that it fails for that reason and no other.
set -euo pipefail
compiler=${1:?usage: tests/fail.sh COMPILER}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
passed=0 failed=0

complain() {
    printf 'FAILED %s: %s\n%s\n' "$(basename "$source")" "$1" "$2"
    failed=$((failed + 1))
}

for source in "$here"/fail/*.cpp; do
    check=("$compiler" -std=c++20 -fsyntax-only -I "$here/../include")
    regex=$(sed -n '1s,^// error: ,,p' "$source")
    if [ -z "$regex" ]; then
        complain "its first line is not '// error: REGEX'" ""
    elif said=$("${check[@]}" "$source" 2>&1); then
        complain "it compiles" ""
    elif ! grep -Eq "error: .*($regex)|($regex).*error" <<<"$said"; then
        complain "no error matches '$regex'" "$said"
    elif ! said=$("${check[@]}" -DFIXED "$source" 2>&1); then
        complain "it does not compile with -DFIXED" "$said"
    else
        passed=$((passed + 1))
    fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
