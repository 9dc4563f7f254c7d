#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <cxm/project/histories.hpp>
#include <cxm/project/parameters.hpp>
#include <cxm/special/hypergeometric.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

/// Pareto/NBD (Schmittlein, Morrison & Colombo 1987, Management Science 33:1): a customer buys at a rate spread as
/// Gamma(r, alpha) and leaves at any time, at a rate spread as Gamma(s, beta).
struct pareto_nbd {
    static constexpr std::size_t size = 4;
    static constexpr std::array names{"r", "alpha", "s", "beta"};

    double r;
    double alpha;  ///< in units of time, as beta
    double s;
    double beta;

    static pareto_nbd from_logs(const point<size>& logs) {
        return {std::exp(logs[0]), std::exp(logs[1]), std::exp(logs[2]), std::exp(logs[3])};
    }
};

namespace detail {

/// Of those who bought x times up to `time` and not since, the part that leaves later, as a share of those still there:
/// s (beta+t)^s (alpha+t)^(r+x) times the integral of (beta+y)^-(s+1) (alpha+y)^-(r+x) over y > t, which is a
/// hypergeometric function (Fader & Hardie 2005, "A Note on Deriving the Pareto/NBD Model").
inline double share_leaving_later(const pareto_nbd& m, double x, double time) {
    const double rate = m.r + x;
    const double from_alpha = m.alpha + time;
    const double from_beta = m.beta + time;
    const double c = rate + m.s + 1.0;
    return m.s / (rate + m.s) *
           (m.alpha < m.beta
                ? from_alpha / from_beta * hypergeometric_with_one(m.s + 1.0, c, (m.beta - m.alpha) / from_beta)
                : hypergeometric_with_one(rate, c, (m.alpha - m.beta) / from_alpha));
}

/// ln of [(alpha+t)^-(r+x) (beta+t)^-s], from the logarithms of both times.
inline double log_still_there(const pareto_nbd& m, double x, double log_alpha_time, double log_beta_time) {
    return -(m.r + x) * log_alpha_time - m.s * log_beta_time;
}

/// How many times more customers bought for the x-th and last time at t_x than are still there at T. `later` are the
/// shares leaving later than t_x and T, `gap` is ln of how many times more were still there at t_x.
inline double times_more(double later_than_last, double later_than_end, double gap) {
    return gap == 0.0 ? 1.0 : 1.0 + std::max(0.0, later_than_last * std::exp(gap) - later_than_end);
}

/// Its logarithm, which is minus that of the chance to be alive, for a gap of any size.
inline double log_times_more(double later_than_last, double later_than_end, double gap) {
    return gap > 40.0 ? gap + std::log(later_than_last) : std::log(times_more(later_than_last, later_than_end, gap));
}

/// ln of (alpha+T)^-(r+x) (beta+T)^-s and of `times_more`, for one history.
inline std::pair<double, double> log_parts(const pareto_nbd& m, const purchase_history& of) {
    const double end = log_still_there(m, of.x, std::log(m.alpha + of.T), std::log(m.beta + of.T));
    const double last = log_still_there(m, of.x, std::log(m.alpha + of.t_x), std::log(m.beta + of.t_x));
    return {end, log_times_more(share_leaving_later(m, of.x, of.t_x), share_leaving_later(m, of.x, of.T),
                                of.t_x == of.T ? 0.0 : last - end)};
}

inline double log_likelihood_of(const pareto_nbd& m, double x) {
    return log_rising(m.r, x) + m.r * std::log(m.alpha) + m.s * std::log(m.beta);
}

}  // namespace detail

}  // namespace cxm
