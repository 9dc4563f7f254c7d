#pragma once

#include <algorithm>
#include <cmath>
#include <string_view>

#include <cxm/interval/basis.hpp>
#include <cxm/special/normal.hpp>
#include <cxm/special/search.hpp>

/// Intervals of a net share, (promoters - detractors)/answers, as shares in -1..1: NPS points are 100 times these.
/// All throw std::invalid_argument unless the counts are >= 0, their sum is positive and 0 < level < 1.
namespace cxm {

/// The variance of one answer, promoter +1, passive 0, detractor -1, from the shares of promoters and detractors.
inline double net_variance(double promoters, double detractors) {
    const double net = promoters - detractors;
    return std::max(0.0, promoters + detractors - net * net);
}

namespace detail {

/// A net share with the standard error of its estimate.
struct net_estimate {
    double share;
    double error;
};

inline void require_net(double promoters, double passives, double detractors) {
    require(promoters >= 0.0 && passives >= 0.0 && detractors >= 0.0, "counts of answers must be 0 or more");
    const double n = promoters + passives + detractors;
    require(n > 0.0 && std::isfinite(n), "a net share needs at least one answer");
}

inline net_estimate estimate_net(double promoters, double passives, double detractors) {
    const double n = promoters + passives + detractors;
    const double polar = promoters + detractors;
    const double net = promoters - detractors;
    return {net / n, std::sqrt(std::max(0.0, product_difference(polar, n, net, net)) / n) / n};
}

/// With three answers added as 3/4, 3/2, 3/4 (Rocks 2016).
inline net_estimate adjusted_net(double promoters, double passives, double detractors) {
    return estimate_net(promoters + 0.75, passives + 1.5, detractors + 0.75);
}

inline bounds net_around(net_estimate centre, double z) {
    const double reach = z * centre.error;
    return {std::max(-1.0, centre.share - reach), std::min(1.0, centre.share + reach)};
}

/// Promoters and detractors of n answers vary by this much if the true net share is t: the score variance over n.
inline double restricted_net_variance(double promoters, double detractors, double n, double t) {
    const double a = 2.0 * n;
    const double b = (a - promoters + detractors) * t - promoters - detractors;
    const double c = -detractors * t * (1.0 - t);
    const double root = std::sqrt(std::max(0.0, b * b - 4.0 * a * c));
    // Of the two ways to write the same root of the quadratic, the one that adds.
    const double share = b < 0.0 ? (root - b) / (2.0 * a) : b + root > 0.0 ? -2.0 * c / (b + root) : 0.0;
    return std::max(0.0, 2.0 * share + t * (1.0 - t));
}

/// The lower limit that inverts the score test; the upper one is its mirror image.
inline double net_score_low(double promoters, double passives, double detractors, double z) {
    const double n = promoters + passives + detractors;
    const double net = (promoters - detractors) / n;
    return boundary(net, -1.0, [=](double t) {
        return net - t <= z * std::sqrt(restricted_net_variance(promoters, detractors, n, t) / n);
    });
}

inline bounds net_score_bounds(double promoters, double passives, double detractors, double z) {
    return {net_score_low(promoters, passives, detractors, z), 0.0 - net_score_low(detractors, passives, promoters, z)};
}

}  // namespace detail

/// The limits of net_adjusted_wald for a critical value z computed once: for use in loops; checks nothing.
inline bounds net_adjusted_wald_bounds(double promoters, double passives, double detractors, double z) {
    const double n = promoters + passives + detractors;
    return holding(detail::net_around(detail::adjusted_net(promoters, passives, detractors), z),
                   (promoters - detractors) / n);
}

/// "adjusted-wald", the default; centred on the shrunken share, and moved out to the plain one where it would miss it.
inline interval net_adjusted_wald(double promoters, double passives, double detractors, double level = 0.95) {
    detail::require_net(promoters, passives, detractors);
    const auto [low, high] = net_adjusted_wald_bounds(promoters, passives, detractors, normal_critical(level));
    return {low, high, level, "adjusted-wald"};
}

/// "score": the inverted score test, which is Tango's (1998) interval for paired proportions.
inline interval net_score(double promoters, double passives, double detractors, double level = 0.95) {
    detail::require_net(promoters, passives, detractors);
    const auto [low, high] = detail::net_score_bounds(promoters, passives, detractors, normal_critical(level));
    return {low, high, level, "score"};
}

/// "wald": for comparison only, it has no width where everybody agrees.
inline interval net_wald(double promoters, double passives, double detractors, double level = 0.95) {
    detail::require_net(promoters, passives, detractors);
    const auto [low, high] =
        detail::net_around(detail::estimate_net(promoters, passives, detractors), normal_critical(level));
    return {low, high, level, "wald"};
}

}  // namespace cxm
