#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string_view>
#include <vector>

#include "tally/memory.hpp"

namespace cxm {

/// The different texts of each owner (a measure of a group), kept whole so that their number is exact; one for all
/// threads, which come through inlets.
///
/// A text of up to 11 bytes takes 22 to 43 bytes; a longer one its bytes and 8 more, rounded up to 8.
class distinct_set {
public:
    explicit distinct_set(memory_budget& budget);

    /// The number of texts of each owner, of which there are `owners`.
    std::vector<std::uint64_t> count(std::size_t owners) const;

private:
    friend class distinct_inlet;

    /// A text with its owner: a short one whole, of a longer one where it is kept.
    struct slot {
        std::uint64_t low = 0;  ///< owner, size and 1 (255: longer), the first bytes
        std::uint64_t high = 0;

        bool operator==(const slot&) const = default;
    };
    static constexpr std::size_t longest_short = 11;
    static constexpr std::uint64_t longer_mark = std::uint64_t{255} << 32;

    static bool is_longer(const slot& s) { return (s.low & longer_mark) == longer_mark; }

    /// A part has its own lock, so that threads seldom wait for each other.
    struct part {
        bool holds(const slot& s, std::uint32_t owner, std::string_view text) const;
        void keep(slot& s, std::string_view text);
        std::uint64_t hash(const slot& s) const;
        std::string_view text(const slot& s) const;
        void grow();

        mutable std::mutex one;
        memory_budget* budget = nullptr;
        std::vector<slot> slots;
        std::vector<std::uint64_t> store;  ///< size and bytes of the longer texts
        std::size_t used = 0;
    };
    static constexpr std::size_t parts = 32;

    std::vector<part> parts_;
};

/// One thread's way into a set.
class distinct_inlet {
public:
    explicit distinct_inlet(distinct_set& into) : into_(into), waiting_(distinct_set::parts) {}

    /// Adds a text of an owner; see row_batch for the bytes behind a text.
    void add(std::uint32_t owner, std::string_view text);

    /// Sees to the texts that wait; needed at the end.
    void flush();

private:
    /// Texts wait until there are some for one part: its lock is taken once, and the memory they will touch fetched at
    /// once, in the time of one.
    static constexpr std::size_t most_waiting = 64;

    struct wait {
        distinct_set::slot key;
        std::uint64_t hash;
        std::uint32_t text_size;
    };
    struct queue {
        std::vector<wait> keys;
        std::vector<char> texts;  ///< the longer ones
    };

    void flush(std::size_t number);

    distinct_set& into_;
    std::vector<queue> waiting_;
};

}  // namespace cxm
