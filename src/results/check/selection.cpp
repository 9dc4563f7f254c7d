#include "results/check/selection.hpp"

#include <fmt/format.h>

#include "plan/condition_text.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

selection_pool::selection_pool(selection what) : of_(std::move(what)), pool_(of_.by) {
    if (!of_.where.empty()) {
        filter_ = std::make_unique<record_filter>(plan::row_condition{of_.where, {}});
        sighted_.emplace(*filter_);
    }
}

void selection_pool::add(const records& block) {
    if (!filter_) {
        pool_.add(block);
        return;
    }
    if (const records taken = filter_->take(block, *sighted_); taken.size() != 0) {
        pool_.add(taken);
    }
}

std::vector<std::string> selection_pool::objections() const {
    return sighted_ && sighted_->watch.was_met() ? record_filter::objections(*sighted_) : std::vector<std::string>();
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
                   values += (i == 0 ? "" : ", ") + quote_of(value);
                   meant +=
                       step.how == comparison_operator::equal && !negated ? did_you_mean_seen(step.column, value) : "";
               }
               return step.does == condition_step::kind::among
                          ? fmt::format("{}{} in ({}){}", shown(label), negated ? " not" : "", values, meant)
                          : fmt::format("{}{} {} {}{}", negated ? "not " : "", shown(label),
                                        step.how == comparison_operator::equal ? "=" : "!=", values, meant);
           });
}

/// The nearest of a label's values, where a value is none of them.
std::string selection_pool::did_you_mean_seen(std::size_t column, const std::string& value) const {
    const few_values* const seen = sighted_->watch.values_of(column);
    return seen == nullptr || seen->contains(value) ? std::string()
                                                    : did_you_mean(value, {seen->met().begin(), seen->met().end()});
}

}  // namespace cxm
