#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/project/scores.hpp>

/// How well scores put customers in order. All throw std::invalid_argument for what is not finite and outcomes below 0.
namespace cxm {

/// What the best-scored parts of the customers hold of the outcome: of ten parts the best tenth first, all of them
/// last.
struct cumulative_gains {
    std::vector<double> gain;  ///< the share of the whole outcome
    std::vector<double> lift;  ///< gain over the share of customers
};

/// Gains of equal parts, the best scores first; absent where the outcome is 0 for all.
inline std::optional<cumulative_gains> gains(std::span<const scored> customers, std::size_t parts = 10) {
    detail::require(parts >= 1, "customers are cut into at least one part");
    std::vector<detail::score_block> blocks = detail::score_blocks(customers);
    std::reverse(blocks.begin(), blocks.end());
    double total = 0.0;
    for (const detail::score_block& block : blocks) {
        total += block.outcome;
    }
    if (!(total > 0.0)) {
        return std::nullopt;
    }
    cumulative_gains cumulative;
    double sum = 0.0;
    for (const auto& part : detail::equal_parts(blocks, static_cast<double>(customers.size()), parts)) {
        sum += part.outcome;
        cumulative.gain.push_back(sum / total);
        cumulative.lift.push_back(cumulative.gain.back() * static_cast<double>(parts) /
                                  static_cast<double>(cumulative.gain.size()));
    }
    return cumulative;
}

/// The chance that one of those with outcome above 0 has a higher score than one of those without, equal scores
/// counting half: the area under the ROC curve. Absent where either are none.
inline std::optional<double> auc(std::span<const scored> customers) {
    std::vector<scored> yes_or_no(customers.begin(), customers.end());
    for (scored& one : yes_or_no) {
        one.outcome = one.outcome > 0.0 ? 1.0 : one.outcome;
    }
    double with = 0.0;
    double without = 0.0;
    double pairs = 0.0;
    for (const detail::score_block& block : detail::score_blocks(yes_or_no)) {
        const double others = block.customers - block.outcome;
        pairs += block.outcome * (without + 0.5 * others);
        with += block.outcome;
        without += others;
    }
    return with > 0.0 && without > 0.0 ? std::optional(pairs / (with * without)) : std::nullopt;
}

}  // namespace cxm
