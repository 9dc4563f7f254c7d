#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "results/check/rules.hpp"
#include "results/report.hpp"

namespace cxm {

/// What came of a rule: `warn` is a failure of a rule that only warns, `no_data` one that is skipped without data.
enum class check_verdict : std::uint8_t { pass, no_data, undecided, warn, fail };

constexpr std::string_view name(check_verdict v) {
    constexpr std::string_view names[] = {"pass", "no data", "undecided", "warn", "fail"};
    return names[static_cast<int>(v)];
}

/// One rule held against one record.
struct finding {
    const rule* of = nullptr;
    std::string period = {};                                       ///< that was judged; empty where there is none
    std::optional<std::int32_t> age = {};                          ///< days since it ended, where that is looked at
    std::vector<std::pair<std::string, std::string>> labels = {};  ///< of the group, by name
    check_verdict is = check_verdict::fail;
    std::string reason = {};  ///< why it is undecided or has no data, in words
    estimate judged = {};     ///< the value or change, in the metric's unit or relative; missing without data
    double limit = not_given;
    std::optional<double> after = {};   ///< for a change: the metric's value now
    std::optional<double> before = {};  ///< and that of the baseline
    std::string before_period = {};
};

/// Whether a number meets the limit; numbers within 12 digits of each other, at this scale, are equal.
bool holds(relation is, double value, double limit, double scale = 0);

/// Decides by value, interval and n; `judged` and `limit` are set.
void judge(finding& f);

/// Says that what was judged is too old to go by; never a pass.
void set_stale(finding& f, std::string reason);

/// Says that there is nothing to judge, and why; never a pass.
void set_missing(finding& f, std::string reason);

/// The same where the numbers cannot be right, which no rule may skip.
void set_impossible(finding& f, std::string reason);

}  // namespace cxm
