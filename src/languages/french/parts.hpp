#pragma once

#include <span>

#include "languages/language.hpp"

namespace cxm {

// What the catalogue says, a theme each, and the words of the program by where they stand.

extern const std::span<const metric_words> french_customers;
extern const std::span<const metric_words> french_commerce;
extern const std::span<const metric_words> french_surveys;
extern const std::span<const metric_words> french_marketing;
extern const std::span<const metric_words> french_email;
extern const std::span<const metric_words> french_service;
extern const std::span<const metric_words> french_value;
extern const std::span<const metric_words> french_recurring;
extern const std::span<const metric_words> french_experience;
extern const std::span<const metric_words> french_savings;
extern const std::span<const measure_words> french_measures;

extern const std::span<const translation> french_tables;
extern const std::span<const translation> french_explanations;
extern const std::span<const translation> french_comparisons;
extern const std::span<const translation> french_checks;
extern const std::span<const translation> french_trends;
extern const std::span<const translation> french_histories;
extern const std::span<const translation> french_plans;
extern const std::span<const translation> french_relations;
extern const std::span<const translation> french_forecasts;
extern const std::span<const translation> french_forecast_tables;
extern const std::span<const translation> french_forecast_reasons;
extern const std::span<const translation> french_forecast_models;
extern const std::span<const translation> french_credit_models;
extern const std::span<const translation> french_glossary;
extern const std::span<const translation> french_pages;
extern const std::span<const translation> french_charts;
extern const std::span<const translation> french_reasons;

}  // namespace cxm
