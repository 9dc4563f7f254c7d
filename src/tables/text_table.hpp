#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "tables/hash.hpp"
#include "tables/line_table.hpp"
#include "tables/memory.hpp"

namespace cxm {

/// A text as text_table has it, with a value and a mark of the user's: a short one whole, of a longer one some of its
/// hash and where it is kept.
class kept_text {
public:
    kept_text() = default;

    /// To look for a text; see row_batch for the bytes behind it.
    kept_text(std::uint32_t value, std::string_view text) {
        if (text.size() <= longest_short) {
            const first_words bytes(text);
            low_ = value | (text.size() + 1) << 32 | bytes.low << 40;
            high_ = bytes.low >> 24 | bytes.high << 40;
        } else {
            const std::uint64_t hash = hash_of(text, 0);
            low_ = value | longer << 32 | hash << 40;
            high_ = hash >> 24 << 40;
        }
    }

    /// Itself, made with the value 0, with another one.
    kept_text with_value(std::uint32_t value) const {
        kept_text with = *this;
        with.low_ |= value;
        return with;
    }

    bool is_there() const { return low_ != 0; }
    bool is_longer() const { return (low_ >> 32 & longer) == longer; }
    std::uint32_t value() const { return static_cast<std::uint32_t>(low_); }
    bool is_marked() const { return (low_ & marked) != 0; }
    void mark(std::uint32_t value) { low_ = (low_ & text_bits) | marked | value; }

    /// 48 bits at least; tables grow without a look at the longer texts.
    std::uint64_t hash() const { return is_longer() ? low_ >> 40 | high_ >> 40 << 24 : mix(low_ & text_bits, high_); }

    /// Whether the texts are the same, as far as is seen here: of longer ones, what is known of the hash.
    bool resembles(const kept_text& other) const {
        return ((low_ ^ other.low_) & text_bits) == 0 && (high_ ^ other.high_) >> (is_longer() ? 40 : 0) == 0;
    }

    /// A short text, into room for 16 bytes.
    std::string_view short_text(char* room) const {
        const std::uint64_t first = low_ >> 40 | high_ << 24;
        const std::uint64_t rest = high_ >> 40;
        std::memcpy(room, &first, sizeof first);
        std::memcpy(room + sizeof first, &rest, sizeof rest);
        return {room, static_cast<std::size_t>(low_ >> 32 & longer) - 1};
    }

    /// Where a longer text is kept.
    std::size_t kept_at() const { return high_ & last_place; }
    void keep_at(std::size_t place) { high_ = (high_ & ~last_place) | place; }

private:
    static constexpr std::size_t longest_short = 11;
    static constexpr std::uint64_t longer = 127;
    static constexpr std::uint64_t marked = std::uint64_t{128} << 32;
    static constexpr std::uint64_t text_bits = ~(marked | 0xffffffff);
    static constexpr std::uint64_t last_place = (std::uint64_t{1} << 40) - 1;

    std::uint64_t low_ = 0;  ///< value (32 bits), size and 1 (7 bits; 127: longer), mark, the first bytes
    std::uint64_t high_ = 0;
};

/// Different texts, each with a value and a mark.
class text_table {
public:
    explicit text_table(memory_budget& budget) : budget_(&budget), texts_(budget) {}

    /// Where a text will be looked for.
    const void* place(const kept_text& wanted) const { return texts_.place(wanted.hash()); }

    /// Where the bytes of a longer text are, if it is the one that seems to be there.
    const void* place_of_bytes(const kept_text& wanted) {
        const kept_text& seen =
            texts_.find(wanted.hash(), [&](const kept_text& kept) { return kept.resembles(wanted); });
        return store_.data() + seen.kept_at();
    }

    /// A text as it is kept, with the value it came with first; `text` is needed of a longer one. It moves when
    /// another is added.
    kept_text& find_or_add(const kept_text& wanted, std::string_view text) {
        texts_.make_room();
        kept_text& slot = texts_.find(wanted.hash(), [&](const kept_text& kept) {
            return kept.resembles(wanted) && (!wanted.is_longer() || holds(kept, text));
        });
        if (!slot.is_there()) {
            add(slot, wanted, text);
        }
        return slot;
    }

    template <class Each>
    void for_each(Each each) const {
        texts_.for_each(each);
    }

    /// The text of one that is kept, which may be in the room, for 16 bytes; good until another is added.
    std::string_view text_of(const kept_text& kept, char* room) const {
        const std::uint64_t* const at = store_.data() + (kept.is_longer() ? kept.kept_at() : 0);
        return kept.is_longer() ? std::string_view(reinterpret_cast<const char*>(at + 1), *at) : kept.short_text(room);
    }

private:
    bool holds(const kept_text& kept, std::string_view text) const;
    void add(kept_text& to, const kept_text& wanted, std::string_view text);

    memory_budget* budget_;
    line_table<kept_text> texts_;
    std::vector<std::uint64_t> store_;  ///< size and bytes of the longer texts
};

}  // namespace cxm
