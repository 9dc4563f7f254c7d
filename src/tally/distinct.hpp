#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "tally/memory.hpp"

namespace cxm {

/// The different texts of each owner (a measure of a group), kept whole so that their number is exact.
///
/// A text takes its bytes and 8, rounded up to 8, and 12 to 24 bytes for finding it; once a thread that met it.
class distinct_set {
public:
    explicit distinct_set(memory_budget& budget);

    /// Adds a text of an owner. The hash must tell owners apart and be the same in every set.
    void add(std::uint32_t owner, std::string_view text, std::uint64_t hash);

    /// Parts can be merged on different threads.
    static constexpr std::size_t parts = 16;

    /// Takes over the texts of a part of another set, which loses them; `owners` are the numbers here of its owners.
    void absorb(std::size_t number, distinct_set& other, const std::vector<std::uint32_t>& owners);

    /// Adds each owner's number of texts.
    void count(std::vector<std::uint64_t>& texts_of_owner) const;

    /// Sees to the texts that wait; needed before `absorb` and `count`.
    void flush();

private:
    struct slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  ///< its first word in the store and 1, or 0
    };
    struct part {
        void add(std::uint32_t owner, std::string_view text, std::uint32_t hash);
        bool holds(std::uint32_t entry, std::uint64_t head, std::string_view text) const;
        void grow();

        memory_budget* budget = nullptr;
        std::vector<std::uint64_t> store;  ///< a head of owner and size, then the bytes, for each text
        std::vector<slot> slots;
        std::size_t used = 0;
        std::uint64_t taken = 0;
    };

    /// Texts wait until the memory they will touch has been fetched: of many at once, in the time of one.
    struct waiting {
        std::uint64_t hash;
        std::uint32_t owner;
        std::uint32_t size;
    };
    static constexpr std::size_t most_waiting = 64;

    std::vector<part> parts_;
    std::vector<waiting> waiting_;
    std::vector<char> texts_;
};

}  // namespace cxm
