#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>

#include <cxm/project/curve_fit.hpp>
#include <cxm/project/renewals.hpp>
#include <cxm/project/sbg.hpp>
#include <cxm/special/normal.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

/// The beta-discrete-Weibull curve (Fader, Hardie, Liu, Davin & Steenburgh 2018, J. Interactive Marketing 43:1): as
/// sbg, but a customer's own risk grows with the time spent for c > 1 and falls for c < 1.
struct bdw {
    static constexpr std::size_t size = 3;
    static constexpr std::array names{"alpha", "beta", "c"};

    double alpha;
    double beta;
    double c;

    static bdw from_logs(const point<size>& logs) { return {std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2])}; }
};

namespace detail {

inline double log_survival(const bdw& curve, double age) {
    const double stretched = std::pow(age, curve.c);
    return log_rising(curve.beta, stretched) - log_rising(curve.alpha + curve.beta, stretched);
}

inline void require_curve(const bdw& curve, double age) {
    require_parameters({curve.alpha, curve.beta, curve.c});
    require_age(age);
}

}  // namespace detail

/// The share that is still there after `age` renewals. As `renewal_rate` it throws std::invalid_argument for parameters
/// and ages that cannot be.
inline double survival(const bdw& curve, double age) {
    detail::require_curve(curve, age);
    return std::exp(detail::log_survival(curve, age));
}

/// The share of those who made age - 1 renewals that make the next; age from 1.
inline double renewal_rate(const bdw& curve, double age) {
    detail::require_curve(curve, age - 1.0);
    return std::exp(detail::log_survival(curve, age) - detail::log_survival(curve, age - 1.0));
}

inline double log_likelihood(const bdw& curve, const renewal_counts& counts) {
    double sum = 0.0;
    double before = 0.0;
    double age = 1.0;
    for (const renewals_at_age& at : counts.ages()) {
        const double now = detail::log_survival(curve, age++);
        sum += at.renewed * (now - before);
        if (at.lost > 0.0) {
            sum += at.lost * std::log(-std::expm1(now - before));
        }
        before = now;
    }
    return sum;
}

/// The most likely curve; needs three ages. The likelihood hardly tells alpha and beta apart: judge the curve by
/// itself.
inline fitted<bdw> fit_bdw(const renewal_counts& counts) {
    constexpr std::array<point<3>, 3> starts{{{0.0, 0.0, 0.0}, {-1.0, 0.5, 0.4}, {0.0, 2.0, 0.0}}};
    return detail::fit_curve<bdw>(counts, starts);
}

/// Whether a bdw fits better than the sbg that it holds (c = 1) by more than chance.
struct likelihood_ratio {
    double statistic;  ///< twice the gain in log-likelihood
    double p;          ///< of chi-square with 1 degree of freedom
};

/// Both fitted to the same counts; absent unless both have a model.
inline std::optional<likelihood_ratio> compare_curves(const fitted<sbg>& simple, const fitted<bdw>& wide) {
    if (!simple.model || !wide.model) {
        return std::nullopt;
    }
    // A search that stopped short of the simpler curve by rounding found no gain.
    const double statistic = std::max(0.0, 2.0 * (wide.log_likelihood - simple.log_likelihood));
    return likelihood_ratio{statistic, two_sided_p(std::sqrt(statistic))};
}

}  // namespace cxm
