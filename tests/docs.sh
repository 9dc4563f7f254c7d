#!/usr/bin/env bash
# Whether the generated files in docs/ are what the program says today: tests/docs.sh PROGRAM [--update]
set -euo pipefail
program=${1:?usage: tests/docs.sh PROGRAM [--update]}
docs=$(cd "$(dirname "${BASH_SOURCE[0]}")/../docs" && pwd)
scratch=$(mktemp)
trap 'rm -f "$scratch"' EXIT

# the file, and what `cxm export` calls it
generated='
metrics.md                             metrics-doc
glossary.md                            glossary --lang en
glossary.fr.md                         glossary --lang fr
catalogue.json                         catalogue
schemas/records.schema.json            schema
schemas/rules.schema.json              rules-schema
schemas/targets.schema.json            targets-schema
schemas/check.schema.json              check-schema
schemas/funnel.schema.json             funnel-schema
schemas/funnel-change.schema.json      funnel-change-schema
schemas/cohorts.schema.json            cohorts-schema
schemas/attribution.schema.json        attribution-schema
schemas/relation.schema.json           relation-schema
schemas/forecast.schema.json           forecast-schema
'

passed=0 failed=0
while read -r file what; do
    [ -n "$what" ] || continue
    # shellcheck disable=SC2086 # the words of a command
    if ! "$program" export $what >"$scratch"; then
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
