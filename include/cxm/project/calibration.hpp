#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/project/scores.hpp>

/// How true scores are that foretell the outcome itself: chances, or numbers of purchases. All throw
/// std::invalid_argument for what is not finite and outcomes below 0.
namespace cxm {

/// The mean score and outcome of one part of the customers, of those with the least scores first.
struct calibrated_part {
    double customers;
    double expected;
    double seen;
};

/// The mean square of score less outcome (Brier 1950), for scores that are chances and outcomes of 0 or 1; absent
/// without customers or where a score is no chance.
inline std::optional<double> brier(std::span<const scored> customers) {
    double sum = 0.0;
    for (const scored& one : customers) {
        if (!(one.score >= 0.0 && one.score <= 1.0)) {
            return std::nullopt;
        }
        detail::require(one.outcome == 0.0 || one.outcome == 1.0, "what a chance is of happens or not: 0 or 1");
        sum += (one.score - one.outcome) * (one.score - one.outcome);
    }
    return customers.empty() ? std::nullopt : std::optional(sum / static_cast<double>(customers.size()));
}

/// Mean score against mean outcome in equal parts, fifths by habit, the least scores first; empty without customers.
inline std::vector<calibrated_part> calibration(std::span<const scored> customers, std::size_t parts = 5) {
    detail::require(parts >= 1, "customers are cut into at least one part");
    std::vector<calibrated_part> table;
    if (customers.empty()) {
        return table;
    }
    const auto blocks = detail::score_blocks(customers);
    for (const auto& part : detail::equal_parts(blocks, static_cast<double>(customers.size()), parts)) {
        table.push_back({part.customers, part.score / part.customers, part.outcome / part.customers});
    }
    return table;
}

}  // namespace cxm
