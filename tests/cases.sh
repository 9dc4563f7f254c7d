#!/usr/bin/env bash
# Runs the black-box cases: tests/cases.sh PROGRAM [--update] [--locale NAME] [FILTER...]
#
# A case is a folder tests/cases/<command>/<name> with
#   cmd      one line of shell, run in a copy of the folder with `cxm` on the PATH
#   expout   its stdout; none: stdout must be empty
#   experr   its stderr; none: stderr must be empty
#   exit     its exit code; none: 0
# and any other files that cmd reads, where they are those of examples/data as links. --update writes what happens as what
# is expected. --locale runs the program, and nothing else, under another locale. A FILTER is a part of a case's path.
set -euo pipefail

# One case; says what differs and fails, or updates.
run_case() {
    local folder=$1 name=${1#"$cases"/} status=0 code=0 part
    local work=$scratch/${name//\//.}
    mkdir "$work"
    cp -RL "$folder" "$work/here"
    (
        cd "$work/here"
        rm -f expout experr exit
        env -i PATH="$scratch/bin:$PATH" HOME="$work" TMPDIR="$work" LC_ALL=C.UTF-8 TZ=UTC COLUMNS=80 \
            ${ASAN_OPTIONS+ASAN_OPTIONS="$ASAN_OPTIONS"} ${UBSAN_OPTIONS+UBSAN_OPTIONS="$UBSAN_OPTIONS"} \
            bash cmd </dev/null >"$work/expout" 2>"$work/experr"
    ) || code=$?
    : >"$work/exit"
    if [ "$code" -ne 0 ]; then
        echo "$code" >"$work/exit"
    fi
    for part in expout experr exit; do
        if [ "$update" = yes ]; then
            if [ -s "$work/$part" ]; then cp "$work/$part" "$folder/$part"; else rm -f "$folder/$part"; fi
        elif [ -e "$folder/$part" ]; then
            diff -au --label "expected $part" --label "actual $part" "$folder/$part" "$work/$part" || status=1
        elif [ -s "$work/$part" ]; then
            diff -au --label "expected $part" --label "actual $part" /dev/null "$work/$part" || status=1
        fi
    done >"$work/diff" 2>&1
    if [ $status -ne 0 ]; then
        printf 'FAILED %s: %s\n%s\n\n' "$name" "$(<"$folder/cmd")" "$(<"$work/diff")"
        echo "$name" >>"$scratch/failed"
    fi
}

if [ "${1:-}" = --run ]; then
    shift
    for folder in "$@"; do
        run_case "$folder"
    done
    exit 0
fi

usage() {
    sed -n '2,/^set/{/^#/s/^# \{0,1\}//p}' "${BASH_SOURCE[0]}" >&2
    exit 2
}

[ $# -gt 0 ] && [ -x "$1" ] || usage
program=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
shift
update=no locale= filters=()
while [ $# -gt 0 ]; do
    case $1 in
        --update) update=yes ;;
        --locale) locale=${2:?} && shift ;;
        -*) usage ;;
        *) filters+=("$1") ;;
    esac
    shift
done

cases=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/cases
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/bin"
if [ -n "$locale" ]; then
    # A case that asks for a locale of its own keeps it.
    printf '#!/bin/sh\n[ "$LC_ALL" != C.UTF-8 ] || export LC_ALL=%s LANG=%s\nexec "%s" "$@"\n' \
        "$locale" "$locale" "$program" >"$scratch/bin/cxm"
    chmod +x "$scratch/bin/cxm"
else
    ln -s "$program" "$scratch/bin/cxm"
fi

folders=()
while read -r folder; do
    if [ ${#filters[@]} -gt 0 ]; then
        matches=no
        for filter in "${filters[@]}"; do
            [[ $folder/ == *"$filter"* ]] && matches=yes
        done
        [ $matches = yes ] || continue
    fi
    folders+=("$folder")
done < <(find "$cases" -mindepth 3 -name cmd 2>/dev/null | sed 's,/cmd$,,' | sort)
if [ ${#folders[@]} -eq 0 ]; then
    echo "no cases${filters[*]:+ match ${filters[*]}}" >&2
    exit 2
fi

export cases scratch update
jobs=$(getconf _NPROCESSORS_ONLN)
printf '%s\0' "${folders[@]}" | xargs -0 -P "$jobs" -n 8 "$BASH" "${BASH_SOURCE[0]}" --run
if [ $update = yes ]; then
    echo "${#folders[@]} cases hold what happened; git diff shows what changed"
    exit 0
fi
touch "$scratch/failed"
failed=$(wc -l <"$scratch/failed" | tr -d ' ')
echo "$((${#folders[@]} - failed)) passed, $failed failed"
[ "$failed" -eq 0 ]
