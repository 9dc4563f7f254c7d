#pragma once

#include <algorithm>
#include <optional>
#include <string_view>
#include <vector>

#include <cxm/formula.hpp>
#include <cxm/metric.hpp>
#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/email.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/recurring.hpp>
#include <cxm/metrics/savings.hpp>
#include <cxm/metrics/service.hpp>
#include <cxm/metrics/surveys.hpp>
#include <cxm/metrics/value.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// All that the library knows, in the order of the docs.
inline constexpr theme themes[] = {
    {"customers", "Customers", customer_metrics},
    {"surveys", "Surveys", survey_metrics},
    {"marketing", "Marketing", marketing_metrics},
    {"email", "Email", email_metrics},
    {"commerce", "Commerce", commerce_metrics},
    {"value", "Value", value_metrics},
    {"recurring", "Recurring revenue", recurring_metrics},
    {"service", "Service", service_metrics},
    {"experience", "Experience", experience_metrics},
    {"savings", "Savings", savings_metrics},
};

/// Every metric, in the order of the docs.
inline std::vector<const metric*> all_metrics() {
    std::vector<const metric*> found;
    for (const theme& t : themes) {
        found.insert(found.end(), t.metrics.begin(), t.metrics.end());
    }
    return found;
}

/// The metric of that key, or nullptr.
constexpr const metric* find_metric(std::string_view key) {
    for (const theme& t : themes) {
        for (const metric* m : t.metrics) {
            if (m->key == key) {
                return m;
            }
        }
    }
    return nullptr;
}

/// The distinct measures of these metrics in the order of their first use: inputs, sum of squares, net parts.
inline std::vector<const measure*> measures_of(const std::vector<const metric*>& metrics) {
    std::vector<const measure*> found;
    const auto add = [&](const measure* m) {
        const auto same = [m](const measure* other) { return *other == *m; };
        if (m != nullptr && std::none_of(found.begin(), found.end(), same)) {
            found.push_back(m);
        }
    };
    for (const metric* m : metrics) {
        std::for_each(m->value.inputs().begin(), m->value.inputs().end(), add);
        add(m->squares);
        add(weights_of(*m));
        for (const stand_in& each : m->stand_ins) {
            add(each.by);
        }
        std::for_each(m->net.begin(), m->net.end(), add);
    }
    return found;
}

/// Every measure that some metric reads, in the order of the docs.
inline std::vector<const measure*> all_measures() { return measures_of(all_metrics()); }

/// The measure of that key, or nullptr.
inline const measure* find_measure(std::string_view key) {
    static const std::vector<const measure*> measures = all_measures();
    const auto at = std::find_if(measures.begin(), measures.end(), [key](const measure* m) { return m->key == key; });
    return at == measures.end() ? nullptr : *at;
}

/// What a name in a formula stands for: a measure, or a metric's own formula.
inline std::optional<formula> find_formula(std::string_view key) {
    if (const measure* m = find_measure(key)) {
        return *m;
    }
    if (const metric* m = find_metric(key)) {
        return m->value;
    }
    return std::nullopt;
}

}  // namespace cxm
