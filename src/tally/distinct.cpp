#include "tally/distinct.hpp"

#include <cstring>

#include "tally/hash.hpp"

namespace cxm {

namespace {

std::uint64_t hash_of_longer(std::uint64_t owner, std::string_view text) { return hash_of(text, owner + 1); }

}  // namespace

distinct_set::distinct_set(memory_budget& budget) : parts_(parts) {
    for (part& each : parts_) {
        each.budget = &budget;
        each.slots.resize(16);
    }
}

std::vector<std::uint64_t> distinct_set::count(std::size_t owners) const {
    std::vector<std::uint64_t> texts(owners);
    for (const part& each : parts_) {
        for (const slot& s : each.slots) {
            if (s != slot{}) {
                ++texts[static_cast<std::uint32_t>(s.low)];
            }
        }
    }
    return texts;
}

std::string_view distinct_set::part::text(const slot& s) const {
    const std::uint64_t* const at = store.data() + s.high;
    return {reinterpret_cast<const char*>(at + 1), *at};
}

std::uint64_t distinct_set::part::hash(const slot& s) const {
    return is_longer(s) ? hash_of_longer(static_cast<std::uint32_t>(s.low), text(s)) : mix(s.low, s.high);
}

bool distinct_set::part::holds(const slot& s, std::uint32_t owner, std::string_view longer) const {
    return is_longer(s) && static_cast<std::uint32_t>(s.low) == owner && text(s) == longer;
}

void distinct_set::part::keep(slot& s, std::string_view longer) {
    const std::size_t words = 1 + (longer.size() + 7) / 8;
    if (store.size() + words > store.capacity()) {
        reserve(store, store.capacity() + store.capacity() / 2 + words + 64, *budget);
    }
    s.high = store.size();
    store.push_back(longer.size());
    store.resize(store.size() + words - 1);
    std::memcpy(store.data() + s.high + 1, longer.data(), longer.size());
}

void distinct_set::part::grow() {
    budget->take(2 * slots.size() * sizeof(slot));
    std::vector<slot> larger(slots.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const slot& each : slots) {
        if (each != slot{}) {
            std::size_t at = hash(each) & mask;
            while (larger[at] != slot{}) {
                at = (at + 1) & mask;
            }
            larger[at] = each;
        }
    }
    budget->give_back(slots.size() * sizeof(slot));
    slots = std::move(larger);
}

void distinct_inlet::add(std::uint32_t owner, std::string_view text) {
    using set = distinct_set;
    wait next{{owner, 0}, 0, 0};
    if (text.size() <= set::longest_short) {
        const first_words bytes(text);
        next.key.low |= (text.size() + 1) << 32 | bytes.low << 40;
        next.key.high = bytes.low >> 24 | bytes.high << 40;
        next.hash = mix(next.key.low, next.key.high);
    } else {
        next.key.low |= set::longer_mark;
        next.hash = hash_of_longer(owner, text);
        next.text_size = static_cast<std::uint32_t>(text.size());
    }
    const std::size_t number = next.hash >> 59;
    static_assert(set::parts == 1 << (64 - 59));
    queue& to = waiting_[number];
    to.keys.push_back(next);
    to.texts.insert(to.texts.end(), text.begin(), text.begin() + next.text_size);
    if (to.keys.size() == most_waiting) {
        flush(number);
    }
}

void distinct_inlet::flush() {
    for (std::size_t number = 0; number < waiting_.size(); ++number) {
        flush(number);
    }
}

void distinct_inlet::flush(std::size_t number) {
    using set = distinct_set;
    queue& from = waiting_[number];
    set::part& to = into_.parts_[number];
    const std::lock_guard lock(to.one);
    for (const wait& each : from.keys) {
        __builtin_prefetch(&to.slots[each.hash & (to.slots.size() - 1)], 1);
    }
    const char* longer = from.texts.data();
    for (wait& each : from.keys) {
        const std::uint32_t owner = static_cast<std::uint32_t>(each.key.low);
        const std::string_view text(longer, each.text_size);
        longer += each.text_size;
        const std::size_t mask = to.slots.size() - 1;
        std::size_t at = each.hash & mask;
        const auto is_there = [&](const set::slot& s) {
            return each.text_size == 0 ? s == each.key : to.holds(s, owner, text);
        };
        while (to.slots[at] != set::slot{} && !is_there(to.slots[at])) {
            at = (at + 1) & mask;
        }
        if (to.slots[at] != set::slot{}) {
            continue;
        }
        if (each.text_size != 0) {
            to.keep(each.key, text);
        }
        to.slots[at] = each.key;
        if (++to.used * 4 > to.slots.size() * 3) {
            to.grow();
        }
    }
    from.keys.clear();
    from.texts.clear();
}

}  // namespace cxm
