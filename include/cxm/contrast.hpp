#pragma once

#include <cmath>
#include <optional>
#include <span>
#include <string_view>

#include <cxm/compare.hpp>
#include <cxm/estimate.hpp>

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
    std::optional<double> relative;           ///< change / before; absent where that means nothing
    std::optional<interval> relative_limits;  ///< of the relative change; the high end may be infinite
    std::optional<double> p;
    std::string_view test;  ///< where p is from
    verdict is = verdict::none;
    std::string_view why;  ///< why there is no verdict, or what to know about it
};

constexpr std::string_view name(verdict v) {
    constexpr std::string_view names[] = {"none", "better", "worse", "no clear change"};
    return names[static_cast<int>(v)];
}

namespace detail {

/// A relative change means something for quantities with a true zero: not for NPS, growth, ROI and their like.
inline bool has_relative_change(const metric& m, double before) {
    const bool can_be_negative = m.shown == as::points || m.shown == as::ratio || m.shown == as::score;
    return !can_be_negative && before > 0;
}

/// The verdict follows the interval: of the change, or of the relative change where only that has one.
inline verdict verdict_of(const metric& m, const contrast& c) {
    const std::optional<interval>& limits = c.limits ? c.limits : c.relative_limits;
    if (!limits) {
        return verdict::none;
    }
    if (limits->low <= 0 && limits->high >= 0) {
        return verdict::no_clear_change;
    }
    return (limits->low > 0) == (m.better == good::higher) ? verdict::better : verdict::worse;
}

inline interval less_one(const interval& ratio) { return {ratio.low - 1, ratio.high - 1, ratio.level, ratio.method}; }

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
    if (!ratio && to.relative) {
        ratio = pooled ? koopman(a, b, level) : miettinen_nurminen_ratio(a, b, level);
    }
    if (to.relative && ratio) {
        to.relative_limits = less_one(*ratio);
    }
    const z_test z = pooled ? pooled_z_test(a, b) : n_minus_1_test(a, b);
    to.p = n > 1 ? z.p : 1;
    to.test = pooled ? "pooled-z" : "n-1";
    if (options.shares == share_method::fisher ||
        (options.shares == share_method::standard && small_expected_counts(a, b))) {
        to.p = fisher_exact(a, b);
        to.test = "fisher";
    }
}

inline net_answers answers_of(const metric& m, std::span<const double> inputs) {
    const auto part = [&](std::size_t i) { return inputs[position(m.value, *m.net[i])]; };
    return {part(0), part(1), part(2)};
}

inline void contrast_nets(const metric& m, std::span<const double> before, std::span<const double> after,
                          const contrast_options& options, contrast& to) {
    const net_answers a = answers_of(m, before);
    const net_answers b = answers_of(m, after);
    const difference made = options.nets == net_interval::score ? net_difference_score(a, b, options.level)
                                                                : net_difference(a, b, options.level);
    const double scale = net_scale(m);
    to.limits = interval{made.limits->low * scale, made.limits->high * scale, options.level, made.limits->method};
    to.p = made.p;
    to.test = made.test;
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
    to.p = means.p;
    to.test = means.test;
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

/// Compares a metric of two records by their inputs, as `inputs_of` orders them.
///
/// The verdict follows the interval. Fisher's test takes the N-1 test's place by itself where a count expected under
/// equal shares is below 5; there a verdict needs its p as well. Inputs must be reconciled.
inline contrast contrast_of(const metric& m, std::span<const double> before, std::span<const double> after,
                            const contrast_options& options = {}) {
    interval_options of_each;
    of_each.level = options.level;
    of_each.nets = options.nets;
    const estimate a = estimate_of(m, before, of_each);
    const estimate b = estimate_of(m, after, of_each);
    contrast made;
    if (!a.comes_to.ok() || !b.comes_to.ok()) {
        made.why = "needs a value on both sides";
        return made;
    }
    made.change = b.comes_to.value - a.comes_to.value;
    if (detail::has_relative_change(m, a.comes_to.value)) {
        made.relative = *made.change / a.comes_to.value;
    }
    const fraction sides = split(m.value);
    const auto side = [&](const formula& f, std::span<const double> inputs) { return evaluate(f, inputs).value; };
    const bool both_limits = a.limits && b.limits;
    switch (inference_of(m)) {
        case inference::net: detail::contrast_nets(m, before, after, options, made); break;
        case inference::share:
            detail::contrast_shares({side(sides.top, before), side(sides.bottom, before)},
                                    {side(sides.top, after), side(sides.bottom, after)}, options, made);
            break;
        case inference::rate:
            detail::contrast_rates({side(sides.top, before), side(sides.bottom, before)},
                                   {side(sides.top, after), side(sides.bottom, after)}, options, made);
            break;
        case inference::mean:
            if (both_limits) {
                const std::size_t squares = m.value.inputs().size();
                detail::contrast_means({side(sides.top, before), before[squares], a.n},
                                       {side(sides.top, after), after[squares], b.n}, options, made);
            }
            break;
        default:
            if (both_limits) {
                detail::contrast_limits(a, b, made);
            }
    }
    if (!made.limits && !made.relative_limits) {
        made.why = why_no_interval(m, a.limits ? b : a);
    }
    made.is = detail::verdict_of(m, made);
    if (made.test == "fisher" && made.is != verdict::no_clear_change && *made.p >= 1 - options.level) {
        made.is = verdict::no_clear_change;
        made.why = "few cases, and Fisher's exact test finds no clear change";
    }
    return made;
}

/// Compares two values of a metric that come with intervals of their own, such as retention over several periods.
inline contrast contrast_of(const metric& m, const estimate& before, const estimate& after) {
    contrast made;
    if (!before.comes_to.ok() || !after.comes_to.ok()) {
        made.why = "needs a value on both sides";
        return made;
    }
    made.change = after.comes_to.value - before.comes_to.value;
    if (detail::has_relative_change(m, before.comes_to.value)) {
        made.relative = *made.change / before.comes_to.value;
    }
    if (before.limits && after.limits) {
        detail::contrast_limits(before, after, made);
    } else {
        made.why = why_no_interval(m, before.limits ? after : before);
    }
    made.is = detail::verdict_of(m, made);
    return made;
}

}  // namespace cxm
