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

inline bool group_table::holds(const entry& e, const wanted& w) const {
    bool same = e.hash == w.hash && e.period == w.period;
    bool longer = false;
    for (std::size_t i = 0; i < labels_ && same; ++i) {
        same = e.key[i] == w.key[i];
        longer |= w.key[i].size > sizeof(first_words);
    }
    return same && (!longer || holds_longer(e, w));
}

void group_table::make_keys(const std::vector<std::uint32_t>& rows, const std::int32_t* periods,
                            const std::vector<const std::string_view*>& labels) {
    hashes_.resize(rows.size());
    keys_of_.resize(rows.size() * labels_);
    for (std::size_t k = 0; k < rows.size(); ++k) {
        hashes_[k] = static_cast<std::uint32_t>(periods[k]);
    }
    for (std::size_t i = 0; i < labels_; ++i) {
        for (std::size_t k = 0; k < rows.size(); ++k) {
            const std::string_view text = labels[i][rows[k]];
            const key_label key{text.size(), first_words(text)};
            keys_of_[k * labels_ + i] = key;
            hashes_[k] = mix(hashes_[k] ^ key.first.low, key.first.high + key.size);
            if (text.size() > sizeof(first_words)) {
                hashes_[k] = hash_of(text.substr(sizeof(first_words)), hashes_[k]);
            }
        }
    }
}

void group_table::find(const std::vector<std::uint32_t>& rows, const std::int32_t* periods,
                       const std::vector<const std::string_view*>& labels, std::uint32_t* groups) {
    make_keys(rows, periods, labels);
    std::size_t mask = slots_.size() - 1;
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const wanted w{hashes_[k], periods[k], keys_of_.data() + k * labels_, labels, rows[k]};
        std::size_t at = w.hash & mask;
        while (slots_[at] != 0 && !holds(groups_[slots_[at] - 1], w)) {
            at = (at + 1) & mask;
        }
        if (slots_[at] == 0) {
            groups[k] = static_cast<std::uint32_t>(add(w));
            mask = slots_.size() - 1;
        } else {
            groups[k] = slots_[at] - 1;
        }
    }
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

bool group_table::holds_longer(const entry& e, const wanted& w) const {
    const char* longer = reinterpret_cast<const char*>(e.key + labels_);
    for (std::size_t i = 0; i < labels_; ++i) {
        if (w.key[i].size > sizeof(first_words)) {
            if (!equal_bytes(longer, w.labels[i][w.row].data(), w.key[i].size)) {
                return false;
            }
            longer += w.key[i].size;
        }
    }
    return true;
}

std::size_t group_table::add(const wanted& w) {
    std::size_t size = labels_ * sizeof(key_label);
    for (std::size_t i = 0; i < labels_; ++i) {
        size += w.key[i].size > sizeof(first_words) ? w.key[i].size : 0;
    }
    char* const room = keys_.take(size);
    key_label* const key = reinterpret_cast<key_label*>(room);
    std::copy(w.key, w.key + labels_, key);
    char* longer = room + labels_ * sizeof(key_label);
    for (std::size_t i = 0; i < labels_; ++i) {
        if (w.key[i].size > sizeof(first_words)) {
            const std::string_view text = w.labels[i][w.row];
            longer = std::copy(text.begin(), text.end(), longer);
        }
    }
    budget_->take(sizeof(entry) + 8 * stride_ + 16);
    groups_.push_back({w.hash, key, w.period});
    words_.resize(groups_.size() * stride_);
    if (groups_.size() * 2 > slots_.size()) {
        grow();
    } else {
        std::size_t slot = w.hash & (slots_.size() - 1);
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
