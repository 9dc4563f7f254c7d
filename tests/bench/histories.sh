#!/bin/sh
# histories.sh CXM_PROGRAM ORDERS EVENTS PATHS: histories of a million people (make_histories.py); a cohort grid, repeat
# purchase and a funnel against DuckDB and ClickHouse's windowFunnel, and a Markov chain.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: histories.sh CXM_PROGRAM ORDERS EVENTS PATHS}
orders=$2 events=$3 paths=$4
runs=${RUNS:-5}

add() {   # add NAME COMMAND: keeps what it prints to compare it with the others'
    command=$(printf '%s' "$2" | tr -s '\n ' ' ')
    eval "$command" >"$work/$1.csv"
    printf '%s: %s\n' "$1" "$command" >>"$work/commands"
}

compare() {   # compare TITLE KEYS VALUES: the table of what was added
    printf '\n%s\n\n' "$1"
    if [ "$(wc -l <"$work/commands")" -gt 1 ]; then
        "$python" "$here/agree.py" --keys "$2" --values "$3" "$work"/*.csv
    fi
    (IFS='
'; set -f; "$python" "$here/pairs.py" --runs "$runs" $(cat "$work/commands"))
    rm -f "$work"/*.csv "$work/commands"
}

add cxm "'$cxm' cohorts '$orders' --people customer_id,ordered_at --format csv"
if has_module duckdb; then
    add DuckDB "'$peers_python' '$here/duck.py' \"COPY (WITH months AS (SELECT DISTINCT customer_id,
        date_trunc('month', ordered_at) AS month FROM read_csv('$orders')), firsts AS (SELECT customer_id,
        min(month) AS first FROM months GROUP BY customer_id) SELECT strftime(first, '%Y-%m') AS cohort,
        datediff('month', first, month) AS age, count(*) AS customers_active FROM months JOIN firsts USING
        (customer_id) GROUP BY ALL) TO '/dev/stdout' (HEADER)\""
fi
compare "cohort grid by month" cohort,age customers_active

add cxm "'$cxm' tally '$orders' --orders customer_id,ordered_at --period :month --format csv"
if has_module duckdb; then
    add DuckDB "'$peers_python' '$here/duck.py' \"COPY (WITH months AS (SELECT customer_id,
        date_trunc('month', ordered_at) AS month, count(DISTINCT ordered_at) AS orders FROM read_csv('$orders') GROUP BY
        ALL), firsts AS (SELECT customer_id, min(month) AS first FROM months GROUP BY customer_id) SELECT
        strftime(month, '%Y-%m') AS period, count(*) AS customers_active, count(*) FILTER (month > first OR orders > 1)
        AS customers_returning FROM months JOIN firsts USING (customer_id) GROUP BY month) TO '/dev/stdout' (HEADER)\""
fi
compare "repeat purchase by month" period customers_active,customers_returning

steps="--step \"visit: event = 'visit'\" --step \"cart: event = 'cart'\" --step \"buy: event = 'buy'\" --within 7d"
add cxm "'$cxm' funnel '$events' --people user,at $steps --format csv"
if has_module duckdb; then
    # The latest visit before a cart, and the latest such visit before a purchase: what begins later ends later.
    by_time='PARTITION BY \"user\" ORDER BY \"at\", place ROWS UNBOUNDED PRECEDING'
    add DuckDB "'$peers_python' '$here/duck.py' \"COPY (WITH rows_read AS (SELECT \\\"user\\\", \\\"at\\\", event,
        CASE event WHEN 'visit' THEN 0 WHEN 'cart' THEN 1 ELSE 2 END AS place FROM read_csv('$events')), visits AS
        (SELECT *, max(CASE WHEN event = 'visit' THEN \\\"at\\\" END) OVER ($by_time) AS visit FROM rows_read), carts AS
        (SELECT *, max(CASE WHEN event = 'cart' AND \\\"at\\\" <= visit + INTERVAL 7 DAY THEN visit END) OVER ($by_time) AS
        start FROM visits), counts AS (SELECT count(DISTINCT CASE WHEN event = 'visit' THEN \\\"user\\\" END) AS a,
        count(DISTINCT CASE WHEN event = 'cart' AND \\\"at\\\" <= visit + INTERVAL 7 DAY THEN \\\"user\\\" END) AS b,
        count(DISTINCT CASE WHEN event = 'buy' AND \\\"at\\\" <= start + INTERVAL 7 DAY THEN \\\"user\\\" END) AS c FROM carts)
        SELECT 'visit' AS step, a AS people FROM counts UNION ALL SELECT 'cart', b FROM counts UNION ALL
        SELECT 'buy', c FROM counts) TO '/dev/stdout' (HEADER)\""
fi
if has_module chdb; then
    add ClickHouse "'$peers_python' '$here/house.py' \"WITH levels AS (SELECT windowFunnel(604800)(at, event = 'visit',
        event = 'cart', event = 'buy') AS level FROM file('$events', CSVWithNames, 'user String, at DateTime, event
        String') GROUP BY user), counts AS (SELECT [countIf(level >= 1), countIf(level >= 2), countIf(level >= 3)] AS n
        FROM levels) SELECT t.1 AS step, t.2 AS people FROM counts ARRAY JOIN arrayZip(['visit', 'cart', 'buy'], n) AS
        t\""
fi
compare "funnel of three steps within 7 days" step people

add cxm "'$cxm' attribute '$paths' --paths path,conversions,nulls --model markov --format csv"
compare "Markov chain of paths" channel conversions
