#include "results/check/selection.hpp"

#include <fmt/format.h>

#include "plan/condition_text.hpp"
#include "rows/record_filter.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::size_t most_values_seen = 1000;

}  // namespace

void selection_pool::add(const records& block) {
    if (of_.where.empty()) {
        pool_.add(block);
        return;
    }
    for (const auto& [label, through] : of_.where.columns) {
        auto& values = seen_[label];
        const records::label_column* const column = block.find_label(label);
        for (std::size_t row = 0; column != nullptr && row < block.size() && values.size() < most_values_seen; ++row) {
            values.emplace(column->values[row]);
        }
    }
    if (const auto rows = rows_that_meet(of_.where, block); !rows.empty()) {
        pool_.add(picked(block, rows));
    }
}

std::string selection_pool::why_empty() const {
    if (of_.where.empty()) {
        return "there is no record";
    }
    const condition& where = of_.where;
    return "no record has " + spell(where, [&](const condition_step& step, bool negated) {
               const std::string& label = where.columns[step.column].name;
               if (step.does == condition_step::kind::blank) {
                   return shown(label) + (negated ? " filled" : " blank");
               }
               std::string values;
               std::string meant;
               for (std::uint32_t i = 0; i < step.count; ++i) {
                   const std::string& value = where.literals[step.literals + i].text;
                   values += (i == 0 ? "" : ", ") + quoted(value);
                   meant += step.how == comparison_operator::equal && !negated ? did_you_mean_seen(label, value) : "";
               }
               return step.does == condition_step::kind::among
                          ? fmt::format("{}{} in ({}){}", shown(label), negated ? " not" : "", values, meant)
                          : fmt::format("{}{} {} {}{}", negated ? "not " : "", shown(label),
                                        step.how == comparison_operator::equal ? "=" : "!=", values, meant);
           });
}

/// The nearest of a label's values, where a value is none of them.
std::string selection_pool::did_you_mean_seen(const std::string& label, const std::string& value) const {
    const auto seen = seen_.find(label);
    return seen == seen_.end() || seen->second.contains(value)
               ? std::string()
               : did_you_mean(value, {seen->second.begin(), seen->second.end()});
}

}  // namespace cxm
