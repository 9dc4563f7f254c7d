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

    /// Whether the text is new to its owner. The hash must tell owners apart and be the same in every set.
    bool add(std::uint32_t owner, std::string_view text, std::uint64_t hash) {
        return parts_[hash % parts].add(owner, text, static_cast<std::uint32_t>(hash >> 32));
    }

    /// Parts can be merged on different threads.
    static constexpr std::size_t parts = 16;

    /// Takes over the texts of a part of another set, which loses them; `owners` are the numbers here of its owners.
    void absorb(std::size_t number, distinct_set& other, const std::vector<std::uint32_t>& owners);

    /// Adds each owner's number of texts.
    void count(std::vector<std::uint64_t>& texts_of_owner) const;

private:
    struct slot {
        std::uint32_t hash = 0;
        std::uint32_t entry = 0;  ///< its first word in the store and 1, or 0
    };
    struct part {
        bool add(std::uint32_t owner, std::string_view text, std::uint32_t hash);
        bool holds(std::uint32_t entry, std::uint64_t head, std::string_view text) const;
        void grow();

        memory_budget* budget = nullptr;
        std::vector<std::uint64_t> store;  ///< a head of owner and size, then the bytes, for each text
        std::vector<slot> slots;
        std::size_t used = 0;
        std::uint64_t taken = 0;
    };

    std::vector<part> parts_;
};

}  // namespace cxm
