#pragma once

#include <cmath>
#include <optional>

#include <cxm/compare/result.hpp>
#include <cxm/interval/net.hpp>
#include <cxm/special/normal.hpp>

/// Differences of two net shares, in -2..2: NPS points are 100 times these.
/// All throw std::invalid_argument for negative counts, no answers and levels outside (0, 1).
namespace cxm {

/// The answers of one group.
struct net_answers {
    double promoters;
    double passives;
    double detractors;
};

namespace detail {

inline double net_gap(net_answers a, net_answers b) {
    require_net(a.promoters, a.passives, a.detractors);
    require_net(b.promoters, b.passives, b.detractors);
    return estimate_net(b.promoters, b.passives, b.detractors).share -
           estimate_net(a.promoters, a.passives, a.detractors).share;
}

}  // namespace detail

/// The default: "adjusted-wald" in both groups, limits and p centred on the shrunken shares; a limit that misses the
/// plain difference is moved out to it.
inline difference net_difference(net_answers a, net_answers b, double level = 0.95) {
    const double gap = detail::net_gap(a, b);
    const auto of_a = detail::adjusted_net(a.promoters, a.passives, a.detractors);
    const auto of_b = detail::adjusted_net(b.promoters, b.passives, b.detractors);
    const double centre = of_b.share - of_a.share;
    const double error = std::hypot(of_a.error, of_b.error);
    const double reach = normal_critical(level) * error;
    return {gap,
            detail::clipped(holding({centre - reach, centre + reach}, gap), -2.0, 2.0, level, "adjusted-wald"),
            two_sided_p(centre / error),
            "adjusted-wald",
            error,
            centre / error};
}

/// "wald": nothing added in either group, limits and p of the plain z; for comparison with figures made elsewhere, as
/// it is too sure of itself in small groups and has no width where everybody agrees.
inline difference net_difference_wald(net_answers a, net_answers b, double level = 0.95) {
    const double gap = detail::net_gap(a, b);
    const double error = std::hypot(detail::estimate_net(a.promoters, a.passives, a.detractors).error,
                                    detail::estimate_net(b.promoters, b.passives, b.detractors).error);
    const double reach = normal_critical(level) * error;
    difference plain{gap, detail::clipped({gap - reach, gap + reach}, -2.0, 2.0, level, "wald"),
                     gap == 0 ? 1.0 : two_sided_p(gap / error), "wald"};
    if (error > 0) {
        plain.error = error;
        plain.statistic = gap / error;
    }
    return plain;
}

/// "score": the score limits of both groups, squared and added; has no p.
inline difference net_difference_score(net_answers a, net_answers b, double level = 0.95) {
    const double gap = detail::net_gap(a, b);
    const double z = normal_critical(level);
    const auto limits = detail::squared_and_added(detail::estimate_net(a.promoters, a.passives, a.detractors).share,
                                                  detail::net_score_bounds(a.promoters, a.passives, a.detractors, z),
                                                  detail::estimate_net(b.promoters, b.passives, b.detractors).share,
                                                  detail::net_score_bounds(b.promoters, b.passives, b.detractors, z));
    return {gap, detail::clipped(limits, -2.0, 2.0, level, "score"), std::nullopt, {}};
}

}  // namespace cxm
