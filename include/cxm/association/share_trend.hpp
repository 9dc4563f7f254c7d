#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <cxm/compare/ratio.hpp>
#include <cxm/interval/basis.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

/// A group at one score: those of its n persons to whom it happened, such as churn by 0 detractor, 1 passive, 2
/// promoter.
struct scored_group {
    double score;
    double x;
    double n;
};

/// Whether a share rises or falls with a score.
struct share_trend {
    std::vector<std::optional<double>> shares;  ///< by group; absent where it is empty
    std::optional<double> z;                    ///< below 0 where the share falls; absent where nothing can be tested
    std::optional<double> p;                    ///< two-sided; absent with z
    std::string_view why = {};                  ///< why there is no z
    std::optional<quotient> ratio;  ///< last group over first, Miettinen-Nurminen; absent where one is empty
};

/// "cochran-armitage" (Cochran 1954, Armitage 1955), with the variance under no trend and without correction; R's
/// prop.trend.test gives its square. Throws std::invalid_argument for counts outside 0..n and levels outside (0, 1).
inline share_trend cochran_armitage(std::span<const scored_group> groups, double level = 0.95) {
    detail::require_level(level);
    share_trend made;
    double n = 0.0;
    double x = 0.0;
    double scores = 0.0;
    for (const scored_group& g : groups) {
        detail::require(std::isfinite(g.score), "a score must be finite");
        detail::require(g.x >= 0.0 && g.x <= g.n && std::isfinite(g.n), "a group's count lies between 0 and its total");
        made.shares.push_back(g.n > 0.0 ? std::optional(g.x / g.n) : std::nullopt);
        n += g.n;
        x += g.x;
        scores += g.n * g.score;
    }
    if (!groups.empty() && made.shares.front() && made.shares.back()) {
        const scored_group& first = groups.front();
        const scored_group& last = groups.back();
        made.ratio = share_ratio({first.x, first.n}, {last.x, last.n}, level);
    }
    double excess = 0.0;
    double spread = 0.0;
    bool differ = false;
    std::optional<double> first_score;
    for (const scored_group& g : groups) {
        if (g.n > 0.0) {
            differ = differ || g.score != first_score.value_or(g.score);
            first_score = g.score;
        }
        const double off = g.score - (n > 0.0 ? scores / n : 0.0);
        excess += off * g.x;
        spread += off * off * g.n;
    }
    const double variance = n > 0.0 ? x / n * ((n - x) / n) * spread : 0.0;
    if (differ && variance > 0.0) {
        made.z = excess / std::sqrt(variance);
        made.p = two_sided_p(*made.z);
    } else {
        made.why = n == 0.0             ? "nobody is in any group"
                   : x == 0.0 || x == n ? "it happened to all or to none"
                                        : "all persons have the same score";
    }
    return made;
}

}  // namespace cxm
