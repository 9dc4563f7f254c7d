#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "tables/arena.hpp"
#include "tables/hash.hpp"
#include "tables/memory.hpp"
#include "tally/near_groups.hpp"

namespace cxm {

/// A block of words for every period and labels that were met.
///
/// A group takes 8 bytes a word, 24 bytes for each of its labels and their texts where they have over 16, and 48 bytes
/// for finding it; up to twice that where the table has grown, and what it had until that has moved.
class group_table {
public:
    /// Rows of which the groups are looked for.
    struct wanted {
        const std::vector<std::uint32_t>& rows;
        const std::uint32_t* periods;                        ///< their numbers, one for each of the rows
        const std::vector<std::int32_t>& firsts;             ///< the first days of the periods by their numbers
        const std::vector<const std::string_view*>& labels;  ///< columns, of which the rows are places
    };

    group_table(std::size_t labels, std::size_t words, memory_budget& budget);

    /// Finds the groups of rows, adding those that are not there; see row_batch for the bytes behind a label. The
    /// numbers of periods must mean the same in all calls.
    void find(const wanted& w, std::uint32_t* groups);

    /// The group of one row, for periods that are not numbered.
    std::uint32_t find_one(std::int32_t first, const std::vector<const std::string_view*>& labels, std::size_t row);

    std::uint64_t* words(std::size_t group) { return words_.data() + group * stride_; }
    const std::uint64_t* words(std::size_t group) const { return words_.data() + group * stride_; }
    std::size_t size() const { return groups_.size(); }
    std::int32_t period(std::size_t group) const { return keys_[group * parts_].period; }

    /// Writes a group's labels, as many as the table has.
    void labels(std::size_t group, std::string_view* to) const;

private:
    /// A label as keys have it: short ones whole, of longer ones the beginning. The first part of a key, which is there
    /// also without labels, has the period.
    struct key_part {
        std::uint32_t size = 0;
        std::int32_t period = 0;
        first_words first;

        bool is_long() const { return size > sizeof first; }
        bool operator==(const key_part&) const = default;
    };
    struct entry {
        std::uint64_t hash;
        const char* longer;  ///< labels that are too long for their part of the key, one after another
    };
    struct slot {
        std::uint32_t tag = 0;  ///< the upper half of the hash
        std::uint32_t group = no_group;
    };

    void find_far(const wanted& w, std::uint32_t* groups);
    void make_keys(const wanted& w);
    std::uint32_t find_far(const wanted& w, std::size_t k);
    bool holds_longer(std::size_t group, const wanted& w, std::size_t k) const;
    std::uint32_t add(const wanted& w, std::size_t k);
    slot& free_slot(std::uint64_t hash);
    void grow();

    std::size_t labels_;
    std::size_t parts_;  ///< of a key
    std::size_t stride_;
    memory_budget* budget_;
    arena texts_;
    std::vector<entry> groups_;
    std::vector<key_part> keys_;
    std::vector<std::uint64_t> words_;
    std::vector<slot> slots_;
    std::vector<std::uint64_t> hashes_;  ///< of the rows that are looked for
    std::vector<key_part> wanted_keys_;  ///< of those
    near_groups near_;
    std::vector<std::uint32_t> far_rows_;  ///< that are not near, with their periods and groups
    std::vector<std::uint32_t> far_periods_;
    std::vector<std::uint32_t> far_groups_;
};

}  // namespace cxm
