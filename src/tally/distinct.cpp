#include "tally/distinct.hpp"

#include <cstring>
#include <limits>

#include "problem.hpp"

namespace cxm {

namespace {

std::size_t words_of(std::uint64_t head) { return 1 + ((head >> 32) + 7) / 8; }

std::string_view text_of(const std::uint64_t* entry) {
    return {reinterpret_cast<const char*>(entry + 1), static_cast<std::size_t>(*entry >> 32)};
}

}  // namespace

distinct_set::distinct_set(memory_budget& budget) : parts_(parts) {
    for (part& each : parts_) {
        each.budget = &budget;
        each.slots.resize(16);
    }
}

void distinct_set::add(std::uint32_t owner, std::string_view text, std::uint64_t hash) {
    const part& where = parts_[hash % parts];
    __builtin_prefetch(&where.slots[(hash >> 32) & (where.slots.size() - 1)]);
    waiting_.push_back({hash, owner, static_cast<std::uint32_t>(text.size())});
    texts_.insert(texts_.end(), text.begin(), text.end());
    if (waiting_.size() == most_waiting) {
        flush();
    }
}

void distinct_set::flush() {
    for (const waiting& each : waiting_) {
        const part& where = parts_[each.hash % parts];
        const slot& first = where.slots[(each.hash >> 32) & (where.slots.size() - 1)];
        if (first.entry != 0) {
            __builtin_prefetch(where.store.data() + first.entry - 1);
        }
    }
    const char* text = texts_.data();
    for (const waiting& each : waiting_) {
        parts_[each.hash % parts].add(each.owner, {text, each.size}, static_cast<std::uint32_t>(each.hash >> 32));
        text += each.size;
    }
    waiting_.clear();
    texts_.clear();
}

bool distinct_set::part::holds(std::uint32_t entry, std::uint64_t head, std::string_view text) const {
    const std::uint64_t* const at = store.data() + entry;
    return *at == head && std::memcmp(at + 1, text.data(), text.size()) == 0;
}

void distinct_set::part::add(std::uint32_t owner, std::string_view text, std::uint32_t hash) {
    const std::uint64_t head = static_cast<std::uint64_t>(text.size()) << 32 | owner;
    const std::size_t mask = slots.size() - 1;
    std::size_t at = hash & mask;
    for (; slots[at].entry != 0; at = (at + 1) & mask) {
        if (slots[at].hash == hash && holds(slots[at].entry - 1, head, text)) {
            return;
        }
    }
    const std::size_t words = words_of(head);
    if (store.size() + words >= std::numeric_limits<std::uint32_t>::max()) {
        throw bad_input("", "more different texts than can be counted exactly");
    }
    if (store.size() + words > store.capacity()) {
        const std::size_t room = store.capacity() + store.capacity() / 2 + words + 64;
        budget->take(8 * (room - store.capacity()));
        taken += 8 * (room - store.capacity());
        store.reserve(room);
    }
    slots[at] = {hash, static_cast<std::uint32_t>(store.size() + 1)};
    store.push_back(head);
    store.resize(store.size() + words - 1);
    std::memcpy(store.data() + store.size() - (words - 1), text.data(), text.size());
    if (++used * 3 > slots.size() * 2) {
        grow();
    }
}

void distinct_set::part::grow() {
    budget->take(8 * slots.size());
    taken += 8 * slots.size();
    std::vector<slot> larger(slots.size() * 2);
    const std::size_t mask = larger.size() - 1;
    for (const slot& each : slots) {
        if (each.entry != 0) {
            std::size_t at = each.hash & mask;
            while (larger[at].entry != 0) {
                at = (at + 1) & mask;
            }
            larger[at] = each;
        }
    }
    slots = std::move(larger);
}

void distinct_set::absorb(std::size_t number, distinct_set& other, const std::vector<std::uint32_t>& owners) {
    part& from = other.parts_[number];
    for (const slot& each : from.slots) {
        if (each.entry != 0) {
            const std::uint64_t* const entry = from.store.data() + (each.entry - 1);
            parts_[number].add(owners[static_cast<std::uint32_t>(*entry)], text_of(entry), each.hash);
        }
    }
    from.budget->give_back(from.taken);
    from = part{from.budget, {}, std::vector<slot>(16), 0, 0};
}

void distinct_set::count(std::vector<std::uint64_t>& texts_of_owner) const {
    for (const part& each : parts_) {
        for (std::size_t at = 0; at < each.store.size(); at += words_of(each.store[at])) {
            ++texts_of_owner[static_cast<std::uint32_t>(each.store[at])];
        }
    }
}

}  // namespace cxm
