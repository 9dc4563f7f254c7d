#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <cxm/metric.hpp>

namespace cxm {

/// A number as people write it in rules and targets: `5%`, `-3`, `0.05`, `1pp`.
struct amount {
    enum class unit { none, percent, points };  ///< points: of percentage, `pp`
    double number = 0;  ///< as written; a percentage or percentage points already divided by 100
    unit in = unit::none;
    std::string written;
};

/// Reads an amount, the whole text or nothing; `7%` is the double nearest to 0.07.
std::optional<amount> parse_amount(std::string_view text);

/// What is wrong with an amount as a value of a metric, with what to write instead; empty where nothing is.
///
/// A share, rate or ratio needs `%` or a fraction up to 1.0: nobody can tell whether 5 means 5 % or 500 %; nor is NPS
/// held against less than a point.
std::string objection_to_level(const metric& m, const amount& a);

/// The same of a mean of answers that were given on a scale; 0..0 is one that is not known.
std::string objection_to_mean(const metric& m, double value, const answer_scale& scale);

/// The same of an amount by which a metric changes: there `%` is relative to the earlier value.
std::string objection_to_change(const metric& m, const amount& a);

/// Whether a metric is a quotient that people read as a percentage.
constexpr bool is_percentage(const metric& m) {
    return m.shown == as::share || m.shown == as::rate || m.shown == as::ratio;
}

}  // namespace cxm
