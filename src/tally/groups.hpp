#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "tally/hash.hpp"
#include "tally/memory.hpp"

namespace cxm {

/// Texts and the like that stay where they are put until the arena goes.
class arena {
public:
    explicit arena(memory_budget& budget) : budget_(&budget) {}

    /// Room aligned to 8 bytes.
    char* take(std::size_t bytes);

private:
    memory_budget* budget_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

/// A block of words for every period and labels that were met.
///
/// A group takes 8 bytes a word, 24 bytes for each of its labels and their texts where they have over 16, and 56 bytes
/// for finding it.
class group_table {
public:
    group_table(std::size_t labels, std::size_t words, memory_budget& budget);

    /// Finds the groups of rows, adding those that are not there: `periods` and `groups` have a place for each of
    /// `rows`, `labels` are columns of which these are the places; see row_batch for the bytes behind a label.
    void find(const std::vector<std::uint32_t>& rows, const std::int32_t* periods,
              const std::vector<const std::string_view*>& labels, std::uint32_t* groups);

    std::uint64_t* words(std::size_t group) { return words_.data() + group * stride_; }
    const std::uint64_t* words(std::size_t group) const { return words_.data() + group * stride_; }
    std::size_t size() const { return groups_.size(); }
    std::int32_t period(std::size_t group) const { return groups_[group].period; }
    std::uint64_t hash(std::size_t group) const { return groups_[group].hash; }

    /// Writes a group's labels, as many as the table has.
    void labels(std::size_t group, std::string_view* to) const;

private:
    /// A label as keys have it: short ones whole, of longer ones the beginning; those are behind all, one after
    /// another.
    struct key_label {
        std::uint64_t size = 0;
        first_words first;

        bool operator==(const key_label&) const = default;
    };
    struct entry {
        std::uint64_t hash;
        const key_label* key;
        std::int32_t period;
    };

    /// What is looked for: a key, and the whole labels, a row of their columns.
    struct wanted {
        std::uint64_t hash;
        std::int32_t period;
        const key_label* key;
        const std::vector<const std::string_view*>& labels;
        std::size_t row;
    };

    void make_keys(const std::vector<std::uint32_t>& rows, const std::int32_t* periods,
                   const std::vector<const std::string_view*>& labels);
    bool holds(const entry& e, const wanted& w) const;
    bool holds_longer(const entry& e, const wanted& w) const;
    std::size_t add(const wanted& w);
    void grow();

    std::size_t labels_;
    std::size_t stride_;
    memory_budget* budget_;
    arena keys_;
    std::vector<entry> groups_;
    std::vector<std::uint64_t> words_;
    std::vector<std::uint32_t> slots_;   ///< group + 1, or 0
    std::vector<std::uint64_t> hashes_;  ///< of the rows that are looked for
    std::vector<key_label> keys_of_;     ///< of those, row by row
};

}  // namespace cxm
