#!/bin/sh
# sizes.sh CXM_PROGRAM: whether the time of a tally grows with the size alone and its memory not at all; SIZES in MB.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: sizes.sh CXM_PROGRAM}
set --
for size in ${SIZES:-10 100 1000 10000}; do
    file=$work/$size.csv
    "$python" "$here/make_survey.py" "${size}000000" >"$file"
    set -- "$@" "$size MB: '$cxm' tally '$file' --nps score --period answered_at:month --by plan --format csv"
done
"$python" "$here/pairs.py" --runs "${RUNS:-5}" "$@"
