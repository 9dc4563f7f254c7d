#!/bin/sh
# oneoff.sh CXM_PROGRAM: one NPS from three numbers, against the cost of starting any program, and peers.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: oneoff.sh CXM_PROGRAM}
runs=${RUNS:-301}

add() {   # add NAME COMMAND: a peer counts only if it prints 40
    printed=$(eval "$2")
    case $printed in
    40 | 40.0) echo "$1: $2" >>"$work/commands" ;;
    *) echo "$1 printed '$printed', not 40" >&2; exit 1 ;;
    esac
}

cat >"$work/floor.c" <<'END'
#include <stdio.h>
int main(void) { puts("40"); }
END
if has cc; then
    cc -O2 -static -o "$work/floor" "$work/floor.c"
    add "a static C program that prints 40" "$work/floor"
fi
if has "$cxm"; then add cxm "'$cxm' nps --promoters 300 --passives 100 --detractors 100 --raw"; fi
for awk in mawk gawk; do
    if has $awk; then add $awk "$awk 'BEGIN { p = 300; n = 100; d = 100; print 100 * (p - d) / (p + n + d) }'"; fi
done
if has sqlite3; then add sqlite3 "sqlite3 :memory: 'SELECT 100.0 * (300 - 100) / (300 + 100 + 100)'"; fi
if has mlr; then add Miller "mlr -n put 'end { print 100 * (300 - 100) / (300 + 100 + 100) }'"; fi
real_python=$("$python" -c 'import sys; print(sys.executable)')   # not a wrapper that looks for it
add python3 "'$real_python' -c 'print(100 * (300 - 100) / (300 + 100 + 100))'"

set --
while IFS= read -r line; do set -- "$@" "$line"; done <"$work/commands"
"$python" "$here/pairs.py" --runs "$runs" "$@"
