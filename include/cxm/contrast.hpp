#pragma once

#include <cmath>
#include <span>
#include <vector>

#include <cxm/contrast/families.hpp>
#include <cxm/contrast/result.hpp>
#include <cxm/estimate.hpp>

namespace cxm {

/// Compares a metric of two records by their inputs, as `inputs_of` orders them.
///
/// The verdict follows the interval. Fisher's test takes the place of any other by itself where a count expected under
/// equal shares is below 5, unless the plain one is asked for (`pooled`, which then says so); there a verdict needs its
/// p as well. Inputs must be reconciled.
inline contrast contrast_of(const metric& m, std::span<const double> before_given, std::span<const double> after_given,
                            const contrast_options& options = {}) {
    const std::vector<double> before = counted_inputs(m, before_given);
    const std::vector<double> after = counted_inputs(m, after_given);
    interval_options of_each;
    of_each.level = options.level;
    of_each.nets = options.nets;
    const estimate a = estimate_of(m, before, of_each);
    const estimate b = estimate_of(m, after, of_each);
    contrast made = detail::change_of(m, a, b);
    if (!made.change) {
        return made;
    }
    const bool both_limits = a.limits && b.limits;
    const fraction sides = split(m.value);
    const auto side = [&](const formula& f, std::span<const double> inputs) {
        const double value = evaluate(f, inputs).value;
        return rounds_counts(m) ? std::round(value) : value;
    };
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
    detail::conclude(m, a.limits ? b : a, made);
    if (made.test == "fisher" && made.is != verdict::no_clear_change && *made.p >= 1 - options.level) {
        made.is = verdict::no_clear_change;
        made.why = "so few cases that Fisher's exact test decides, which finds no clear change";
    }
    return made;
}

/// The same for readings in any order: `contrast_of(churn, {customers_lost = 50, …}, {customers_lost = 40, …})`.
inline contrast contrast_of(const metric& m, readings before, readings after, const contrast_options& options = {}) {
    return contrast_of(m, in_order(m, before), in_order(m, after), options);
}

/// Compares two values of a metric that come with intervals of their own, such as retention over several periods.
inline contrast contrast_of(const metric& m, const estimate& before, const estimate& after) {
    contrast made = detail::change_of(m, before, after);
    if (!made.change) {
        return made;
    }
    if (before.limits && after.limits) {
        detail::contrast_limits(before, after, made);
    }
    detail::conclude(m, before.limits ? after : before, made);
    return made;
}

}  // namespace cxm
