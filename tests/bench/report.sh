#!/bin/sh
# report.sh CXM_PROGRAM: eight metrics of N (1,000,000) records to a wide CSV file, against DuckDB on two threads.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: report.sh CXM_PROGRAM}
n=${N:-1000000}
metrics=churn,nps,csat,ctr,conversion,return_rate,open_rate,response_rate
picked=$(echo "--metric $metrics" | sed 's/,/ --metric /g')
has "$cxm" && with_cxm=1 || with_cxm=
has_module duckdb && with_duck=1 || with_duck=

sql() {   # sql SOURCE OUT
    echo "COPY (SELECT period, store, customers_lost / customers_start AS churn,
          100 * (promoters - detractors) / (promoters + passives + detractors) AS nps,
          csat_satisfied / csat_answers AS csat, clicks / impressions AS ctr, conversions / visitors AS conversion,
          items_returned / items_sold AS return_rate, emails_opened / emails_delivered AS open_rate,
          (promoters + passives + detractors) / surveys_sent AS response_rate
          FROM $1) TO '$2' (HEADER)" | tr -s '\n ' ' '
}

for format in ndjson json csv; do
    records=$work/records.$format
    "$python" "$here/make_records.py" "$n" --format $format >"$records"
    case $format in csv) source="read_csv('$records')" ;; *) source="read_json('$records')" ;; esac
    query=$(sql "$source" "$work/duckdb.csv")
    ask="report '$records' --format csv --wide $picked -o '$work/cxm.csv'"

    [ "$with_cxm" ] && eval "\"$cxm\" $ask"
    [ "$with_duck" ] && "$peers_python" "$here/duck.py" "$query"
    if [ "$with_cxm" ] && [ "$with_duck" ]; then
        "$python" "$here/agree.py" --keys period,store --values $metrics --within 1e-12 \
            "$work/cxm.csv" "$work/duckdb.csv"
    fi
    set --
    [ "$with_cxm" ] && set -- "$@" "cxm: '$cxm' $ask"
    [ "$with_duck" ] && set -- "$@" "DuckDB: '$peers_python' '$here/duck.py' \"$query\"" \
        "(python and import duckdb alone): '$peers_python' -c 'import duckdb'"
    [ $# -gt 0 ] || exit 1
    printf '\n%s records, %s, %s bytes\n\n' "$n" $format "$(wc -c <"$records")"
    "$python" "$here/pairs.py" --runs "$runs" "$@"
    rm "$records"
done
