#include <fmt/format.h>

#include "export/exports.hpp"

// What the readings of histories print as JSON.
namespace cxm {

namespace {

/// A schema of an output: its name, the members it has, those it always has, and what these refer to.
std::string output_schema(std::string_view command, std::string_view id, std::string_view required,
                          std::string_view properties, std::string_view definitions) {
    return fmt::format(R"({{
 "$schema": "https://json-schema.org/draft/2020-12/schema",
 "title": "cxm {}, as JSON",
 "type": "object",
 "required": ["schema", {}],
 "properties": {{
  "schema": {{"const": "{}"}},
{}
 }},
 "$defs": {{
{}
 }}
}}
)",
                       command, required, id, properties, definitions);
}

constexpr std::string_view of_shares = R"(  "count": {"type": "integer", "minimum": 0},
  "share": {"type": ["object", "null"], "description": "null: there is nothing that it could be a share of.",
   "required": ["value"], "properties": {
    "value": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"},
    "method": {"type": "string"}, "n": {"$ref": "#/$defs/count"}}})";

}  // namespace

std::string funnel_schema() {
    return output_schema("funnel", "cxm.funnel/1",
                         R"("level", "steps_in", "anchor", "young_dropped", "people", "groups")",
                         R"(  "level": {"type": "number", "description": "Of the intervals."},
  "steps_in": {"enum": ["order", "strict", "any"]},
  "within_seconds": {"type": "number", "description": "Absent: any time from the first step to the last."},
  "anchor": {"enum": ["every", "first"]},
  "young_dropped": {"type": "boolean"},
  "people": {"$ref": "#/$defs/count"},
  "end": {"type": "string", "description": "Of the data; absent without rows."},
  "groups": {"type": "array", "minItems": 1, "description": "By label; the last, without one, is everyone.", "items": {
   "type": "object", "required": ["labels", "entered", "entered_late", "median_total_seconds", "steps"], "properties": {
    "labels": {"type": "object", "additionalProperties": {"type": "string"}},
    "entered": {"$ref": "#/$defs/count"},
    "entered_late": {"$ref": "#/$defs/count"},
    "median_total_seconds": {"type": ["number", "null"]},
    "worst_step": {"type": "integer", "minimum": 2},
    "steps": {"type": "array", "minItems": 2, "items": {
     "type": "object", "required": ["people", "from_first"], "properties": {
      "step": {"type": "string"},
      "different_steps": {"type": "integer", "description": "In place of a name, where steps come in any order."},
      "people": {"$ref": "#/$defs/count"},
      "from_first": {"$ref": "#/$defs/share"},
      "dropped": {"$ref": "#/$defs/count"},
      "from_previous": {"$ref": "#/$defs/share"},
      "median_wait_seconds": {"type": ["number", "null"]}}}}}}})",
                         of_shares);
}

std::string funnel_change_schema() {
    return output_schema(
        "funnel --against and --between", "cxm.funnel_change/1", R"("level", "before", "after", "whole", "steps")",
        R"(  "level": {"type": "number", "description": "Of the intervals."},
  "before": {"$ref": "#/$defs/side"},
  "after": {"$ref": "#/$defs/side"},
  "whole": {"type": "object", "required": ["before", "after", "change"], "properties": {
   "before": {"type": "number"}, "after": {"type": "number"}, "change": {"$ref": "#/$defs/estimate"}}},
  "moved_by_step": {"type": "integer", "minimum": 2, "description": "The number of the step that moved the whole most; absent where it is as it was."},
  "steps": {"type": "array", "minItems": 1, "items": {
   "type": "object", "required": ["number", "step", "before", "after", "effect"], "properties": {
    "number": {"type": "integer", "minimum": 2},
    "step": {"type": "string"},
    "before": {"type": ["number", "null"], "description": "Share of those at the step before; null where nobody was there."},
    "after": {"type": ["number", "null"]},
    "change": {"$ref": "#/$defs/estimate"},
    "effect": {"$ref": "#/$defs/estimate", "description": "What it did to the whole; effects add up to its change."}}}})",
        R"(  "side": {"type": "object", "required": ["name", "entered", "entered_late", "took_all"], "properties": {
   "name": {"type": "string"}, "entered": {"type": "integer", "minimum": 1},
   "entered_late": {"type": "integer", "minimum": 0}, "took_all": {"type": "integer", "minimum": 0}}},
  "estimate": {"type": "object", "required": ["value"], "properties": {
   "value": {"type": "number"}, "low": {"type": "number"}, "high": {"type": "number"}, "method": {"type": "string"}}})");
}

std::string cohorts_schema() {
    return output_schema("cohorts", "cxm.cohorts/1",
                         R"("level", "every", "ages", "activity", "until", "cohorts", "all")",
                         R"(  "level": {"type": "number", "description": "Of the intervals."},
  "every": {"enum": ["day", "week", "month", "quarter", "year"]},
  "ages": {"enum": ["calendar", "rolling"]},
  "days": {"type": "integer", "minimum": 1, "description": "Of an age that rolls."},
  "activity": {"enum": ["bounded", "unbounded"]},
  "until": {"type": "string"},
  "currency": {"type": "string"},
  "cohorts": {"type": "array", "items": {
   "type": "object", "required": ["cohort", "people", "cells"], "properties": {
    "cohort": {"type": "string"}, "people": {"$ref": "#/$defs/count"}, "cells": {"$ref": "#/$defs/cells"}}}},
  "all": {"type": "object", "required": ["people", "cells"], "properties": {
   "people": {"$ref": "#/$defs/count"}, "cells": {"$ref": "#/$defs/cells"}}})",
                         std::string(of_shares) + R"(,
  "cells": {"type": "array", "description": "Ages that are over; what is not is absent.", "items": {
   "type": "object", "required": ["age", "eligible", "active", "retention", "orders", "orders_per_person"],
   "properties": {
    "age": {"$ref": "#/$defs/count"},
    "eligible": {"$ref": "#/$defs/count", "description": "People for whom the age is over."},
    "active": {"$ref": "#/$defs/count"},
    "retention": {"$ref": "#/$defs/share"},
    "orders": {"$ref": "#/$defs/count"},
    "orders_per_person": {"type": "number"},
    "revenue": {"type": "number"},
    "revenue_per_person": {"type": "number"}}}})");
}

}  // namespace cxm
