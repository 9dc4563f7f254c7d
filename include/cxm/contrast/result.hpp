#pragma once

#include <optional>
#include <string_view>

#include <cxm/estimate/options.hpp>
#include <cxm/interval/basis.hpp>

namespace cxm {

/// What a change means for the business, by the metric's direction; `none` where nothing can be said about chance.
enum class verdict { none, better, worse, no_clear_change };

/// How two shares are compared: Miettinen-Nurminen with the N-1 test, or another method asked for by name.
enum class share_method { standard, newcombe, koopman, katz, pooled, fisher };

struct contrast_options {
    double level = 0.95;
    share_method shares = share_method::standard;
    net_interval nets = net_interval::adjusted_wald;  ///< score: limits squared and added, without a p
};

/// The change of a metric between two records: after less before, in the metric's own unit.
struct contrast {
    std::optional<double> change;
    std::optional<interval> limits;           ///< of the change
    std::optional<double> relative;           ///< change / before; infinite from 0, absent where it means nothing
    std::optional<interval> relative_limits;  ///< of the relative change; the high end may be infinite
    std::optional<double> p;
    std::string_view test;            ///< where p is from
    std::optional<double> error;      ///< the standard error that the test divides by; exact tests have none
    std::optional<double> statistic;  ///< z, or the t of Welch's test
    verdict is = verdict::none;
    std::string_view why;  ///< why there is no verdict, or what to know about it
};

constexpr std::string_view name(verdict v) {
    constexpr std::string_view names[] = {"none", "better", "worse", "no clear change"};
    return names[static_cast<int>(v)];
}

}  // namespace cxm
