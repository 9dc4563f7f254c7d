#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rows/row_batch.hpp"

namespace cxm {

/// The values of a column, as long as they are few and short; of others that they are not.
class few_values {
public:
    few_values() = default;
    few_values(few_values&&) = default;
    few_values& operator=(few_values&&) = default;

    /// Adds the filled cells of some rows of a batch.
    void add(const std::string_view* cells, std::size_t size, row_mask rows);

    void absorb(const few_values& other);

    bool are_too_many() const { return too_many_; }
    bool contains(std::string_view value) const { return met_.contains(value); }

    /// What was met before they were too many.
    const std::set<std::string, std::less<>>& met() const { return met_; }

private:
    struct recent_value {
        std::uint64_t low = 0;  ///< its first words
        std::uint64_t high = 0;
        std::uint64_t size = 0;        ///< of a text that is all in its first words; of others one that no text has
        std::string_view longer = {};  ///< the whole text of others
    };

    row_mask unknown(const std::string_view* cells, std::size_t size) const;
    void add_unknown(std::string_view value, recent_value& here);

    std::set<std::string, std::less<>> met_;
    std::vector<recent_value> recent_;  ///< of them, by their hashes
    bool too_many_ = false;
};

}  // namespace cxm
