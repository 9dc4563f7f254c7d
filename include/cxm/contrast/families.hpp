#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <span>

#include <cxm/compare.hpp>
#include <cxm/contrast/result.hpp>
#include <cxm/estimate.hpp>

namespace cxm {

/// The verdict on a change that follows its interval; none without one.
inline verdict verdict_of(const metric& m, const std::optional<interval>& limits) {
    if (!limits) {
        return verdict::none;
    }
    if (limits->low <= 0 && limits->high >= 0) {
        return verdict::no_clear_change;
    }
    return (limits->low > 0) == (m.better == good::higher) ? verdict::better : verdict::worse;
}

namespace detail {

/// A relative change means something for quantities with a true zero: not for NPS, growth, ROI and their like. From 0
/// it is infinite where counts can say how far from 0 it is.
inline std::optional<double> relative_change(const metric& m, double before, double after) {
    const bool can_be_negative = m.shown == as::points || m.shown == as::ratio || m.shown == as::score;
    const bool counted = inference_of(m) == inference::share || inference_of(m) == inference::rate;
    if (counted && before == 0 && after > 0) {
        return std::numeric_limits<double>::infinity();
    }
    return !can_be_negative && before > 0 ? std::optional((after - before) / before) : std::nullopt;
}

/// The change alone, or why there is none.
inline contrast change_of(const metric& m, const estimate& before, const estimate& after) {
    contrast made;
    if (!before.comes_to.ok() || !after.comes_to.ok()) {
        made.why = "needs a value on both sides";
        return made;
    }
    made.change = after.comes_to.value - before.comes_to.value;
    made.relative = relative_change(m, before.comes_to.value, after.comes_to.value);
    return made;
}

/// That of the change, or of the relative change where only that has an interval.
inline verdict verdict_of(const metric& m, const contrast& c) {
    return verdict_of(m, c.limits ? c.limits : c.relative_limits);
}

/// The verdict, or why there is none, by the side that has no limits; rounding may not part a change from its limits.
inline void conclude(const metric& m, const estimate& without_limits, contrast& to) {
    if (to.limits) {
        const bounds ends = holding({to.limits->low, to.limits->high}, *to.change);
        to.limits->low = ends.low;
        to.limits->high = ends.high;
    }
    to.is = verdict_of(m, to);
    if (to.is == verdict::none) {
        to.why = why_no_interval(m, without_limits);
    }
}

inline interval less_one(const interval& ratio) { return {ratio.low - 1, ratio.high - 1, ratio.level, ratio.method}; }

/// What a test found, its standard error in the metric's unit.
inline void take_test(const difference& found, double scale, contrast& to) {
    to.p = found.p;
    to.test = found.test;
    to.error = found.error ? std::optional(scale * *found.error) : std::nullopt;
    to.statistic = found.statistic;
}

inline void contrast_shares(proportion a, proportion b, const contrast_options& options, contrast& to) {
    const double level = options.level;
    const double n = a.n + b.n;
    to.change = share_gap(a, b);
    std::optional<interval> ratio;
    switch (options.shares) {
        case share_method::newcombe: to.limits = newcombe(a, b, level); break;
        case share_method::koopman: ratio = koopman(a, b, level); break;
        case share_method::katz: ratio = katz(a, b, level); break;
        case share_method::pooled: to.limits = mee(a, b, level); break;
        default: to.limits = miettinen_nurminen(a, b, level);
    }
    const bool pooled = options.shares == share_method::pooled || options.shares == share_method::koopman;
    if (!ratio) {
        ratio = pooled ? koopman(a, b, level) : miettinen_nurminen_ratio(a, b, level);
    }
    to.relative_limits = less_one(*ratio);
    const z_test z = pooled ? pooled_z_test(a, b) : n_minus_1_test(a, b);
    to.p = n > 1 ? z.p : 1;
    to.test = pooled ? "pooled-z" : "n-1";
    to.error = z.error;
    to.statistic = z.z;
    const bool few = small_expected_counts(a, b);
    // Who asks for an interval by name has not asked to go without the exact test; who asks for the plain test has.
    if (options.shares == share_method::fisher || (few && options.shares != share_method::pooled)) {
        // Weighted answers are worth no whole number of them.
        to.p = fisher_exact({std::round(a.x), std::round(a.n)}, {std::round(b.x), std::round(b.n)});
        to.test = "fisher";
        to.error = to.statistic = std::nullopt;
    } else if (few) {
        to.why = "few cases, where the plain chi-squared test is too sure of itself; Fisher's exact test is not";
    }
}

inline net_answers answers_of(const metric& m, std::span<const double> inputs) {
    const auto part = [&](std::size_t i) { return inputs[position(m.value, *m.net[i])]; };
    return {part(0), part(1), part(2)};
}

inline difference net_difference_of(net_answers a, net_answers b, const contrast_options& options) {
    switch (options.nets) {
        case net_interval::score: return net_difference_score(a, b, options.level);
        case net_interval::wald: return net_difference_wald(a, b, options.level);
        case net_interval::adjusted_wald: break;
    }
    return net_difference(a, b, options.level);
}

inline void contrast_nets(const metric& m, std::span<const double> before, std::span<const double> after,
                          const contrast_options& options, contrast& to) {
    const net_answers a = answers_of(m, before);
    const net_answers b = answers_of(m, after);
    const difference net = net_difference_of(a, b, options);
    const double scale = net_scale(m);
    to.limits = interval{net.limits->low * scale, net.limits->high * scale, options.level, net.limits->method};
    take_test(net, scale, to);
}

/// Only the ratio's limits never contradict the exact test.
inline void contrast_rates(event_rate a, event_rate b, const contrast_options& options, contrast& to) {
    const quotient ratio = rate_ratio(a, b, options.level);
    to.relative_limits = less_one(ratio.limits);
    to.p = ratio.p;
    to.test = ratio.test;
}

inline void contrast_means(value_sums a, value_sums b, const contrast_options& options, contrast& to) {
    const difference means = mean_difference(a, b, options.level);
    to.limits = means.limits;
    take_test(means, 1, to);
}

/// The limits of both values, squared and added; for intervals that no counts of one period are behind.
inline void contrast_limits(const estimate& before, const estimate& after, contrast& to) {
    const interval& a = *before.limits;
    const interval& b = *after.limits;
    const bounds ends =
        squared_and_added(before.comes_to.value, {a.low, a.high}, after.comes_to.value, {b.low, b.high});
    to.limits = interval{ends.low, ends.high, a.level, "mover"};
}

}  // namespace detail

}  // namespace cxm
