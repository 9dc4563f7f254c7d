#include "tables/pair_set.hpp"

#include <algorithm>
#include <bit>

namespace cxm {

void pair_set::count(std::vector<std::uint64_t>& numbers) const {
    pairs_.for_each([&](const pair& each) { ++numbers[each.owner()]; });
    blocks_.for_each(
        [&](const block& each) { numbers[each.key >> 32] += static_cast<std::uint64_t>(std::popcount(each.numbers)); });
}

/// Of many pairs, judged by those of a sixteenth of the blocks; of too few, nothing could be said.
bool pair_set::blocks_are_smaller() const {
    constexpr std::size_t few = 100;
    constexpr std::size_t many = 4000;
    if (pairs_.size() < few) {
        return false;
    }
    const std::uint64_t others = pairs_.size() < many ? 0 : 15;
    std::vector<std::uint64_t> blocks;
    pairs_.for_each([&](const pair& each) {
        if (const block its(each.owner(), each.number()); (its.hash() & others) == 0) {
            blocks.push_back(its.key);
        }
    });
    std::sort(blocks.begin(), blocks.end());
    const std::size_t pairs = blocks.size();
    blocks.erase(std::unique(blocks.begin(), blocks.end()), blocks.end());
    return sizeof(block) * blocks.size() <= sizeof(pair) * pairs;
}

void pair_set::turn_into_blocks() {
    in_blocks_ = true;
    pairs_.for_each([&](const pair& each) { add(block(each.owner(), each.number())); });
    pairs_.clear();
}

}  // namespace cxm
