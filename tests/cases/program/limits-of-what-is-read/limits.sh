# What docs/limits.md says, each at its limit and one beyond.
text() { head -c "$1" /dev/zero | tr '\0' "${2:-a}"; }
numbered() { seq -f "$2%g" -s , "$1"; }
records() { cxm report - --format csv --wide | cut -c 1-40 | tail -1; }

echo "label: $({ echo label,clicks,impressions; echo "$(text 4096),1,10"; } | records)"
{ echo label,clicks,impressions; echo "$(text 4097),1,10"; } | records
echo "period: $({ echo period,clicks,impressions; echo "$(text 256),1,10"; } | records)"
{ echo period,clicks,impressions; echo "$(text 257),1,10"; } | records
echo "columns: $({ echo "$(numbered 4094 c),clicks,impressions"; echo "$(text 4094 ,)1,10"; } | cxm report - --format json | head -c 60)"
{ echo "$(numbered 4095 c),clicks,impressions"; echo "$(text 4095 ,)1,10"; } | records
echo "names: $({ printf '{'; seq -f '"c%g":"x",' -s '' 1022; echo '"clicks":1,"impressions":10}'; } | records)"
{ printf '{'; seq -f '"c%g":"x",' -s '' 1023; echo '"clicks":1,"impressions":10}'; } | records
echo "nesting: $(echo "{\"clicks\":1,\"impressions\":10,\"x\":$(text 64 '[')$(text 64 ']')}" | cxm report - --ignore x --format csv --wide | tail -1)"
echo "{\"clicks\":1,\"impressions\":10,\"x\":$(text 65 '[')$(text 65 ']')}" | cxm report - --ignore x
echo "header: $({ echo "clicks,impressions,$(text 1048556)"; echo 1,10,x; } | cxm report - --format ndjson | head -c 30)"
{ echo "clicks,impressions,$(text 1048557)"; echo 1,10,x; } | records
{ echo clicks,impressions,x; echo "1,10,\"$(text 67108864)\""; } | records
{ echo score,x; echo "9,$(text 20000000)"; } | cxm tally - --nps score
printf 'clicks,impressions\n1,9007199254740992\n' | records
printf 'clicks,impressions\n1,9007199254740993\n' | records
