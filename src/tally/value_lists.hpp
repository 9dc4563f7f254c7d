#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tables/memory.hpp"
#include "values/fixed.hpp"

namespace cxm {

struct program;

/// All values of those measures that need them at once, such as a median: 16 bytes each, and as much again while a list
/// grows.
class value_lists {
public:
    value_lists(const program& plan, memory_budget& budget);

    /// Adds a value of a group; `measure` is its number in the plan.
    void add(std::uint32_t group, std::size_t measure, int128 value) {
        std::vector<int128>& list = list_of(group, measure);
        if (list.size() == list.capacity()) {
            reserve(list, list.size() < least_values ? least_values : 2 * list.size(), *budget_);
        }
        list.push_back(value);
    }

    /// Takes all values of another's group, which is empty then.
    void take(std::uint32_t group, value_lists& from, std::size_t other);

    /// The value below which a percentage of those of a group lies, between two values in proportion as spreadsheets do
    /// it; 0 where there is none.
    int128 quantile(std::size_t group, std::size_t measure, int percent) const;

private:
    static constexpr std::size_t least_values = 16;

    std::vector<int128>& list_of(std::uint32_t group, std::size_t measure) {
        const std::size_t at = group * lists_ + place_[measure];
        if (at >= values_.size()) {
            grow(group);
        }
        return values_[at];
    }
    void grow(std::size_t group);

    std::vector<std::size_t> place_;  ///< of each measure among those that have lists
    std::size_t lists_ = 0;           ///< of a group
    memory_budget* budget_;
    mutable std::vector<std::vector<int128>> values_;  ///< put in order in part when asked
};

}  // namespace cxm
