#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>

#include <cxm/interval/basis.hpp>
#include <cxm/metric.hpp>

namespace cxm {

/// How a value stands to a target; `undecided` where the interval reaches over the target.
enum class standing : std::uint8_t { meets, misses, undecided };

/// The way from a target to a value, in the metric's unit.
struct target_gap {
    double gap;        ///< value less target
    double ahead;      ///< the same, positive where better than the target
    standing is;       ///< by the whole interval where there is one, else by the value
    bool by_interval;  ///< false: the value alone decided
};

/// The standing's name in results.
constexpr std::string_view name(standing s) {
    constexpr std::string_view names[] = {"meets", "misses", "undecided"};
    return names[static_cast<int>(s)];
}

/// Whether a value is at least as good as the target.
constexpr bool reaches(double value, double target, good better) {
    return better == good::higher ? value >= target : value <= target;
}

/// Whether it is that but for the rounding of a few operations, four units in the last place.
constexpr bool nearly_reaches(double value, double target, good better) {
    const double slack = 4 * std::numeric_limits<double>::epsilon() * (target < 0 ? -target : target);
    return reaches(value, better == good::higher ? target - slack : target + slack, better);
}

/// Judges a value, with its interval where it has one, against a target in the same unit.
inline target_gap judge_target(double value, const std::optional<interval>& limits, double target, good better) {
    const double gap = value - target;
    const double ahead = better == good::higher ? gap : -gap;
    const bool reached = reaches(value, target, better);
    if (!limits) {
        return {gap, ahead, reached ? standing::meets : standing::misses, false};
    }
    const bool low = reaches(limits->low, target, better);
    const bool high = reaches(limits->high, target, better);
    return {gap, ahead, low != high ? standing::undecided : low ? standing::meets : standing::misses, true};
}

/// Where a value lies that is good from one limit on and poor below another; `undecided` where its interval lies in
/// several bands.
enum class band : std::uint8_t { good, fair, poor, undecided };

/// The band's name in results.
constexpr std::string_view name(band b) {
    constexpr std::string_view names[] = {"good", "fair", "poor", "undecided"};
    return names[static_cast<int>(b)];
}

/// The band of a value, all of its interval where it has one; `good_from` is at least as good as `poor_below`.
inline band judge_band(double value, const std::optional<interval>& limits, double good_from, double poor_below,
                       good better) {
    const auto of = [&](double v) {
        return reaches(v, good_from, better) ? band::good : reaches(v, poor_below, better) ? band::fair : band::poor;
    };
    if (!limits) {
        return of(value);
    }
    return of(limits->low) == of(limits->high) ? of(limits->low) : band::undecided;
}

}  // namespace cxm
