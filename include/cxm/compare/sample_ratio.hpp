#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <cxm/interval/basis.hpp>
#include <cxm/special/beta.hpp>
#include <cxm/special/gamma.hpp>
#include <cxm/special/stirling.hpp>

namespace cxm {

/// Whether the arms of a test are as large as the split that was meant lets expect. A small p says that something sorts
/// people into arms besides chance: then no comparison of the arms can be trusted.
struct sample_ratio {
    double p;
    std::string_view test;             ///< "binomial", exact, for two arms; else "chi-square"
    std::optional<double> chi_square;  ///< with one degree of freedom less than there are arms
};

/// Below this p the sizes of the arms want an explanation, before anything else of the test is read.
inline constexpr double sample_ratio_alarm = 0.001;

namespace detail {

/// The chance of at most x of n, or of at least x.
inline double binomial_tail(double x, double n, double p, bool upper) {
    if (upper) {
        return x <= 0.0 ? 1.0 : beta_tails(p, 1.0 - p, x, n - x + 1.0).lower;
    }
    return x >= n ? 1.0 : beta_tails(p, 1.0 - p, x + 1.0, n - x).upper;
}

/// The exact two-sided p of x in n at a chance: the counts at most as likely as this one, ties within 1e-7.
inline double binomial_p(double x, double n, double chance) {
    const double observed = log_binomial(x, n, chance, 1.0 - chance) + 1e-7;
    const auto as_rare = [=](double count) { return log_binomial(count, n, chance, 1.0 - chance) <= observed; };
    const double mode = std::clamp(std::floor((n + 1.0) * chance), 0.0, n);
    const bool above = x > mode;
    if (as_rare(mode)) {
        return 1.0;
    }
    const double own = binomial_tail(x, n, chance, above);
    double likely = mode;
    double rare = above ? 0.0 : n;
    if (!as_rare(rare)) {
        return own;
    }
    while (std::fabs(rare - likely) > 1.0) {
        const double middle = std::floor(0.5 * (rare + likely));
        (as_rare(middle) ? rare : likely) = middle;
    }
    return std::min(1.0, own + binomial_tail(rare, n, chance, !above));
}

}  // namespace detail

/// Tests the sizes of the arms against a split in any unit, such as {50, 50} or {3, 1}; an empty one is an equal split.
/// Throws std::invalid_argument for fewer than two arms, counts that are not whole, and a split that does not fit them.
inline sample_ratio test_sample_ratio(std::span<const double> arms, std::span<const double> split = {}) {
    const std::vector<double> equal(arms.size(), 1.0);
    const std::span<const double> parts = split.empty() ? std::span<const double>(equal) : split;
    detail::require(arms.size() >= 2 && parts.size() == arms.size(), "a split has a part for each of two arms or more");
    for (std::size_t i = 0; i < arms.size(); ++i) {
        detail::require(arms[i] >= 0.0 && arms[i] == std::floor(arms[i]) && std::isfinite(arms[i]),
                        "the arms of a test hold whole numbers of people");
        detail::require(parts[i] > 0.0 && std::isfinite(parts[i]), "the parts of a split lie above 0");
    }
    const double people = std::accumulate(arms.begin(), arms.end(), 0.0);
    const double whole = std::accumulate(parts.begin(), parts.end(), 0.0);
    if (arms.size() == 2) {
        return {people == 0.0 ? 1.0 : detail::binomial_p(arms[0], people, parts[0] / whole), "binomial", std::nullopt};
    }
    double sum = 0.0;
    for (std::size_t i = 0; i < arms.size() && people > 0.0; ++i) {
        const double expected = people * (parts[i] / whole);
        sum += (arms[i] - expected) / expected * (arms[i] - expected);
    }
    return {gamma_tails(0.5 * sum, 0.5 * static_cast<double>(arms.size() - 1)).upper, "chi-square", sum};
}

}  // namespace cxm
