#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/check/sentence.hpp"

namespace cxm {

/// A sentence and what follows from it when it does not hold.
struct rule {
    enum class severity { fail, warn };

    sentence says;
    std::string name = {};   ///< what people call it; may be empty
    std::string file = {};   ///< the rules file; empty for --require
    std::uint64_t line = 0;  ///< in the file
    severity level = severity::fail;
    double min_n = 0;                          ///< with fewer counted it is undecided
    bool skip_missing = false;                 ///< absent data is "no data" rather than a failure
    bool confident = false;                    ///< the whole interval must hold
    std::optional<std::int32_t> max_age = {};  ///< in days, of the last period: an older one fails
};

/// The rule of a flag --require; throws bad_usage with place and caret.
rule rule_of(const std::string& text, const catalogue& known);

/// Reads `{"rules": ["nps >= 30", {"check": "churn <= 5%", "level": "warn", "min_n": 30, "on_missing": "skip"}]}`.
///
/// Throws bad_input for what is no such file, and a usage problem with place and caret for a sentence.
std::vector<rule> read_rules(std::string_view json, const std::string& file, const catalogue& known);

/// Throws a usage problem at the rule's place, with a caret below a word of its sentence where one is given.
[[noreturn]] void refuse_rule(const rule& r, const std::string& finding, const std::string& word = {});

/// Refuses the same sentence twice, and what a metric without interval or count cannot be asked for.
void require_sound(const std::vector<rule>& rules);

}  // namespace cxm
