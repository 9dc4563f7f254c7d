#!/usr/bin/env bash
# Whether the generated files in docs/ are what the program says today: tests/docs.sh PROGRAM [--update]
set -euo pipefail
program=${1:?usage: tests/docs.sh PROGRAM [--update]}
docs=$(cd "$(dirname "${BASH_SOURCE[0]}")/../docs" && pwd)
scratch=$(mktemp)
trap 'rm -f "$scratch"' EXIT

# what `cxm export` calls it, and the file
generated='
metrics-doc     metrics.md
catalogue       catalogue.json
schema          schemas/records.schema.json
rules-schema    schemas/rules.schema.json
targets-schema  schemas/targets.schema.json
check-schema    schemas/check.schema.json
funnel-schema          schemas/funnel.schema.json
funnel-change-schema   schemas/funnel-change.schema.json
cohorts-schema         schemas/cohorts.schema.json
attribution-schema     schemas/attribution.schema.json
relation-schema        schemas/relation.schema.json
forecast-schema        schemas/forecast.schema.json
'

passed=0 failed=0
while read -r what file; do
    [ -n "$what" ] || continue
    if ! "$program" export "$what" >"$scratch"; then
        echo "FAILED: cxm export $what"
        failed=$((failed + 1))
    elif [ "${2:-}" = --update ]; then
        mkdir -p "$(dirname "$docs/$file")"
        cat "$scratch" >"$docs/$file"
    elif diff -u "$docs/$file" "$scratch"; then
        passed=$((passed + 1))
    else
        echo "FAILED: docs/$file is not what 'cxm export $what' says; tests/docs.sh PROGRAM --update rewrites it"
        failed=$((failed + 1))
    fi
done <<<"$generated"
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
