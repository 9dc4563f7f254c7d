#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <span>
#include <vector>

#include <cxm/association/ranks.hpp>
#include <cxm/compare/adjust.hpp>
#include <cxm/interval/basis.hpp>

namespace cxm {

/// How one series goes with another some periods later.
struct lagged_correlation {
    int lag;  ///< periods by which b is later than a; negative: earlier
    rank_correlation at_lag;
    std::optional<double> adjusted_p;  ///< Holm's, over all lags that have a p
};

struct lagged_correlations {
    std::vector<lagged_correlation> lags;
    rank_correlation of_changes;  ///< of the differences from period to period at lag 0, which no common drift makes
};

/// The differences from period to period, one fewer than values; not_given beside a gap.
inline std::vector<double> changes(std::span<const double> series) {
    std::vector<double> made;
    for (std::size_t i = 1; i < series.size(); ++i) {
        made.push_back(series[i] - series[i - 1]);
    }
    return made;
}

/// Spearman's correlation of a[t] with b[t + lag] for each lag. Two series that both drift always agree, and the best
/// of several lags often does: read the changes and the adjusted p beside it. Throws std::invalid_argument as
/// `spearman` does.
inline lagged_correlations spearman_lags(std::span<const double> a, std::span<const double> b,
                                         std::span<const int> lags) {
    detail::require(a.size() == b.size(), "a rank correlation needs series of one length");
    lagged_correlations made;
    std::vector<double> p;
    for (const int lag : lags) {
        const std::size_t shift = std::min(a.size(), static_cast<std::size_t>(std::abs(static_cast<long long>(lag))));
        const std::size_t pairs = a.size() - shift;
        const auto earlier = (lag < 0 ? b : a).first(pairs);
        const auto later = (lag < 0 ? a : b).last(pairs);
        made.lags.push_back({lag, lag < 0 ? spearman(later, earlier) : spearman(earlier, later), std::nullopt});
        if (made.lags.back().at_lag.p) {
            p.push_back(*made.lags.back().at_lag.p);
        }
    }
    const std::vector<double> adjusted = holm(p);
    auto next = adjusted.begin();
    for (lagged_correlation& each : made.lags) {
        if (each.at_lag.p) {
            each.adjusted_p = *next++;
        }
    }
    made.of_changes = spearman(changes(a), changes(b));
    return made;
}

}  // namespace cxm
