#pragma once

#include <cmath>
#include <optional>
#include <span>
#include <string_view>

#include <cxm/compare/stratum.hpp>
#include <cxm/interval/basis.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

/// Two groups compared within strata, so that a different mix cannot pass for a difference; ratios are B over A.
struct stratified_comparison {
    std::optional<double> odds_ratio;     ///< Mantel and Haenszel's; absent where it would be infinite or 0/0
    std::optional<interval> odds_limits;  ///< "robins-breslow-greenland"; absent where the odds ratio is 0 or absent
    std::optional<double> risk_ratio;     ///< ratio of the shares, Mantel and Haenszel's
    std::optional<interval> risk_limits;  ///< "greenland-robins"; absent where the risk ratio is 0 or absent
    std::optional<double> chi_square;     ///< 1 degree of freedom; absent where nothing varies within any stratum
    double p;                             ///< two-sided, without continuity correction; 1 where chi_square is absent
};

namespace detail {

/// Sums over the strata, in the letters of Robins, Breslow & Greenland (1986) and Greenland & Robins (1985).
struct stratified_sums {
    double excess = 0.0;    ///< B's count less its expectation
    double variance = 0.0;  ///< hypergeometric
    double r = 0.0, s = 0.0, pr = 0.0, ps_qr = 0.0, qs = 0.0;
    double risk_b = 0.0, risk_a = 0.0, risk_spread = 0.0;

    void add(const stratum& t) {
        const double n = t.a.n + t.b.n;
        const double x = t.a.x + t.b.x;
        const double fail_a = t.a.n - t.a.x;
        const double fail_b = t.b.n - t.b.x;
        excess += product_difference(t.b.x, t.a.n, t.a.x, t.b.n) / n;
        variance += x / n * ((n - x) / n) * t.a.n * (t.b.n / (n - 1.0));
        const double p = (t.b.x + fail_a) / n;
        const double q = (fail_b + t.a.x) / n;
        const double own_r = t.b.x * fail_a / n;
        const double own_s = fail_b * t.a.x / n;
        r += own_r;
        s += own_s;
        pr += p * own_r;
        ps_qr += p * own_s + q * own_r;
        qs += q * own_s;
        risk_b += t.b.x * t.a.n / n;
        risk_a += t.a.x * t.b.n / n;
        risk_spread += (t.b.n * t.a.n / n * (x / n)) - t.b.x * t.a.x / n;
    }
};

inline interval around_log(double ratio, double variance, double level, std::string_view method) {
    const double reach = normal_critical(level) * std::sqrt(variance);
    return {ratio * std::exp(-reach), ratio * std::exp(reach), level, method};
}

}  // namespace detail

/// Cochran, Mantel and Haenszel's test with the common odds ratio and risk ratio.
/// Throws std::invalid_argument for counts outside 0..n and levels outside (0, 1).
inline stratified_comparison compare_within(std::span<const stratum> strata, double level = 0.95) {
    detail::require_level(level);
    detail::stratified_sums all;
    for (const stratum& t : strata) {
        if (detail::compares(t)) {
            all.add(t);
        }
    }
    stratified_comparison made{};
    made.p = 1.0;
    if (all.variance > 0.0) {
        made.chi_square = all.excess / all.variance * all.excess;
        made.p = two_sided_p(std::sqrt(*made.chi_square));
    }
    if (all.s > 0.0) {
        made.odds_ratio = all.r / all.s;
    }
    if (all.r > 0.0 && all.s > 0.0) {
        const double variance =
            all.pr / (2.0 * all.r * all.r) + all.ps_qr / (2.0 * all.r * all.s) + all.qs / (2.0 * all.s * all.s);
        made.odds_limits = detail::around_log(*made.odds_ratio, variance, level, "robins-breslow-greenland");
    }
    if (all.risk_a > 0.0) {
        made.risk_ratio = all.risk_b / all.risk_a;
    }
    if (all.risk_a > 0.0 && all.risk_b > 0.0) {
        made.risk_limits =
            detail::around_log(*made.risk_ratio, all.risk_spread / all.risk_b / all.risk_a, level, "greenland-robins");
    }
    return made;
}

}  // namespace cxm
