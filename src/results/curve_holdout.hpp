#pragma once

#include <cmath>
#include <cstddef>
#include <vector>

#include <cxm/project/limits.hpp>
#include <cxm/project/tenure.hpp>
#include <cxm/special/normal.hpp>

#include "results/projection.hpp"

namespace cxm {

/// How many are there at the end of each cohort, of those there before the renewals that are held out: the curve's own
/// uncertainty, and chance in who leaves.
template <class Curve>
forecast_figure foretold(const fitted<Curve>& fit, const projection_question& of, std::size_t held_out) {
    const auto each = [&](const Curve& curve, auto&& take) {
        for (const std::vector<double>& cohort : of.cohorts) {
            if (cohort.size() > held_out) {
                const auto to = static_cast<double>(cohort.size() - 1);
                const double from = to - static_cast<double>(held_out);
                take(cohort[static_cast<std::size_t>(from)], survival(curve, to) / survival(curve, from));
            }
        }
    };
    double n = 0;
    double by_chance = 0;  // the variance
    each(*fit.model, [&](double customers, double stays) {
        n += customers;
        by_chance += customers * stays * (1 - stays);
    });
    const auto kept = [&](const Curve& curve) {
        double sum = 0;
        each(curve, [&](double customers, double stays) { sum += customers * stays; });
        return sum / n;
    };
    const double p = n > 0 ? kept(*fit.model) : 0;
    forecast_figure f{"customers_expected", figure_unit::count, n * p, {}, n};
    if (!(p > 0 && p < 1 && n > 0)) {
        return f;
    }
    const double z = normal_critical(of.level);
    const auto odds = [](double share) { return std::log(share) - std::log1p(-share); };
    const auto share = [](double log_odds) { return 1 / (1 + std::exp(-log_odds)); };
    const auto own = logit_limits(fit, kept, of.level);
    const double of_curve = own ? (odds(own->high) - odds(own->low)) / 2 : 0;
    const double reach = std::hypot(of_curve, z * std::sqrt(by_chance) / (n * p * (1 - p)));
    f.limits = interval{n * share(odds(p) - reach), n * share(odds(p) + reach), of.level,
                        own ? "delta-logit-binomial" : "logit-binomial"};
    return f;
}

/// Those of the cohorts whose last renewals are held out.
inline double left_at_the_end(const projection_question& of, std::size_t held_out) {
    double sum = 0;
    for (const std::vector<double>& cohort : of.cohorts) {
        sum += cohort.size() > held_out ? cohort.back() : 0;
    }
    return sum;
}

}  // namespace cxm
