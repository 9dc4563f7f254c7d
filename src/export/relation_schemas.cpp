#include "export/exports.hpp"

// What the readings of channels and of two metrics print as JSON.
namespace cxm {

std::string attribution_schema() {
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm attribute, as JSON",
 "type": "object",
 "required": ["schema", "caution", "conversions", "null_paths", "models"],
 "properties": {
  "schema": {"const": "cxm.attribution/1"},
  "caution": {"type": "string"},
  "level": {"type": "number", "description": "Of the limits by resampling."},
  "resamples": {"$ref": "#/$defs/count"},
  "lookback_seconds": {"type": "number"},
  "until": {"type": "string"},
  "people": {"$ref": "#/$defs/count"},
  "conversions": {"type": "number", "description": "On paths of touches."},
  "null_paths": {"type": "number", "description": "Paths without a conversion."},
  "open_paths": {"$ref": "#/$defs/count"},
  "conversions_without_touch": {"$ref": "#/$defs/count"},
  "touches_dropped": {"$ref": "#/$defs/count"},
  "touches_tied": {"$ref": "#/$defs/count"},
  "value": {"type": "number"},
  "currency": {"type": "string"},
  "models": {"type": "array", "items": {
   "type": "object", "required": ["model", "channels"], "properties": {
    "model": {"type": "string"},
    "reason": {"type": "string", "description": "Why it has no answer."},
    "p_conversion": {"type": ["number", "null"], "description": "Of a chain: its chance to end in a conversion."},
    "channels": {"type": "array", "items": {
     "type": "object", "required": ["channel"], "properties": {
      "channel": {"type": "string"},
      "conversions": {"type": ["number", "null"]},
      "share": {"type": ["number", "null"], "description": "Below 0 where shapley-rate says so."},
      "share_low": {"type": ["number", "null"]},
      "share_high": {"type": ["number", "null"]},
      "share_error": {"type": ["number", "null"]},
      "value": {"type": ["number", "null"]},
      "cost": {"type": ["number", "null"]},
      "cost_per_conversion": {"type": ["number", "null"]},
      "return_on_cost": {"type": ["number", "null"]},
      "removal_effect": {"type": ["number", "null"]}}}}}}}},
 "$defs": {"count": {"type": "integer", "minimum": 0}}
}
)";
}

std::string relation_schema() {
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm relate, as JSON",
 "type": "object",
 "required": ["schema", "level"],
 "oneOf": [
  {"required": ["a", "b", "over", "relations"], "properties": {
   "schema": {"const": "cxm.relation/1"},
   "a": {"type": "string"},
   "b": {"type": "string"},
   "over": {"type": "string"},
   "level": {"type": "number"},
   "relations": {"type": "array", "items": {"type": "object", "required": ["lags"], "properties": {
    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
    "period": {"type": "string"},
    "detectable_rho": {"type": ["number", "null"], "description": "The least that so many pairs can show."},
    "lags": {"type": "array", "items": {"$ref": "#/$defs/correlation"}},
    "changes": {"$ref": "#/$defs/correlation", "description": "Of what both changed by from period to period."}}}}}},
  {"required": ["groups"], "properties": {
   "schema": {"const": "cxm.relation_of_people/1"},
   "level": {"type": "number"},
   "groups": {"type": "array", "items": {"type": "object", "required": ["group", "people", "lost", "share"],
    "properties": {
     "group": {"enum": ["detractors", "passives", "promoters", "no answer"]},
     "people": {"type": "integer", "minimum": 0},
     "lost": {"type": "integer", "minimum": 0},
     "share": {"type": ["object", "null"], "required": ["value"], "properties": {
      "value": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"}}}}}},
   "z": {"type": ["number", "null"], "description": "Cochran and Armitage's, of a trend over the groups."},
   "p": {"type": ["number", "null"]},
   "ratio": {"type": ["object", "null"], "description": "Of the shares of promoters and detractors."},
   "answers_of_nobody": {"type": "integer", "minimum": 0}}}],
 "$defs": {"correlation": {"type": "object", "properties": {
  "lag": {"type": "integer"},
  "rho": {"type": ["number", "null"], "minimum": -1, "maximum": 1},
  "p": {"type": ["number", "null"]},
  "p_holm": {"type": ["number", "null"]},
  "n": {"type": "integer", "minimum": 0},
  "method": {"type": "string"},
  "reason": {"type": "string"}}}}
}
)";
}

std::string forecast_schema() {
    return R"({
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm project and cxm customers, as JSON",
 "type": "object",
 "required": ["schema", "command", "level", "model", "records"],
 "properties": {
  "schema": {"const": "cxm.forecast/1"},
  "command": {"type": "string"},
  "level": {"type": "number", "description": "Of the limits, which do not cover that the model may be wrong."},
  "model": {"$ref": "#/$defs/model"},
  "spend_model": {"$ref": "#/$defs/model"},
  "holdout": {"type": "object", "description": "How the model fares on data that it has not seen."},
  "records": {"type": "array", "items": {"type": "object", "required": ["labels", "metrics"], "properties": {
   "labels": {"type": "object", "additionalProperties": {"type": "string"}},
   "metrics": {"type": "object", "additionalProperties": {"$ref": "#/$defs/figure"}}}}},
  "customers": {"type": "array", "items": {"type": "object", "properties": {
   "id": {"type": "string"}, "customers": {"type": "integer", "minimum": 1}},
   "oneOf": [{"required": ["id"]}, {"required": ["customers"]}]}}},
 "$defs": {
  "model": {"type": "object", "required": ["status"], "properties": {
   "name": {"type": "string"},
   "status": {"type": "string"},
   "parameters": {"type": "object", "additionalProperties": {"type": ["number", "null"]}}}},
  "figure": {"type": "object", "required": ["value", "unit", "status"], "properties": {
   "value": {"type": ["number", "null"]},
   "unit": {"type": "string"},
   "status": {"enum": ["ok", "undefined", "missing"]},
   "reason": {"type": "string"},
   "low": {"type": ["number", "null"]},
   "high": {"type": ["number", "null"]},
   "level": {"type": "number"},
   "method": {"type": "string"},
   "n": {"type": "number"}}}}
}
)";
}

}  // namespace cxm
