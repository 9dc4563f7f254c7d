#include "tally/groups.hpp"

#include <algorithm>
#include <cstring>

#include "problem.hpp"
#include "tally/hash.hpp"

namespace cxm {

void memory_budget::refuse() const {
    throw bad_input("", "the tally needs more than the " + std::to_string(limit_) +
                            " bytes of --max-memory: count fewer labels or shorter distinct texts, or allow more");
}

char* arena::take(std::size_t bytes) {
    bytes = (bytes + 7) / 8 * 8;
    if (bytes > left_) {
        const std::size_t size = std::max<std::size_t>(bytes, std::size_t{1} << (blocks_.size() < 4 ? 12 : 18));
        budget_->take(size);
        blocks_.push_back(std::make_unique<char[]>(size));
        next_ = blocks_.back().get();
        left_ = size;
    }
    char* const taken = next_;
    next_ += bytes;
    left_ -= bytes;
    return taken;
}

group_table::group_table(std::size_t labels, std::size_t words, memory_budget& budget)
    : labels_(labels), stride_(words), budget_(&budget), keys_(budget), slots_(256) {}

group_table::found group_table::find(std::int32_t period, const std::string_view* labels) {
    std::uint64_t hash = mix(static_cast<std::uint32_t>(period), labels_);
    for (std::size_t i = 0; i < labels_; ++i) {
        const first_words first(labels[i]);
        hash = mix(hash ^ first.low, first.high + labels[i].size());
        if (labels[i].size() > sizeof first) {
            hash = hash_of(labels[i].substr(sizeof first), hash);
        }
    }
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
        const entry& here = groups_[slots_[at] - 1];
        if (here.hash == hash && holds(here, period, labels)) {
            return {slots_[at] - 1, false};
        }
    }
    return {add(hash, period, labels), true};
}

namespace {

/// A key holds of each label its size, then its bytes, zeros to the next eighth but 16 at least.
std::size_t room_of(std::size_t size) { return 8 + std::max<std::size_t>(16, (size + 7) / 8 * 8); }

std::string_view label_at(const char* key) {
    std::uint64_t size = 0;
    std::memcpy(&size, key, 8);
    return {key + 8, size};
}

}  // namespace

void group_table::labels(std::size_t group, std::string_view* to) const {
    const char* at = groups_[group].key;
    for (std::size_t i = 0; i < labels_; ++i) {
        to[i] = label_at(at);
        at += room_of(to[i].size());
    }
}

bool group_table::holds(const entry& e, std::int32_t period, const std::string_view* labels) const {
    const char* at = e.key;
    for (std::size_t i = 0; i < labels_; ++i) {
        const std::string_view label = label_at(at);
        first_words first{{}};
        std::memcpy(&first, label.data(), sizeof first);
        if (label.size() != labels[i].size() || first != first_words(labels[i]) ||
            (label.size() > sizeof first &&
             !equal_bytes(label.data() + sizeof first, labels[i].data() + sizeof first, label.size() - sizeof first))) {
            return false;
        }
        at += room_of(label.size());
    }
    return e.period == period;
}

std::size_t group_table::add(std::uint64_t hash, std::int32_t period, const std::string_view* labels) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < labels_; ++i) {
        size += room_of(labels[i].size());
    }
    char* const key = keys_.take(size);
    std::fill(key, key + size, '\0');
    char* at = key;
    for (std::size_t i = 0; i < labels_; ++i) {
        const std::uint64_t length = labels[i].size();
        std::memcpy(at, &length, 8);
        std::copy(labels[i].begin(), labels[i].end(), at + 8);
        at += room_of(length);
    }
    budget_->take(sizeof(entry) + 8 * stride_ + 16);
    groups_.push_back({hash, key, period});
    words_.resize(groups_.size() * stride_);
    if (groups_.size() * 2 > slots_.size()) {
        grow();
    } else {
        std::size_t slot = hash & (slots_.size() - 1);
        while (slots_[slot] != 0) {
            slot = (slot + 1) & (slots_.size() - 1);
        }
        slots_[slot] = static_cast<std::uint32_t>(groups_.size());
    }
    return groups_.size() - 1;
}

void group_table::grow() {
    std::vector<std::uint32_t> larger(slots_.size() * 4);
    const std::size_t mask = larger.size() - 1;
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        std::size_t slot = groups_[i].hash & mask;
        while (larger[slot] != 0) {
            slot = (slot + 1) & mask;
        }
        larger[slot] = static_cast<std::uint32_t>(i + 1);
    }
    slots_ = std::move(larger);
}

}  // namespace cxm
