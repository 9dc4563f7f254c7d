#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "languages/wording.hpp"
#include "write/arrange.hpp"

namespace cxm {

enum class group_order : std::uint8_t {
    given,  ///< as the records come; names that are all numbers by these
    value   ///< the highest last value of the first metric first; without one last
};

/// Which label groups are shown, and how they follow each other.
struct groups_shown {
    group_order order = group_order::given;
    std::optional<std::size_t> first = {};  ///< so many, beside the pool of all; absent: all of them
};

/// The label groups in their order, the pool of all last.
std::vector<label_group> ordered_groups(const report& of, group_order order);

/// Whether a group is the pool of all.
bool is_pool(const records& rows, const label_group& group);

/// How many groups come before the pool of all, and of those how many are left out.
struct group_count {
    std::size_t groups = 0;
    std::size_t left_out = 0;
};
group_count count_of_groups(const report& of, const std::vector<label_group>& groups, const groups_shown& shown);

/// `7 more groups: --first 10 shows them`; empty where none is left out.
std::string groups_left_out(const group_count& count, const wording& say);

/// Leaves the first of things that stand for groups each in their order, and the pool.
template <class Thing>
void keep_first(std::vector<Thing>& things, const group_count& count) {
    const auto end = things.begin() + static_cast<std::ptrdiff_t>(count.groups);
    things.erase(end - static_cast<std::ptrdiff_t>(count.left_out), end);
}

}  // namespace cxm
