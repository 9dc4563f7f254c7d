#pragma once

#include <string>

#include "catalogue/metrics_in_use.hpp"
#include "languages/wording.hpp"

namespace cxm {

/// The catalogue as JSON: every metric and measure with all that is known of it.
std::string catalogue_json(const catalogue& known);

/// The same of one metric.
std::string metric_json(const metric& m, const catalogue& known);

/// A JSON Schema of the records that the program reads.
std::string records_schema(const catalogue& known);

/// A JSON Schema of a file of own metrics.
std::string metrics_schema();

/// JSON Schemas of the rules and targets of `cxm check`, and of what it prints as JSON.
std::string rules_schema(const catalogue& known);
std::string targets_schema(const catalogue& known);
std::string check_schema();

/// JSON Schemas of what the readings of histories print as JSON, and the forecasts.
std::string funnel_schema();
std::string funnel_change_schema();
std::string cohorts_schema();
std::string attribution_schema();
std::string relation_schema();
std::string forecast_schema();

/// The page about all metrics, in Markdown.
std::string metrics_doc(const catalogue& known);

/// The words, short forms, metrics and measures in a language, in Markdown.
std::string glossary(const catalogue& known, const wording& say);

}  // namespace cxm
