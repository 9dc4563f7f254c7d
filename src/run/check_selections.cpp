#include "run/check_selections.hpp"

#include <algorithm>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

plan_of_selections selections_of(const std::vector<rule>& rules, const pooling& pooled) {
    plan_of_selections plan;
    const auto add = [&](selection s) {
        const auto at = std::find(plan.each.begin(), plan.each.end(), s);
        plan.of_rule.back().push_back(static_cast<std::size_t>(at - plan.each.begin()));
        if (at == plan.each.end()) {
            plan.each.push_back(std::move(s));
        }
    };
    for (const rule& r : rules) {
        plan.of_rule.emplace_back();
        const bool own = !r.says.by.empty();
        add({r.says.where, own ? r.says.by : pooled.by});
        if (pooled.total && (own || !pooled.by.empty())) {
            add({r.says.where, {}});
        }
    }
    return plan;
}

namespace {

std::string unknown_label(const std::string& label, const std::set<std::string>& known) {
    const std::vector<std::string_view> names(known.begin(), known.end());
    return "no record has a label " + quote_of(label) + did_you_mean(label, names) + those_there_are("labels", names);
}

}  // namespace

void require_labels_to_keep(const std::vector<rule>& rules, const pooling& pooled, const std::set<std::string>& known) {
    for (const std::string& label : pooled.by) {
        if (!known.contains(label)) {
            throw bad_usage("--by: " + unknown_label(label, known));
        }
    }
    for (const rule& r : rules) {
        for (const std::string& label : r.says.by) {
            if (!known.contains(label)) {
                refuse_rule(r, unknown_label(label, known), label);
            }
        }
    }
}

void require_labels_of_conditions(const std::vector<rule>& rules, const std::set<std::string>& known) {
    for (const rule& r : rules) {
        for (const auto& [label, through] : r.says.where.columns) {
            if (!known.contains(label)) {
                refuse_rule(r, unknown_label(label, known), label);
            }
        }
    }
}

}  // namespace cxm
