#!/bin/sh
# forecasts.sh CXM_PROGRAM [CDNOW.csv]: forecasts of customers. With a file of the CDNOW customers' orders (customer_id, date, …,
# which is not here), BG/NBD and Pareto/NBD from the csv to the holdout against lifetimes (LIFETIMES_PYTHON, a python that has
# it); then CUSTOMERS customers (1,000,000, ten orders each) by cxm alone.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: forecasts.sh CXM_PROGRAM [CDNOW.csv]}
cdnow=${2:-}
peer=${LIFETIMES_PYTHON:-$python}
end=1997-09-30

if [ -n "$cdnow" ] && has "$cxm" && "$peer" -c 'import lifetimes' 2>"$work/why"; then
    for model in bgnbd pareto; do
        ours="'$cxm' customers '$cdnow' --orders customer_id,date --end $end --model $model --format csv"
        theirs="'$peer' '$here/lifetimes_peer.py' $model '$cdnow' $end"
        "$cxm" customers "$cdnow" --orders customer_id,date --end $end --model $model --first 1 | grep -e '^Tested' -e ^Purchases \
            -e '^The model' >&2 || true
        echo "lifetimes, $model: $(eval "$theirs" 2>/dev/null)" >&2
        echo
        "$python" "$here/pairs.py" --runs "$runs" "cxm, $model: $ours" "lifetimes, $model: $theirs"
    done
else
    skip "CDNOW: no file, or no lifetimes in $peer (set LIFETIMES_PYTHON)"
fi

"$here/make_orders.py" "${CUSTOMERS:-1000000}" >"$work/orders.csv"
echo "$(($(wc -l <"$work/orders.csv") - 1)) orders" >&2
echo
"$python" "$here/pairs.py" --runs "${BIG_RUNS:-3}" \
    "cxm, all customers listed: '$cxm' customers '$work/orders.csv' --orders customer,ordered_at,amount --format csv" \
    "cxm, ten listed: '$cxm' customers '$work/orders.csv' --orders customer,ordered_at,amount"
