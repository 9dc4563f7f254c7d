#!/bin/sh
# richer.sh CXM_PROGRAM SURVEY.csv CUSTOMERS.csv: what a condition, a sum, more labels and distinct texts add to the time of
# a tally; the second file is one of make_survey.py --customers 1000000.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: richer.sh CXM_PROGRAM SURVEY.csv CUSTOMERS.csv}
of_survey="'$cxm' tally '${2:?no survey}' --format csv --nps score --period answered_at:month --by plan"
of_customers="'$cxm' tally '${3:?no survey of customers}' --format csv --nps score"
where="--where \"country != 'US'\""
sum="--measure 'revenue=sum spend'"
distinct="--measure 'visitors=distinct id'"

"$python" "$here/pairs.py" --runs "$runs" \
    "NPS by month and plan: $of_survey" \
    "with two more labels: $of_survey --by country --by channel" \
    "with a condition: $of_survey $where" \
    "with a sum: $of_survey $sum" \
    "with all of these: $of_survey --by country --by channel $where $sum"
echo
"$python" "$here/pairs.py" --runs "$runs" \
    "NPS by month and plan: $of_customers --period answered_at:month --by plan" \
    "with the number of customers, in all: $of_customers $distinct" \
    "the same by plan: $of_customers --by plan $distinct" \
    "the same by month and plan: $of_customers --by plan --period answered_at:month $distinct"
