#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "tables/hash.hpp"
#include "tables/line_table.hpp"
#include "tables/memory.hpp"

namespace cxm {

/// Pairs of an owner and a number.
///
/// A pair takes 11 to 21 bytes; where owners have many of the same numbers, 64 numbers of an owner take 21 to 43 bytes,
/// one or all of them.
class pair_set {
public:
    explicit pair_set(memory_budget& budget) : pairs_(budget), blocks_(budget) {}

    /// Where a pair will be looked for.
    const void* place(std::uint32_t owner, std::uint32_t number) const {
        return in_blocks_ ? blocks_.place(block(owner, number).hash()) : pairs_.place(pair(owner, number).hash());
    }

    void add(std::uint32_t owner, std::uint32_t number) {
        if (!in_blocks_ && pairs_.is_full() && blocks_are_smaller()) {
            turn_into_blocks();
        }
        if (in_blocks_) {
            add(block(owner, number));
            return;
        }
        const pair wanted(owner, number);
        pairs_.make_room();
        pair& slot = pairs_.find(wanted.hash(), [&](const pair& each) { return each.key == wanted.key; });
        if (!slot.is_there()) {
            slot = wanted;
            pairs_.took_one();
        }
    }

    /// Adds how many numbers each owner has.
    void count(std::vector<std::uint64_t>& numbers) const;

private:
    struct pair {
        pair() = default;
        pair(std::uint32_t owner, std::uint32_t number) : key((std::uint64_t{owner} << 32 | number) + 1) {}

        bool is_there() const { return key != 0; }
        std::uint64_t hash() const { return mix(key, 0); }
        std::uint32_t owner() const { return static_cast<std::uint32_t>((key - 1) >> 32); }
        std::uint32_t number() const { return static_cast<std::uint32_t>(key - 1); }

        std::uint64_t key = 0;  ///< both, and 1
    };

    struct block {
        block() = default;
        block(std::uint32_t owner, std::uint32_t number)
            : key(std::uint64_t{owner} << 32 | number / 64), numbers(std::uint64_t{1} << number % 64) {}

        bool is_there() const { return numbers != 0; }
        std::uint64_t hash() const { return mix(key, 0); }

        std::uint64_t key = 0;      ///< owner, and which 64 numbers
        std::uint64_t numbers = 0;  ///< a bit for each that is there
    };

    void add(const block& wanted) {
        blocks_.make_room();
        block& slot = blocks_.find(wanted.hash(), [&](const block& each) { return each.key == wanted.key; });
        if (!slot.is_there()) {
            slot.key = wanted.key;
            blocks_.took_one();
        }
        slot.numbers |= wanted.numbers;
    }

    bool blocks_are_smaller() const;
    void turn_into_blocks();

    bool in_blocks_ = false;  ///< else in pairs
    line_table<pair> pairs_;
    line_table<block> blocks_;
};

}  // namespace cxm
