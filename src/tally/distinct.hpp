#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string_view>
#include <vector>

#include "tables/memory.hpp"
#include "tables/pair_set.hpp"
#include "tables/text_table.hpp"

namespace cxm {

/// The different texts of each owner (a measure of a group), kept whole so that their number is exact; one for all
/// threads, which come through inlets.
///
/// A text is kept once, with its owner. When a second owner has it too it is given a number, and that is kept for each
/// of its owners: in 11 to 21 bytes, or in a few bits where they have most texts in common. A text of up to 11 bytes
/// takes 21 to 43 bytes; a longer one its bytes and 8 more besides, rounded up to 8. Where there are several measures,
/// one with a number takes 4 to 8 more.
class distinct_set {
public:
    /// An owner is a group times `measures` and the number of its measure.
    explicit distinct_set(memory_budget& budget, std::size_t measures = 1);

    /// Whether texts of a measure may be of several groups: never false where one is, and true of too many only where
    /// measures have texts in common.
    bool repeats(std::size_t measure) const;

    /// The number of texts of each owner, of which there are `owners`.
    std::vector<std::uint64_t> count(std::size_t owners) const;

private:
    friend class distinct_inlet;

    std::uint64_t bit_of(std::size_t measure) const { return std::uint64_t{1} << (measure < 63 ? measure : 63); }

    std::size_t group_of(std::uint32_t owner) const { return owner / measures_; }

    /// The measures that have a text again by being its second owner; two of two groups may be, for all that is known.
    std::uint64_t again_of(std::uint32_t owner, std::uint32_t other) const {
        const bool same_measure = owner % measures_ == other % measures_;
        return same_measure                         ? bit_of(owner % measures_)
               : group_of(owner) == group_of(other) ? 0
                                                    : bit_of(owner % measures_) | bit_of(other % measures_);
    }

    static constexpr std::size_t parts = 32;

    /// A part has its own lock, so that threads seldom wait for each other.
    struct part {
        explicit part(memory_budget& of_all) : texts(of_all), pairs(of_all), budget(&of_all) {}

        std::mutex one;
        text_table texts;  ///< with their owner, or marked and with their number
        pair_set pairs;
        std::uint32_t numbers = 0;  ///< given so far
        memory_budget* budget;
        std::vector<std::uint32_t> first_groups;  ///< of the numbered texts, where there are several measures
        std::uint64_t repeats = 0;  ///< a bit for each measure that has a text again; the last for those beyond
    };

    std::size_t measures_;
    std::vector<std::unique_ptr<part>> parts_;
};

/// One thread's way into a set.
class distinct_inlet {
public:
    explicit distinct_inlet(distinct_set& into) : into_(into) {}

    /// Adds a text of an owner; see row_batch for the bytes behind a text.
    void add(std::uint32_t owner, std::string_view text) {
        if (waiting_.empty()) {
            begin();
        }
        const kept_text key(owner, text);
        const std::size_t number = key.hash() >> 43 & (distinct_set::parts - 1);
        waiting_[number].keys[sizes_[number]++] = key;
        if (key.is_longer()) {
            keep_bytes(number, text);
        }
        if (sizes_[number] == most_waiting) {
            flush(number);
        }
    }

    /// Sees to the texts that wait; needed at the end.
    void flush();

private:
    /// Texts wait until there are many for one part: its lock is taken once, and what one of them has touched is near
    /// for the next. What a round of them will touch is fetched while the round before is seen to.
    static constexpr std::size_t most_waiting = 512;
    static constexpr std::size_t most_bytes = 8192;
    static constexpr std::size_t round = 16;

    /// Aligned so that where the queues stand is spread over the processor's cache.
    struct alignas(64) queue {
        std::array<kept_text, most_waiting> keys;  ///< with their owners
        std::vector<char> longer;                  ///< the size and the bytes of each longer one
    };
    struct pair {
        std::uint32_t owner;
        std::uint32_t number;
    };

    void begin();
    void keep_bytes(std::size_t number, std::string_view text);
    void flush(std::size_t number);
    void find_texts(const queue& from, std::size_t size, distinct_set::part& to);
    void add_pairs(distinct_set::part& to);
    void note_first_group(std::uint32_t owner, distinct_set::part& to) const;

    distinct_set& into_;
    std::vector<queue> waiting_;                              ///< of each part, from the first text on
    std::array<std::uint32_t, distinct_set::parts> sizes_{};  ///< of the queues
    std::vector<pair> pairs_;                                 ///< of the texts that were found, to be added
};

}  // namespace cxm
