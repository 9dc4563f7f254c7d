#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>

/// Customers with scores, and what they did. Equal scores share equally in it, so that the order of rows never counts.
namespace cxm {

/// A customer's score before, and the outcome after.
struct scored {
    double score;
    double outcome;  ///< what happened then: 0 or 1, purchases, money
};

namespace detail {

/// Customers of one score.
struct score_block {
    double score;
    double customers;
    double outcome;
};

/// From the least score up.
inline std::vector<score_block> score_blocks(std::span<const scored> customers) {
    std::vector<scored> sorted(customers.begin(), customers.end());
    for (const scored& one : sorted) {
        require(std::isfinite(one.score), "a score must be finite");
        require(one.outcome >= 0.0 && std::isfinite(one.outcome), "an outcome must be 0 or more");
    }
    std::sort(sorted.begin(), sorted.end(), [](const scored& a, const scored& b) { return a.score < b.score; });
    std::vector<score_block> blocks;
    for (const scored& one : sorted) {
        if (blocks.empty() || blocks.back().score != one.score) {
            blocks.push_back({one.score, 0.0, 0.0});
        }
        ++blocks.back().customers;
        blocks.back().outcome += one.outcome;
    }
    return blocks;
}

/// Cuts blocks into equal numbers of customers and gives each part's scores and outcomes, summed.
template <class Blocks>
std::vector<score_block> equal_parts(const Blocks& blocks, double customers, std::size_t parts) {
    const double size = customers / static_cast<double>(parts);
    std::vector<score_block> cut;
    score_block part{0.0, 0.0, 0.0};
    for (const score_block& block : blocks) {
        double left = block.customers;
        while (left > 0.0) {
            const bool last = cut.size() + 1 == parts;
            const double taken = last ? left : std::min(left, size - part.customers);
            part.score += taken * block.score;
            part.outcome += block.outcome * (taken / block.customers);
            part.customers += taken;
            left -= taken;
            if (!last && part.customers >= size * (1.0 - 1e-12)) {
                cut.push_back(part);
                part = {0.0, 0.0, 0.0};
            }
        }
    }
    cut.push_back(part);
    return cut;
}

}  // namespace detail

}  // namespace cxm
