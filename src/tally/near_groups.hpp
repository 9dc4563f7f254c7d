#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tables/hash.hpp"
#include "tables/memory.hpp"

namespace cxm {

inline constexpr std::uint32_t no_group = ~std::uint32_t{0};

/// Knows the groups of rows whose labels are short and have few values, as most have, and finds them without comparing
/// whole keys: the values of each label are numbered, as periods are already, and a table has the group for each
/// combination of numbers.
///
/// It only remembers what a group_table found, and gives up where that would not be small.
class near_groups {
public:
    near_groups(std::size_t labels, memory_budget& budget);

    /// Whether there is something to gain by asking.
    bool is_on() const { return !table_.empty(); }

    /// Finds the groups of rows as group_table does, no_group for those not known; says whether all are.
    bool find(const std::vector<std::uint32_t>& rows, const std::uint32_t* periods,
              const std::vector<const std::string_view*>& labels, std::uint32_t* groups);

    /// Remembers the group of a row.
    void learn(std::uint32_t period, const std::vector<const std::string_view*>& labels, std::size_t row,
               std::uint32_t group);

private:
    static constexpr std::uint64_t unknown = std::uint64_t{1} << 32;  ///< as a place, beyond all others

    struct value {
        first_words text;
        std::uint64_t size = 0;
        std::uint64_t place = unknown;  ///< its number, where the numbers of its label are in the table's places
    };
    /// The values of a label.
    struct column {
        std::uint64_t place_of(const first_words& text, std::size_t size) const;
        /// The same where all values are `narrow`.
        std::uint64_t place_of(std::uint64_t only_word, std::size_t size) const;

        std::vector<value> slots;
        bool narrow = true;  ///< no value has more than one word
        std::uint64_t known = 0;
        unsigned bits = 0;   ///< that the numbers take of a place in the table
        unsigned shift = 0;  ///< and where
    };

    bool number(column& of, const first_words& text, std::size_t size);
    bool widen(column& grown);
    bool double_table();
    void give_up();

    memory_budget* budget_;
    std::vector<column> columns_;
    unsigned label_bits_ = 0;            ///< of a place in the table; the bits above are the period
    std::vector<std::uint32_t> table_;   ///< groups
    std::vector<std::uint64_t> places_;  ///< of the rows that are looked for
};

}  // namespace cxm
