#include "tally/near_groups.hpp"

#include <algorithm>
#include <bit>
#include <utility>

namespace cxm {

namespace {

constexpr int slot_bits = 9;
constexpr std::size_t slots = std::size_t{1} << slot_bits;
constexpr std::size_t most_values = slots / 2;
constexpr unsigned most_table_bits = 16;

std::size_t slot_of(std::uint64_t word) { return word * 0x9e3779b97f4a7c15u >> (64 - slot_bits); }

std::size_t slot_of(const first_words& text) { return slot_of(text.low ^ std::rotl(text.high, 29)); }

}  // namespace

near_groups::near_groups(std::size_t labels, memory_budget& budget)
    : budget_(&budget), columns_(labels), table_(1, no_group) {
    budget.take(columns_.size() * slots * sizeof(value));
    for (column& each : columns_) {
        each.slots.resize(slots);
    }
}

inline std::uint64_t near_groups::column::place_of(const first_words& text, std::size_t size) const {
    for (std::size_t at = slot_of(text);; ++at) {
        const value& here = slots[at % cxm::slots];
        if ((here.text == text && here.size == size) || here.place == unknown) {
            return here.place;
        }
    }
}

inline std::uint64_t near_groups::column::place_of(std::uint64_t only_word, std::size_t size) const {
    for (std::size_t at = slot_of(only_word);; ++at) {
        const value& here = slots[at % cxm::slots];
        if ((here.text.low == only_word && here.size == size) || here.place == unknown) {
            return here.place;
        }
    }
}

bool near_groups::find(const std::vector<std::uint32_t>& rows, const std::uint32_t* periods,
                       const std::vector<const std::string_view*>& labels, std::uint32_t* groups) {
    const std::size_t count = rows.size();
    places_.resize(std::max(places_.size(), count));
    std::uint64_t* const places = places_.data();
    for (std::size_t k = 0; k < count; ++k) {
        places[k] = std::uint64_t{periods[k]} << label_bits_;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const column& here = columns_[i];
        const auto add = [&](auto words_of_text) {
            for (std::size_t k = 0; k < count; ++k) {
                const std::string_view text = labels[i][rows[k]];
                places[k] += here.place_of(words_of_text(text), text.size());
            }
        };
        if (here.narrow) {
            add([](std::string_view text) { return only_word_of(text); });
        } else {
            add([](std::string_view text) { return first_words(text); });
        }
    }
    bool complete = true;
    for (std::size_t k = 0; k < count; ++k) {
        groups[k] = places[k] < table_.size() ? table_[places[k]] : no_group;
        complete &= groups[k] != no_group;
    }
    return complete;
}

void near_groups::learn(std::uint32_t period, const std::vector<const std::string_view*>& labels, std::size_t row,
                        std::uint32_t group) {
    bool fits = true;
    for (std::size_t i = 0; i < labels.size() && fits; ++i) {
        const std::string_view text = labels[i][row];
        fits = text.size() <= sizeof(first_words) && number(columns_[i], first_words(text), text.size());
    }
    std::uint64_t place = std::uint64_t{period} << label_bits_;
    while (fits && place >= table_.size()) {
        fits = double_table();
    }
    if (!fits) {
        give_up();
        return;
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const std::string_view text = labels[i][row];
        place += columns_[i].place_of(first_words(text), text.size());
    }
    table_[place] = group;
}

/// Sees to it that a value has a number; false where there are too many.
bool near_groups::number(column& of, const first_words& text, std::size_t size) {
    if (of.place_of(text, size) != unknown) {
        return true;
    }
    if (of.known == most_values) {
        return false;
    }
    std::size_t at = slot_of(text);
    while (of.slots[at % slots].place != unknown) {
        ++at;
    }
    of.slots[at % slots] = {text, size, of.known++ << of.shift};
    of.narrow &= size <= sizeof(text.low);
    return of.known <= std::uint64_t{1} << of.bits || widen(of);
}

/// Makes room for twice as many places; false where they are too many.
bool near_groups::double_table() {
    const std::size_t before = table_.size();
    if (before >> most_table_bits != 0) {
        return false;
    }
    budget_->take(2 * before * sizeof(std::uint32_t));
    table_.resize(2 * before, no_group);
    budget_->give_back(before * sizeof(std::uint32_t));
    return true;
}

/// Makes room for twice the numbers of a label: moves apart what the labels behind it, and the periods, tell apart.
bool near_groups::widen(column& grown) {
    const std::size_t before = table_.size();
    if (!double_table()) {
        return false;
    }
    const unsigned edge = grown.shift + grown.bits;
    for (std::size_t place = before; place-- > 0;) {
        const std::size_t below = place & ((std::size_t{1} << edge) - 1);
        const std::size_t moved = (place >> edge << (edge + 1)) | below;
        if (moved != place) {
            table_[moved] = std::exchange(table_[place], no_group);
        }
    }
    ++grown.bits;
    ++label_bits_;
    for (std::size_t i = static_cast<std::size_t>(&grown - columns_.data()) + 1; i < columns_.size(); ++i) {
        ++columns_[i].shift;
        for (value& each : columns_[i].slots) {
            each.place <<= each.place != unknown ? 1 : 0;
        }
    }
    return true;
}

void near_groups::give_up() {
    budget_->give_back(columns_.size() * slots * sizeof(value) + (table_.size() - 1) * sizeof(std::uint32_t));
    columns_ = {};
    table_ = {};
}

}  // namespace cxm
