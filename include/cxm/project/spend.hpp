#pragma once

#include <cmath>
#include <optional>
#include <span>

namespace cxm {

/// What a customer's repeat purchases came to.
struct mean_spend {
    double x;                ///< repeat purchases
    double mean;             ///< of their amounts
    double customers = 1.0;  ///< with the same two
};

/// Pearson's correlation of repeat purchases and mean amounts over those who came back, which gamma-gamma takes to be
/// 0: above 0.3 distrust it. Absent where either is the same for all.
inline std::optional<double> spend_correlation(std::span<const mean_spend> spends) {
    double n = 0.0, of_x = 0.0, of_mean = 0.0;
    for (const mean_spend& s : spends) {
        const double customers = s.x > 0.0 ? s.customers : 0.0;
        n += customers;
        of_x += customers * s.x;
        of_mean += customers * s.mean;
    }
    double xx = 0.0, mm = 0.0, xm = 0.0;
    for (const mean_spend& s : spends) {
        const double customers = s.x > 0.0 ? s.customers : 0.0;
        const double x = s.x - of_x / n;
        const double mean = s.mean - of_mean / n;
        xx += customers * x * x;
        mm += customers * mean * mean;
        xm += customers * x * mean;
    }
    const double product = xx * mm;
    return product > 0.0 && std::isfinite(product) ? std::optional(xm / std::sqrt(product)) : std::nullopt;
}

}  // namespace cxm
