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
    : labels_(labels), stride_(words), budget_(&budget), keys_(budget), slots_(256), wanted_(labels) {}

group_table::found group_table::find(std::int32_t period, const std::string_view* labels) {
    std::uint64_t hash = mix(static_cast<std::uint32_t>(period), labels_);
    for (std::size_t i = 0; i < labels_; ++i) {
        wanted_[i] = {labels[i].size(), first_words(labels[i])};
        hash = mix(hash ^ wanted_[i].first.low, wanted_[i].first.high + wanted_[i].size);
        if (labels[i].size() > sizeof(first_words)) {
            hash = hash_of(labels[i].substr(sizeof(first_words)), hash);
        }
    }
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at] != 0; at = (at + 1) & mask) {
        const entry& here = groups_[slots_[at] - 1];
        if (here.hash == hash && here.period == period && holds(here, labels)) {
            return {slots_[at] - 1, false};
        }
    }
    return {add(hash, period, labels), true};
}

void group_table::labels(std::size_t group, std::string_view* to) const {
    const key_label* const key = groups_[group].key;
    const char* longer = reinterpret_cast<const char*>(key + labels_);
    for (std::size_t i = 0; i < labels_; ++i) {
        const bool is_long = key[i].size > sizeof(first_words);
        to[i] = {is_long ? longer : reinterpret_cast<const char*>(&key[i].first), key[i].size};
        longer += is_long ? key[i].size : 0;
    }
}

bool group_table::holds(const entry& e, const std::string_view* labels) const {
    const char* longer = reinterpret_cast<const char*>(e.key + labels_);
    for (std::size_t i = 0; i < labels_; ++i) {
        if (e.key[i] != wanted_[i]) {
            return false;
        }
        if (wanted_[i].size > sizeof(first_words)) {
            if (!equal_bytes(longer, labels[i].data(), wanted_[i].size)) {
                return false;
            }
            longer += wanted_[i].size;
        }
    }
    return true;
}

std::size_t group_table::add(std::uint64_t hash, std::int32_t period, const std::string_view* labels) {
    std::size_t size = labels_ * sizeof(key_label);
    for (std::size_t i = 0; i < labels_; ++i) {
        size += labels[i].size() > sizeof(first_words) ? labels[i].size() : 0;
    }
    char* const room = keys_.take(size);
    key_label* const key = reinterpret_cast<key_label*>(room);
    std::copy(wanted_.begin(), wanted_.end(), key);
    char* longer = room + labels_ * sizeof(key_label);
    for (std::size_t i = 0; i < labels_; ++i) {
        if (labels[i].size() > sizeof(first_words)) {
            longer = std::copy(labels[i].begin(), labels[i].end(), longer);
        }
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
