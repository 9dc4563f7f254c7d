#include "export/exports.hpp"
#include "results/worth.hpp"
#include "write/json/string.hpp"

namespace cxm {

namespace {

/// How every sentence begins, so that an editor sees a misspelt metric.
std::string sentence_pattern(const catalogue& known) {
    std::string keys;
    for (const metric* m : known.metrics()) {
        keys += (keys.empty() ? "" : "|") + std::string(m->key);
    }
    std::string json;
    append_json_string(json,
                       "^\\s*(" + keys +
                           ")(\\.(value|low|high))?\\s*((changes|worsens|improves)\\s+by\\s*)?(<|<=|>|>=|==|!=)\\s*"
                           "(-?[0-9]|target)");
    return json;
}

}  // namespace

std::string rules_schema(const catalogue& known) {
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm rules",
 "type": "object",
 "required": ["rules"],
 "additionalProperties": false,
 "properties": {
  "$schema": {"type": "string"},
  "rules": {"type": "array", "minItems": 1, "items": {"anyOf": [
    {"$ref": "#/$defs/sentence"},
    {"type": "object", "required": ["check"], "additionalProperties": false, "properties": {
      "check": {"$ref": "#/$defs/sentence"},
      "name": {"type": "string", "description": "What people call the rule."},
      "level": {"enum": ["fail", "warn"], "default": "fail"},
      "min_n": {"type": "integer", "minimum": 0, "description": "With fewer counted the rule is undecided."},
      "on_missing": {"enum": ["fail", "skip"], "default": "fail", "description": "What absent data means."},
      "confident": {"type": "boolean", "default": false, "description": "The whole interval must hold."},
      "max_age": {"type": "string", "pattern": "^[0-9]+d$", "description": "An older last period fails: 45d."}}}]}}},
 "$defs": {"sentence": {
   "type": "string",
   "maxLength": 4000,
   "pattern": )" +
           sentence_pattern(known) + R"(,
   "examples": ["churn <= 5% by segment", "nps.low >= 30", "churn worsens by <= 1pp vs previous"]}}
}
)";
}

std::string targets_schema(const catalogue& known) {
    std::string keys;
    std::string priced;
    for (const metric* m : known.metrics()) {
        append_json_string(keys += keys.empty() ? "" : ", ", m->key);
        if (why_not_priced(*m).empty()) {
            append_json_string(priced += priced.empty() ? "" : ", ", m->key);
        }
    }
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm targets",
 "type": "object",
 "anyOf": [{"required": ["targets"]}, {"required": ["worth"]}],
 "additionalProperties": false,
 "properties": {
  "$schema": {"type": "string"},
  "worth": {"type": "object", "propertyNames": {"enum": [)" +
           priced + R"(]},
   "description": "What one of what a metric counts is worth, in money, for compare.",
   "additionalProperties": {"type": "number", "minimum": 0}},
  "targets": {"type": "object", "propertyNames": {"enum": [)" +
           keys + R"(]},
   "additionalProperties": {"anyOf": [
    {"$ref": "#/$defs/target"},
    {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"},
     "description": "Of different spans or records."}]}}},
 "$defs": {
  "target": {"anyOf": [
    {"$ref": "#/$defs/value"},
    {"type": "object", "additionalProperties": false,
     "oneOf": [{"required": ["value"]}, {"required": ["good", "poor"]}],
     "properties": {
      "value": {"$ref": "#/$defs/value"},
      "good": {"$ref": "#/$defs/value", "description": "From here on it is good."},
      "poor": {"$ref": "#/$defs/value", "description": "What is worse than this is poor; between them it is fair."},
      "per": {"enum": ["day", "week", "month", "quarter", "year"],
       "description": "The span of the figures that it is for; without it, any."},
      "where": {"type": "string", "description": "Which records it is for, by labels: segment = pro."},
      "source": {"type": "string", "description": "Who says so."},
      "date": {"type": "string", "description": "As of when."}}}]},
  "value": {"type": ["number", "string"], "pattern": "^-?[0-9][0-9.eE+-]*%?$",
   "description": "A share needs % or a number up to 1: \"5%\" or 0.05."}}
}
)";
}

std::string check_schema() {
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm check, as JSON",
 "type": "object",
 "required": ["schema", "level", "failed", "summary", "checks"],
 "properties": {
  "schema": {"const": "cxm.check/1"},
  "level": {"type": "number", "description": "Of the intervals."},
  "currency": {"type": "string"},
  "failed": {"type": "boolean", "description": "Whether the exit code is 1."},
  "summary": {"type": "object", "required": ["rules", "checks", "pass", "warn", "fail", "undecided", "no_data"],
   "additionalProperties": {"type": "integer", "minimum": 0}},
  "checks": {"type": "array", "items": {
   "type": "object",
   "required": ["verdict", "fails", "rule", "level", "labels", "metric", "value", "unit", "figure", "op", "limit"],
   "properties": {
    "verdict": {"enum": ["pass", "warn", "fail", "undecided", "no_data"]},
    "fails": {"type": "boolean", "description": "Whether it fails the run, by --fail-on."},
    "rule": {"type": "string"},
    "name": {"type": "string"},
    "level": {"enum": ["fail", "warn"]},
    "file": {"type": "string", "description": "The rules file."},
    "line": {"type": "integer"},
    "period": {"type": "string", "description": "The one that was judged."},
    "age_days": {"type": "integer", "description": "Since its end, at the day of --as-of or, with max_age, today; negative while it is under way."},
    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
    "metric": {"type": "string"},
    "value": {"type": ["number", "null"], "description": "What is held against the limit: a value, or a change."},
    "unit": {"enum": ["share", "rate", "points", "score", "ratio", "multiple", "money", "seconds", "relative"]},
    "low": {"type": ["number", "null"], "description": "null: no lower limit."},
    "high": {"type": ["number", "null"], "description": "null: no upper limit."},
    "method": {"type": "string"},
    "no_interval": {"type": "string", "description": "Why a value has none."},
    "n": {"type": "number"},
    "figure": {"enum": ["value", "low", "high"]},
    "op": {"enum": ["<", "<=", ">", ">=", "==", "!="]},
    "limit": {"type": ["number", "null"]},
    "change": {"enum": ["changes", "worsens", "improves"]},
    "versus": {"enum": ["previous", "year ago", "target", "file"]},
    "versus_file": {"type": "string"},
    "versus_period": {"type": "string"},
    "before": {"type": ["number", "null"]},
    "after": {"type": ["number", "null"]},
    "reason": {"type": "string"}}}}}
}
)";
}

}  // namespace cxm
