#pragma once

#include <array>
#include <cmath>
#include <cstddef>

#include <cxm/project/curve_fit.hpp>
#include <cxm/project/renewals.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

/// The shifted beta-geometric curve (Fader & Hardie 2007, J. Interactive Marketing 21:76): each customer leaves at
/// every renewal with the same chance, and the chances are spread over customers as Beta(alpha, beta).
struct sbg {
    static constexpr std::size_t size = 2;
    static constexpr std::array names{"alpha", "beta"};

    double alpha;
    double beta;

    static sbg from_logs(const point<size>& logs) { return {std::exp(logs[0]), std::exp(logs[1])}; }
};

namespace detail {

inline void require_curve(const sbg& curve, double age) {
    require_parameters({curve.alpha, curve.beta});
    require_age(age);
}

}  // namespace detail

/// The share of those who made age - 1 renewals that make the next; age from 1. As `survival` it throws
/// std::invalid_argument for parameters and ages that cannot be.
inline double renewal_rate(const sbg& curve, double age) {
    detail::require_curve(curve, age - 1.0);
    return (curve.beta + age - 1.0) / (curve.alpha + curve.beta + age - 1.0);
}

/// The share that is still there after `age` renewals.
inline double survival(const sbg& curve, double age) {
    detail::require_curve(curve, age);
    return std::exp(log_rising(curve.beta, age) - log_rising(curve.alpha + curve.beta, age));
}

/// The risks fall with age, so counts whose risks do not fall have no best curve: then alpha and beta grow together.
inline double log_likelihood(const sbg& curve, const renewal_counts& counts) {
    double sum = 0.0;
    double age = 0.0;
    for (const renewals_at_age& at : counts.ages()) {
        const double stays = curve.beta + age++;
        sum -= at.renewed * std::log1p(curve.alpha / stays) + at.lost * std::log1p(stays / curve.alpha);
    }
    return sum;
}

/// The most likely curve; needs two ages. Where the customers show no difference (`at_bound`) it stands for a constant
/// renewal rate, with alpha + beta = 10^9.
inline fitted<sbg> fit_sbg(const renewal_counts& counts) {
    constexpr std::array<point<2>, 3> starts{{{0.0, 0.0}, {1.0, 1.0}, {0.0, 2.0}}};
    fitted<sbg> fit = detail::fit_curve<sbg>(counts, starts);
    const auto [renewed, lost] = counts.total();
    if (!fit.model || renewed == 0.0) {
        return fit;
    }
    const double rate = renewed / (renewed + lost);
    const double at_one_rate = renewed * std::log(rate) + lost * std::log1p(-rate);
    if (fit.log_likelihood - at_one_rate < 1e-6) {
        fit.standing = fit_standing::at_bound;
        fit.model = sbg{1e9 * (1.0 - rate), 1e9 * rate};
        fit.logs = {std::log(fit.model->alpha), std::log(fit.model->beta)};
        fit.log_likelihood = at_one_rate;
        fit.covariance.reset();
        fit.bound = 0;
    }
    return fit;
}

}  // namespace cxm
