#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "results/check/rules.hpp"
#include "results/check/selection.hpp"
#include "run/pooling.hpp"

namespace cxm {

/// The selections of the rules, each once, and which of them a rule looks at.
struct plan_of_selections {
    std::vector<selection> each;
    std::vector<std::vector<std::size_t>> of_rule;
};

plan_of_selections selections_of(const std::vector<rule>& rules, const pooling& pooled);

/// Throw a usage problem for labels that no record has: those that are kept, and those of conditions.
void require_labels_to_keep(const std::vector<rule>& rules, const pooling& pooled, const std::set<std::string>& known);
void require_labels_of_conditions(const std::vector<rule>& rules, const std::set<std::string>& known);

}  // namespace cxm
