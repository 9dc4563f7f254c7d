#include "sql/sql_metric_inputs.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include <cxm/outcome.hpp>
#include <cxm/readings.hpp>

#include "sql/row_cells.hpp"
#include "sql/sql_formula.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

[[noreturn]] void refuse_metric(const metric& m, const std::string& why) {
    throw bad_usage("--metric " + std::string(m.key) + ": " + why);
}

}  // namespace

std::vector<sql_input>::const_iterator metric_inputs::find(const measure& m) const {
    return std::find_if(measures_.begin(), measures_.end(), [&](const sql_input& each) { return *each.of == m; });
}

std::string metric_inputs::column(const measure& m) {
    const sql_input& input = *find(m);
    constexpr std::size_t longest = 40;
    const std::string name = m.key.size() <= longest ? "value_of_" + std::string(m.key)
                                                     : fmt::format("value_{}", &input - measures_.data() + 1);
    const std::string expression =
        input.is_text ? sql_when(input.value + " NOT IN ('', 'is beyond 1.7e20')", filled(in_.real, input.value))
                      : filled(in_.real, filled(in_.text, input.value));
    const std::string column = sql_column(expression, name);
    if (std::find(columns_.begin(), columns_.end(), column) == columns_.end()) {
        columns_.push_back(column);
    }
    return name;
}

void metric_inputs::require_fit(const metric& m) const {
    if (m.value.empty() || !m.stand_ins.empty() || m.needs != nullptr) {
        refuse_metric(m,
                      "no formula of the measures of one record alone; cxm report computes it of the query's result");
    }
    if (m.value.steps().size() == 1) {
        refuse_metric(m, "a measure, which has its column already");
    }
    bool any = false;
    for (const measure* input : m.value.inputs()) {
        any = any || has(*input);
        const bool beside = input->beside != nullptr && has(*input->beside);
        if (!has(*input) && (beside || is_missing(absent_in(m.value, *input)))) {
            refuse_metric(m, "needs " + std::string(input->key) + ", which the plan does not count");
        }
    }
    if (!any) {
        refuse_metric(m, "needs measures, none of which the plan counts");
    }
    const measure* const weights = weights_of(m);
    const auto own = m.value.inputs();
    if (weights != nullptr && has(*weights) &&
        std::any_of(own.begin(), own.end(), [](const measure* input) { return input->weights == nullptr; })) {
        refuse_metric(m, "the answers are weighted, and what they are held against is not");
    }
}

std::string metric_inputs::value_in(const metric& m, const measure& input) {
    const double absent = absent_in(m.value, input);
    if (!has(input)) {
        return sql_double(absent);
    }
    const std::string value = column(input);
    if (is_missing(absent)) {
        return value;
    }
    const bool beside = input.beside != nullptr && has(*input.beside);
    return beside ? fmt::format("CASE WHEN {0} IS NULL AND {1} IS NULL THEN {2} ELSE {0} END", value,
                                column(*input.beside), sql_double(absent))
                  : fmt::format("COALESCE({}, {})", value, sql_double(absent));
}

std::vector<std::string> metric_inputs::of(const metric& m) {
    require_fit(m);
    std::vector<std::string> inputs;
    for (const measure* input : m.value.inputs()) {
        inputs.push_back(value_in(m, *input));
    }
    return inputs;
}

}  // namespace cxm
