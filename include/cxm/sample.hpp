#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include <cxm/interval/basis.hpp>
#include <cxm/interval/net.hpp>
#include <cxm/special/normal.hpp>
#include <cxm/special/search.hpp>

/// Sizes of samples to plan before data exist. Results are exact numbers: round up with std::ceil.
/// All throw std::invalid_argument for shares outside 0..1, margins not above 0, levels and powers outside (0, 1).
namespace cxm {

/// The answers of groups A and B that a test needs.
struct group_sizes {
    double a;
    double b;
};

namespace detail {

inline void require_share(double share) { require(share >= 0.0 && share <= 1.0, "a share lies between 0 and 1"); }

inline double power_quantile(double power) {
    require(power > 0.0 && power < 1.0, "a power lies strictly between 0 and 1");
    return normal_quantile(power);
}

/// The size of group B for groups in the proportion `a_per_b`.
inline double size_to_tell(double share_a, double share_b, double z_level, double z_power, double a_per_b) {
    const double pooled = (a_per_b * share_a + share_b) / (1.0 + a_per_b);
    const double same = std::sqrt(pooled * (1.0 - pooled) * (1.0 + 1.0 / a_per_b));
    const double apart = std::sqrt(share_b * (1.0 - share_b) + share_a * (1.0 - share_a) / a_per_b);
    const double ratio = std::max(0.0, z_level * same + z_power * apart) / (share_b - share_a);
    return ratio * ratio;
}

}  // namespace detail

/// Answers for a share known to +-margin (0.05 is five points); the default share 0.5 is the worst case.
inline double sample_for_share(double margin, double share = 0.5, double level = 0.95) {
    detail::require_share(share);
    detail::require(margin > 0.0, "a margin must be above 0");
    const double ratio = normal_critical(level) / margin;
    return ratio * ratio * share * (1.0 - share);
}

/// Answers for a net share known to +-margin (0.05 is five NPS points); the default variance 1 is the worst case.
inline double sample_for_net(double margin, double variance = 1.0, double level = 0.95) {
    detail::require_share(variance);
    detail::require(margin > 0.0, "a margin must be above 0");
    const double ratio = normal_critical(level) / margin;
    return ratio * ratio * variance;
}

/// Answers of each group that show a difference of two net shares (0.05 is five NPS points) with the given power, where
/// A has `a_per_b` answers for each of B.
inline group_sizes sizes_for_net_difference(double difference, double variance_a = 1.0, double variance_b = 1.0,
                                            double power = 0.8, double level = 0.95, double a_per_b = 1.0) {
    detail::require_share(variance_a);
    detail::require_share(variance_b);
    detail::require(std::fabs(difference) > 0.0, "a difference to show must not be 0");
    detail::require(a_per_b > 0.0 && std::isfinite(a_per_b), "the groups need a positive proportion");
    const double ratio = (normal_critical(level) + detail::power_quantile(power)) / difference;
    const double b = ratio * ratio * (variance_a / a_per_b + variance_b);
    return {a_per_b * b, b};
}

/// The same for equal groups: answers per group.
inline double sample_for_net_difference(double difference, double variance_a = 1.0, double variance_b = 1.0,
                                        double power = 0.8, double level = 0.95) {
    return sizes_for_net_difference(difference, variance_a, variance_b, power, level).b;
}

/// The smallest difference of two net shares that groups of these sizes show with the given power.
inline double detectable_net_difference(double n_a, double n_b, double variance_a = 1.0, double variance_b = 1.0,
                                        double power = 0.8, double level = 0.95) {
    detail::require_share(variance_a);
    detail::require_share(variance_b);
    detail::require(n_a > 0.0 && n_b > 0.0 && std::isfinite(n_a) && std::isfinite(n_b), "groups need answers");
    return (normal_critical(level) + detail::power_quantile(power)) * std::sqrt(variance_a / n_a + variance_b / n_b);
}

/// Sizes of an A/B test that shows share_a against share_b; absent where they are equal, as no size would do.
inline std::optional<group_sizes> sample_for_difference(double share_a, double share_b, double power = 0.8,
                                                        double level = 0.95, double a_per_b = 1.0) {
    detail::require_share(share_a);
    detail::require_share(share_b);
    detail::require(a_per_b > 0.0 && std::isfinite(a_per_b), "the groups need a positive proportion");
    const double z_level = normal_critical(level);
    const double z_power = detail::power_quantile(power);
    if (share_a == share_b) {
        return std::nullopt;
    }
    const double b = detail::size_to_tell(share_a, share_b, z_level, z_power, a_per_b);
    return group_sizes{a_per_b * b, b};
}

/// The smallest share above share_a that groups of these sizes show; absent where even a share of 1 is too close.
inline std::optional<double> detectable_share(double share_a, double n_a, double n_b, double power = 0.8,
                                              double level = 0.95) {
    detail::require_share(share_a);
    detail::require(n_a > 0.0 && n_b > 0.0 && std::isfinite(n_a) && std::isfinite(n_b), "groups need answers");
    const double z_level = normal_critical(level);
    const double z_power = detail::power_quantile(power);
    const auto enough = [=](double share_b) {
        return share_b > share_a && detail::size_to_tell(share_a, share_b, z_level, z_power, n_a / n_b) <= n_b;
    };
    if (!enough(1.0)) {
        return std::nullopt;
    }
    return detail::boundary(1.0, share_a, enough);
}

/// The chance that an A/B test with these shares and sizes finds a difference; counts both tails.
inline double power_to_tell(double share_a, double share_b, double n_a, double n_b, double level = 0.95) {
    detail::require_share(share_a);
    detail::require_share(share_b);
    detail::require(n_a > 0.0 && n_b > 0.0 && std::isfinite(n_a) && std::isfinite(n_b), "groups need answers");
    const double pooled = (n_a * share_a + n_b * share_b) / (n_a + n_b);
    const double reach = normal_critical(level) * std::sqrt(pooled * (1.0 - pooled) * (1.0 / n_a + 1.0 / n_b));
    const double error = std::sqrt(share_a * (1.0 - share_a) / n_a + share_b * (1.0 - share_b) / n_b);
    const double gap = std::fabs(share_b - share_a);
    if (error == 0.0) {
        return gap > reach ? 1.0 : 0.0;
    }
    return normal_cdf((gap - reach) / error) + normal_cdf(-(gap + reach) / error);
}

}  // namespace cxm
