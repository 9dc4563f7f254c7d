#!/bin/sh
# tally.sh CXM_PROGRAM FILE…: NPS counts by month and plan of raw answers (make_survey.py); each FILE .csv or .ndjson.
. "$(dirname "$0")/common.sh"
cxm=${1:?usage: tally.sh CXM_PROGRAM FILE...}
shift
runs=${RUNS:-5}
counts="count(*) FILTER (WHERE score >= 9) AS promoters, count(*) FILTER (WHERE score BETWEEN 7 AND 8) AS passives,
        count(*) FILTER (WHERE score <= 6) AS detractors"

add() {   # add NAME COMMAND: keeps the counts it prints to compare them with the others'
    command=$(printf '%s' "$2" | tr -s '\n ' ' ')
    eval "$command" >"$work/$1.csv"
    printf '%s: %s\n' "$1" "$command" >>"$work/commands"
}

duck() {   # duck SOURCE MONTH
    printf '%s' "COPY (SELECT $2 AS period, plan, $counts FROM $1 WHERE score IS NOT NULL GROUP BY ALL)
        TO '/dev/stdout' (HEADER)"
}

peers_of_both() {   # FILE READER MONTH TOLD: how DuckDB reads it, finds the month by itself, and is told the columns
    if has "$cxm"; then add cxm "'$cxm' tally '$1' --nps score --period answered_at:month --by plan --format csv"; fi
    if has_module duckdb; then
        by_itself=$(duck "$2('$1')" "$3")
        told=$(duck "$2('$1', $4)" "answered_at[1:7]")
        add DuckDB "'$peers_python' '$here/duck.py' \"$by_itself\""
        add "DuckDB, told the columns" "'$peers_python' '$here/duck.py' \"$told\""
    fi
    for library in polars pandas; do
        if has_module $library; then add $library "'$peers_python' '$here/frames.py' $library '$1'"; fi
    done
}

miller() {   # miller FLAG FILE
    has mlr || return 0
    add Miller "mlr $1 --ocsv filter 'is_not_null(\$score)' then put '\$period = substr(\$answered_at, 0, 6);
        \$promoters = \$score >= 9 ? 1 : 0; \$detractors = \$score <= 6 ? 1 : 0;
        \$passives = 1 - \$promoters - \$detractors' then stats1 -a sum -f promoters,passives,detractors -g period,plan
        then rename -r '_sum\$,' '$2'"
}

peers_of_csv() {
    types="{'id': 'VARCHAR', 'answered_at': 'VARCHAR', 'country': 'VARCHAR', 'plan': 'VARCHAR', 'channel': 'VARCHAR',
            'score': 'INTEGER', 'comment': 'VARCHAR', 'spend': 'VARCHAR'}"
    peers_of_both "$1" read_csv "strftime(answered_at, '%Y-%m')" \
        "header = true, auto_detect = false, quote = '\\\"', escape = '\\\"', columns = $types"
    miller --icsv "$1"
    by_group="SELECT period, plan, $counts FROM (SELECT substr(answered_at, 1, 7) AS period, plan,
        CAST(score AS INTEGER) AS score FROM answers WHERE score <> '') GROUP BY 1, 2"
    if has sqlite3; then
        add "sqlite3, import and query" "sqlite3 -csv -header :memory: '.import --csv \"$1\" answers' \"$by_group\""
    fi
    if [ "$(wc -c <"$1")" -gt 200000000 ]; then
        skip "csvkit, which needs some 15 times the file in memory"
    elif has csvsql; then
        add csvkit "csvsql --no-inference --snifflimit 0 --tables answers --query \"$by_group\" '$1'"
    fi
    if grep -q -m 1 '"' "$1"; then
        skip "awk, which does not know quoted cells: make_survey.py --clean"
        return 0
    fi
    for awk in mawk gawk; do
        if has $awk; then
            add $awk "$awk -F, 'NR > 1 && \$6 != \"\" { k = substr(\$2, 1, 7) FS \$4; seen[k]; if (\$6 >= 9) p[k]++;
                else if (\$6 <= 6) d[k]++; else n[k]++ } END { print \"period,plan,promoters,passives,detractors\";
                for (k in seen) print k FS p[k]+0 FS n[k]+0 FS d[k]+0 }' '$1'"
        fi
    done
}

peers_of_ndjson() {
    peers_of_both "$1" read_json "CAST(answered_at AS VARCHAR)[1:7]" "format = 'newline_delimited',
        columns = {'answered_at': 'VARCHAR', 'plan': 'VARCHAR', 'score': 'INTEGER'}"
    miller --ijsonl "$1"
    if has jq; then
        add jq "jq -rn 'reduce (inputs | select(.score != null)) as \$a ({}; .[\$a.answered_at[:7] + \",\" + \$a.plan]
            [if \$a.score >= 9 then \"p\" elif \$a.score >= 7 then \"n\" else \"d\" end] += 1)
            | \"period,plan,promoters,passives,detractors\",
              (to_entries[] | \"\\(.key),\\(.value.p // 0),\\(.value.n // 0),\\(.value.d // 0)\")' '$1'"
    fi
}

for file; do
    : >"$work/commands"
    rm -f "$work"/*.csv
    case $file in
    *.csv) peers_of_csv "$file" ;;
    *.ndjson) peers_of_ndjson "$file" ;;
    *) echo "$file: neither .csv nor .ndjson" >&2; exit 2 ;;
    esac
    "$python" "$here/agree.py" --keys period,plan --values promoters,passives,detractors "$work"/*.csv
    printf '\n%s, %s bytes\n\n' "$(basename "$file")" "$(wc -c <"$file")"
    set --
    while IFS= read -r line; do set -- "$@" "$line"; done <"$work/commands"
    "$python" "$here/pairs.py" --runs "$runs" --slow "${SLOW:-20}" "$@" "cat, to /dev/null: cat '$file'"
done
