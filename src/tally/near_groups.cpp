#include "tally/near_groups.hpp"

#include <algorithm>
#include <bit>

namespace cxm {

namespace {

constexpr int slot_bits = 9;
constexpr std::size_t slots = std::size_t{1} << slot_bits;
constexpr std::size_t most_values = slots / 2;
constexpr unsigned most_table_bits = 16;

std::size_t slot_of(std::uint64_t word) { return word * 0x9e3779b97f4a7c15u >> (64 - slot_bits); }

std::size_t slot_of(const first_words& text) { return slot_of(text.low ^ std::rotl(text.high, 29)); }

first_words words_of(std::int32_t period) {
    first_words words;
    words.low = static_cast<std::uint32_t>(period);
    return words;
}

}  // namespace

near_groups::near_groups(std::size_t labels, memory_budget& budget)
    : budget_(&budget), columns_(1 + labels), table_(1, no_group) {
    budget.take(columns_.size() * slots * sizeof(value));
    for (column& each : columns_) {
        each.slots.resize(slots);
    }
}

inline std::uint64_t near_groups::column::number_of(const first_words& text, std::size_t size) const {
    for (std::size_t at = slot_of(text);; ++at) {
        const value& here = slots[at % cxm::slots];
        if ((here.text == text && here.size == size) || here.number == unknown) {
            return here.number;
        }
    }
}

inline std::uint64_t near_groups::column::number_of(std::uint64_t first_word, std::size_t size) const {
    for (std::size_t at = slot_of(first_word);; ++at) {
        const value& here = slots[at % cxm::slots];
        if ((here.text.low == first_word && here.size == size) || here.number == unknown) {
            return here.number;
        }
    }
}

bool near_groups::find(const std::vector<std::uint32_t>& rows, const std::int32_t* periods,
                       const std::vector<const std::string_view*>& labels, std::uint32_t* groups) {
    const std::size_t count = rows.size();
    places_.resize(std::max(places_.size(), count));
    std::uint64_t* const places = places_.data();
    for (std::size_t k = 0; k < count; ++k) {
        places[k] = columns_[0].number_of(words_of(periods[k]).low, 0);
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const column& here = columns_[1 + i];
        const auto add = [&](auto words_of_text) {
            for (std::size_t k = 0; k < count; ++k) {
                const std::string_view text = labels[i][rows[k]];
                places[k] += here.number_of(words_of_text(text), text.size()) << here.shift;
            }
        };
        if (here.narrow) {
            add([](std::string_view text) { return word_of(text, 0); });
        } else {
            add([](std::string_view text) { return first_words(text); });
        }
    }
    bool all = true;
    for (std::size_t k = 0; k < count; ++k) {
        groups[k] = places[k] < table_.size() ? table_[places[k]] : no_group;
        all &= groups[k] != no_group;
    }
    return all;
}

void near_groups::learn(std::int32_t period, const std::vector<const std::string_view*>& labels, std::size_t row,
                        std::uint32_t group) {
    bool are_short = number(columns_[0], words_of(period), 0);
    for (std::size_t i = 0; i < labels.size() && are_short; ++i) {
        const std::string_view text = labels[i][row];
        are_short = text.size() <= sizeof(first_words) && number(columns_[1 + i], first_words(text), text.size());
    }
    if (!are_short) {
        give_up();
        return;
    }
    std::uint64_t place = columns_[0].number_of(words_of(period), 0);
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string_view text = labels[i][row];
        place += columns_[1 + i].number_of(first_words(text), text.size()) << columns_[1 + i].shift;
    }
    table_[place] = group;
}

/// Sees to it that a value has a number; false where there are too many.
bool near_groups::number(column& of, const first_words& text, std::size_t size) {
    if (of.number_of(text, size) != unknown) {
        return true;
    }
    if (of.known == most_values) {
        return false;
    }
    std::size_t at = slot_of(text);
    while (of.slots[at % slots].number != unknown) {
        ++at;
    }
    of.slots[at % slots] = {text, size, of.known++};
    of.narrow &= size <= sizeof(text.low);
    if (of.known > std::uint64_t{1} << of.bits) {
        if (table_.size() >> most_table_bits != 0) {
            return false;
        }
        widen(of);
    }
    return true;
}

/// Makes room for twice the numbers of a column: moves apart what the columns behind it tell apart.
void near_groups::widen(column& grown) {
    const std::size_t before = table_.size();
    budget_->take(2 * before * sizeof(std::uint32_t));
    std::vector<std::uint32_t> wider(2 * before, no_group);
    const unsigned edge = grown.shift + grown.bits;
    for (std::size_t place = 0; place < before; ++place) {
        const std::size_t below = place & ((std::size_t{1} << edge) - 1);
        wider[(place >> edge << (edge + 1)) | below] = table_[place];
    }
    table_ = std::move(wider);
    budget_->give_back(before * sizeof(std::uint32_t));
    ++grown.bits;
    for (std::size_t i = static_cast<std::size_t>(&grown - columns_.data()) + 1; i < columns_.size(); ++i) {
        ++columns_[i].shift;
    }
}

void near_groups::give_up() {
    budget_->give_back(columns_.size() * slots * sizeof(value) + (table_.size() - 1) * sizeof(std::uint32_t));
    columns_ = {};
    table_ = {};
}

}  // namespace cxm
