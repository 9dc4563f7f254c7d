#include <fmt/format.h>

#include <cmath>
#include <cxm/spell.hpp>

#include "export/exports.hpp"
#include "write/json/string.hpp"

namespace cxm {

namespace {

std::string json_text(std::string_view text) {
    std::string json;
    append_json_string(json, text);
    return json;
}

std::string measure_schema(const measure& m) {
    std::string schema =
        fmt::format("\"type\": [{}, \"null\"]", is_whole(m) && m.weights == nullptr ? "\"integer\"" : "\"number\"");
    if (std::isfinite(least(m))) {
        schema += fmt::format(", \"minimum\": {}", spell(least(m)));
    }
    if (std::isfinite(most(m))) {
        schema += fmt::format(", \"maximum\": {}", spell(most(m)));
    }
    return fmt::format("{}: {{{}, \"description\": {}}}", json_text(m.key), schema, json_text(m.meaning));
}

}  // namespace

std::string records_schema(const catalogue& known) {
    std::string properties =
        "\"period\": {\"type\": [\"string\", \"integer\"], \"description\": \"2024, 2024-Q1, 2024-03, 2024-W09, "
        "2024-03-15, or a free label.\"},\n"
        "    \"complete\": {\"type\": \"boolean\", \"description\": \"false: the period is still under way.\"}";
    for (const measure* m : known.measures()) {
        properties += ",\n    " + measure_schema(*m);
    }
    return "{\n"
           " \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
           " \"title\": \"cxm records\",\n"
           " \"description\": \"Measures of one period and segment each; other members are labels, as text.\",\n"
           " \"anyOf\": [\n"
           "  {\"$ref\": \"#/$defs/record\"},\n"
           "  {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/record\"}, \"minItems\": 1},\n"
           "  {\"type\": \"object\", \"required\": [\"records\"], \"additionalProperties\": false, \"properties\": {\n"
           "    \"currency\": {\"type\": \"string\"},\n"
           "    \"records\": {\"type\": \"array\", \"items\": {\"$ref\": \"#/$defs/record\"}, \"minItems\": 1}}}\n"
           " ],\n"
           " \"$defs\": {\"record\": {\"type\": \"object\", \"not\": {\"required\": [\"records\"]},\n"
           "   \"additionalProperties\": {\"type\": [\"string\", \"null\"]},\n"
           "   \"properties\": {\n    " +
           properties +
           "}}}\n"
           "}\n";
}

std::string metrics_schema() {
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm metrics of your own",
 "anyOf": [
  {"$ref": "#/$defs/metrics"},
  {"type": "object", "anyOf": [{"required": ["metrics"]}, {"required": ["measures"]}],
   "additionalProperties": false, "properties": {
    "$schema": {"type": "string"},
    "measures": {"type": "array", "items": {
      "type": "object",
      "required": ["key", "unit"],
      "additionalProperties": false,
      "properties": {
        "key": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$"},
        "meaning": {"type": "string"},
        "unit": {"enum": ["people", "things", "answers", "points", "money", "seconds", "number", "ratio"]},
        "over_time": {"enum": ["flow", "opening", "closing", "distinct", "fixed"]}}}},
    "metrics": {"$ref": "#/$defs/metrics"}}}
 ],
 "$defs": {"metrics": {"type": "array", "items": {
   "type": "object",
   "required": ["key", "title", "formula", "unit", "better"],
   "additionalProperties": false,
   "properties": {
    "key": {"type": "string", "pattern": "^[a-z][a-z0-9_]{0,63}$"},
    "title": {"type": "string"},
    "meaning": {"type": "string"},
    "formula": {"type": "string", "description": "+ - * / ( ), numbers, measures and metrics: revenue / tickets"},
    "unit": {"enum": ["share", "rate", "points", "score", "ratio", "multiple", "money", "seconds", "count"]},
    "better": {"enum": ["higher", "lower"]},
    "guide": {"type": "string"},
    "pitfalls": {"type": "string"},
    "rivals": {"type": "string"},
    "source": {"type": "string"}}}}}
}
)";
}

}  // namespace cxm
