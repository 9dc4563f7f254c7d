#!/bin/sh
# measures.sh CXM_PROGRAM SURVEY.csv GROUPED.csv: what arithmetic, a median and numbers with grouping marks add to the time
# of a tally, and what a look at the file takes; the second file is one of make_survey.py --grouped.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: measures.sh CXM_PROGRAM SURVEY.csv GROUPED.csv}
by="--format csv --period answered_at:month --by plan"
of_survey="'$cxm' tally '${2:?no survey}' $by"
of_grouped="'$cxm' tally '${3:?no survey with grouping marks}' $by"

"$python" "$here/pairs.py" --runs "$runs" \
    "NPS by month and plan: $of_survey --nps score" \
    "a sum of products with a condition: $of_survey --measure \"revenue=sum spend * score where country != 'US'\"" \
    "a median: $of_survey --measure 'middle=median spend'" \
    "a look: '$cxm' look '$2' --json"
echo
"$python" "$here/pairs.py" --runs "$runs" \
    "a sum: $of_survey --measure 'revenue=sum spend'" \
    "of numbers with grouping marks: $of_grouped --measure 'revenue=sum spend'"
