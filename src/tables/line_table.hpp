#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "tables/memory.hpp"

namespace cxm {

/// A hash table whose slots, of 8 or 16 bytes, fill lines of the processor's cache: all of a line are tried before
/// those of the next, which is seldom needed and would have to be waited for.
///
/// A slot tells its `hash`, of which 48 bits are used, and whether it `is_there`. The table takes 1.3 to 2.7 times
/// their size, and while they move half of that more; a small one takes more.
template <class Slot>
class line_table {
public:
    explicit line_table(memory_budget& budget) : budget_(&budget), lines_(first_lines) {}

    /// Where a slot will be looked for.
    const void* place(std::uint64_t hash) const { return &lines_[hash / to_a_line & (lines_.size() - 1)]; }

    /// The slot that `is_it`, else a free one.
    template <class Is>
    Slot& find(std::uint64_t hash, Is is_it) {
        for (std::size_t at = hash / to_a_line;; ++at) {
            line& here = lines_[at & (lines_.size() - 1)];
            for (std::size_t i = 0; i < to_a_line; ++i) {
                Slot& each = here.slots[i ^ hash % to_a_line];
                if (!each.is_there() || is_it(each)) {
                    return each;
                }
            }
        }
    }

    /// Whether the slots must move before one more is taken. A small table is left emptier: what is wanted then is
    /// nearly always in the first slot, as processors foresee.
    bool is_full() const {
        const std::size_t quarters = lines_.size() < 100 ? 1 : 3;
        return used_ * 4 >= lines_.size() * to_a_line * quarters;
    }

    /// Sees to it that one more slot may be taken.
    void make_room() {
        if (is_full()) {
            grow();
        }
    }

    /// Notes that a free slot was taken.
    void took_one() { ++used_; }

    std::size_t size() const { return used_; }

    void clear() {
        give_back(lines_.size());
        lines_ = std::vector<line>(first_lines);
        used_ = 0;
    }

    template <class Each>
    void for_each(Each each) const {
        for (const line& here : lines_) {
            for (const Slot& slot : here.slots) {
                if (slot.is_there()) {
                    each(slot);
                }
            }
        }
    }

private:
    static constexpr std::size_t to_a_line = 64 / sizeof(Slot);
    static constexpr std::size_t first_lines = 4;  ///< not worth a note in the budget

    struct alignas(64) line {
        Slot slots[to_a_line];
    };
    static_assert(sizeof(line) == 64);

    void grow() {
        budget_->take(2 * sizeof(line) * lines_.size());
        std::vector<line> before(2 * lines_.size());
        std::swap(lines_, before);
        for (const line& here : before) {
            for (const Slot& slot : here.slots) {
                if (slot.is_there()) {
                    find(slot.hash(), [](const Slot&) { return false; }) = slot;
                }
            }
        }
        give_back(before.size());
    }

    void give_back(std::size_t lines) { budget_->give_back(lines == first_lines ? 0 : sizeof(line) * lines); }

    memory_budget* budget_;
    std::vector<line> lines_;
    std::size_t used_ = 0;
};

}  // namespace cxm
