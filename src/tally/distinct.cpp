#include "tally/distinct.hpp"

#include <algorithm>
#include <cstring>

namespace cxm {

distinct_set::distinct_set(memory_budget& budget, std::size_t measures) : measures_(measures) {
    for (std::size_t i = 0; i < parts; ++i) {
        parts_.push_back(std::make_unique<part>(budget));
    }
}

bool distinct_set::repeats(std::size_t measure) const {
    return std::any_of(parts_.begin(), parts_.end(),
                       [&](const auto& each) { return (each->repeats & bit_of(measure)) != 0; });
}

std::vector<std::uint64_t> distinct_set::count(std::size_t owners) const {
    std::vector<std::uint64_t> texts(owners);
    for (const auto& each : parts_) {
        each->texts.for_each([&](const kept_text& text) {
            if (!text.is_marked()) {
                ++texts[text.value()];
            }
        });
        each->pairs.count(texts);
    }
    return texts;
}

void distinct_inlet::begin() { waiting_.resize(distinct_set::parts); }

void distinct_inlet::keep_bytes(std::size_t number, std::string_view text) {
    std::vector<char>& to = waiting_[number].longer;
    const std::uint32_t size = static_cast<std::uint32_t>(text.size());
    to.insert(to.end(), reinterpret_cast<const char*>(&size), reinterpret_cast<const char*>(&size) + sizeof size);
    to.insert(to.end(), text.begin(), text.end());
    if (to.size() > most_bytes) {
        flush(number);
    }
}

void distinct_inlet::flush() {
    for (std::size_t number = 0; number < waiting_.size(); ++number) {
        flush(number);
    }
}

void distinct_inlet::flush(std::size_t number) {
    queue& from = waiting_[number];
    distinct_set::part& to = *into_.parts_[number];
    const std::lock_guard lock(to.one);
    find_texts(from, sizes_[number], to);
    add_pairs(to);
    sizes_[number] = 0;
    from.longer.clear();
}

// The prefetches are not in functions of their own: GCC leaves out the call of a function that does nothing else.

void distinct_inlet::find_texts(const queue& from, std::size_t size, distinct_set::part& to) {
    const char* longer = from.longer.data();
    for (std::size_t i = 0; i < size; ++i) {
        if (i % round == 0) {
            for (std::size_t k = i == 0 ? 0 : i + round; k < std::min(i + 2 * round, size); ++k) {
                __builtin_prefetch(to.texts.place(from.keys[k]), 1);
            }
            for (std::size_t k = i; k < std::min(i + round, size) && !from.longer.empty(); ++k) {
                if (from.keys[k].is_longer()) {
                    __builtin_prefetch(to.texts.place_of_bytes(from.keys[k]));
                }
            }
        }
        const kept_text& wanted = from.keys[i];
        std::string_view text;
        if (wanted.is_longer()) {
            std::uint32_t bytes = 0;
            std::memcpy(&bytes, longer, sizeof bytes);
            text = {longer + sizeof bytes, bytes};
            longer += sizeof bytes + bytes;
        }
        kept_text& kept = to.texts.find_or_add(wanted, text);
        if (!kept.is_marked() && kept.value() != wanted.value()) {
            to.repeats |= into_.again_of(kept.value(), wanted.value());
            if (into_.measures_ > 1) {
                note_first_group(kept.value(), to);
            }
            pairs_.push_back({kept.value(), to.numbers});
            kept.mark(to.numbers++);
        }
        if (kept.is_marked()) {
            if (into_.measures_ > 1 && into_.group_of(wanted.value()) != to.first_groups[kept.value()]) {
                to.repeats |= into_.bit_of(wanted.value() % into_.measures_);
            }
            pairs_.push_back({wanted.value(), kept.value()});
        }
    }
}

void distinct_inlet::note_first_group(std::uint32_t owner, distinct_set::part& to) const {
    if (to.first_groups.size() == to.first_groups.capacity()) {
        reserve(to.first_groups, std::max<std::size_t>(64, 2 * to.first_groups.size()), *to.budget);
    }
    to.first_groups.push_back(static_cast<std::uint32_t>(into_.group_of(owner)));
}

void distinct_inlet::add_pairs(distinct_set::part& to) {
    for (std::size_t i = 0; i < pairs_.size(); ++i) {
        if (i % round == 0) {
            for (std::size_t k = i == 0 ? 0 : i + round; k < std::min(i + 2 * round, pairs_.size()); ++k) {
                __builtin_prefetch(to.pairs.place(pairs_[k].owner, pairs_[k].number), 1);
            }
        }
        to.pairs.add(pairs_[i].owner, pairs_[i].number);
    }
    pairs_.clear();
}

}  // namespace cxm
