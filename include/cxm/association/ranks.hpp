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
#include <cxm/measure.hpp>
#include <cxm/special/student.hpp>

namespace cxm {

/// Spearman's rank correlation, from -1 to 1. It says whether two series go together, not whether one drives the other.
struct rank_correlation {
    std::size_t n = 0;             ///< pairs of which both values are known
    std::optional<double> rho;     ///< absent below 3 pairs and where a series does not vary
    std::optional<double> p;       ///< two-sided; absent with rho
    std::string_view method = {};  ///< "permutation" up to 9 pairs, "t" above
    std::string_view why = {};     ///< why there is no rho
};

/// Ranks from 1 up, equal values sharing the mean of theirs.
inline std::vector<double> midranks(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) { return values[i] < values[j]; });
    std::vector<double> ranks(values.size());
    for (std::size_t first = 0, end = 0; first < order.size(); first = end) {
        while (end < order.size() && values[order[end]] == values[order[first]]) {
            ++end;
        }
        for (std::size_t i = first; i < end; ++i) {
            ranks[order[i]] = 0.5 * static_cast<double>(first + 1 + end);
        }
    }
    return ranks;
}

namespace detail {

inline constexpr std::size_t most_permuted = 9;

/// Midranks less their mean: whole halves, so that sums of their products are exact.
inline std::vector<double> centred_ranks(std::span<const double> values) {
    std::vector<double> ranks = midranks(values);
    for (double& rank : ranks) {
        rank -= 0.5 * (static_cast<double>(values.size()) + 1.0);
    }
    return ranks;
}

inline double product_sum(const std::vector<double>& a, const std::vector<double>& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Calls `use` with the sum of products for every different order of b, all of which are as likely as each other.
template <typename Use>
void for_each_order(const std::vector<double>& a, std::vector<double> b, const Use& use) {
    std::sort(b.begin(), b.end());
    do {
        use(product_sum(a, b));
    } while (std::next_permutation(b.begin(), b.end()));
}

inline double permutation_p(const std::vector<double>& a, const std::vector<double>& b) {
    const double seen = std::fabs(product_sum(a, b));
    double as_far = 0.0;
    double orders = 0.0;
    for_each_order(a, b, [&](double sum) {
        as_far += std::fabs(sum) >= seen ? 1.0 : 0.0;
        orders += 1.0;
    });
    return as_far / orders;
}

inline double rank_t_p(double rho, std::size_t n) {
    const double degrees = static_cast<double>(n) - 2.0;
    const double rest = (1.0 - rho) * (1.0 + rho);
    return rest <= 0.0 ? 0.0 : student_two_sided_p(rho * std::sqrt(degrees / rest), degrees);
}

}  // namespace detail

/// Pairs a[i] with b[i]; pairs of which a value is not_given are left out. p is the share of all orders with a rho as
/// far from 0, above 9 pairs that of Student's t with n - 2 degrees of freedom. Throws std::invalid_argument for series
/// of different lengths and infinite values.
inline rank_correlation spearman(std::span<const double> a, std::span<const double> b) {
    detail::require(a.size() == b.size(), "a rank correlation needs series of one length");
    std::vector<double> known_a, known_b;
    for (std::size_t i = 0; i < a.size(); ++i) {
        detail::require(!std::isinf(a[i]) && !std::isinf(b[i]), "a rank correlation needs finite values");
        if (!is_missing(a[i]) && !is_missing(b[i])) {
            known_a.push_back(a[i]);
            known_b.push_back(b[i]);
        }
    }
    rank_correlation made;
    made.n = known_a.size();
    if (made.n < 3) {
        made.why = "fewer than 3 pairs";
        return made;
    }
    const std::vector<double> ranks_a = detail::centred_ranks(known_a);
    const std::vector<double> ranks_b = detail::centred_ranks(known_b);
    // One root, so that a perfect order comes to exactly 1.
    const double spread = std::sqrt(detail::product_sum(ranks_a, ranks_a) * detail::product_sum(ranks_b, ranks_b));
    if (spread == 0.0) {
        made.why = "one of the series does not vary";
        return made;
    }
    const bool permuted = made.n <= detail::most_permuted;
    made.rho = std::clamp(detail::product_sum(ranks_a, ranks_b) / spread, -1.0, 1.0);
    made.p = permuted ? detail::permutation_p(ranks_a, ranks_b) : detail::rank_t_p(*made.rho, made.n);
    made.method = permuted ? "permutation" : "t";
    return made;
}

}  // namespace cxm
