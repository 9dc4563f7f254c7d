#include "tally/groups.hpp"

#include <algorithm>
#include <cstring>

#include "tables/hash.hpp"
#include "text/problem.hpp"

namespace cxm {

group_table::group_table(std::size_t labels, std::size_t words, memory_budget& budget)
    : labels_(labels),
      parts_(std::max<std::size_t>(labels, 1)),
      stride_(words),
      budget_(&budget),
      texts_(budget),
      slots_(1024),
      near_(labels, budget) {
    budget.take(sizeof(slot) * slots_.size());
}

void group_table::make_keys(const wanted& w) {
    const std::size_t rows = w.rows.size();
    hashes_.resize(rows);
    wanted_keys_.resize(rows * parts_);
    std::uint64_t* const hashes = hashes_.data();
    for (std::size_t k = 0; k < rows; ++k) {
        const std::int32_t first = w.firsts[w.periods[k]];
        wanted_keys_[k * parts_] = {0, first, {}};
        hashes[k] = static_cast<std::uint32_t>(first);
    }
    for (std::size_t i = 0; i < labels_; ++i) {
        const std::string_view* const column = w.labels[i];
        key_part* part = wanted_keys_.data() + i;
        for (std::size_t k = 0; k < rows; ++k, part += parts_) {
            const std::string_view text = column[w.rows[k]];
            part->size = static_cast<std::uint32_t>(text.size());
            part->first = first_words(text);
            hashes[k] = mix(hashes[k] ^ part->first.low, part->first.high + part->size);
            if (part->is_long()) {
                hashes[k] = hash_of(text.substr(sizeof(first_words)), hashes[k]);
            }
        }
    }
}

void group_table::find(const wanted& w, std::uint32_t* groups) {
    if (!near_.is_on()) {
        find_far(w, groups);
        return;
    }
    if (near_.find(w.rows, w.periods, w.labels, groups)) {
        return;
    }
    far_rows_.clear();
    far_periods_.clear();
    for (std::size_t k = 0; k < w.rows.size(); ++k) {
        if (groups[k] == no_group) {
            far_rows_.push_back(w.rows[k]);
            far_periods_.push_back(w.periods[k]);
        }
    }
    far_groups_.resize(far_rows_.size());
    find_far({far_rows_, far_periods_.data(), w.firsts, w.labels}, far_groups_.data());
    for (std::size_t k = 0, far = 0; k < w.rows.size(); ++k) {
        if (groups[k] != no_group) {
            continue;
        }
        groups[k] = far_groups_[far++];
        if (near_.is_on()) {
            near_.learn(w.periods[k], w.labels, w.rows[k], groups[k]);
        }
    }
}

std::uint32_t group_table::find_one(std::int32_t first, const std::vector<const std::string_view*>& labels,
                                    std::size_t row) {
    const std::uint32_t period = 0;
    std::uint32_t group = 0;
    find_far({{static_cast<std::uint32_t>(row)}, &period, {first}, labels}, &group);
    return group;
}

void group_table::find_far(const wanted& w, std::uint32_t* groups) {
    make_keys(w);
    // Memory of many groups is fetched at once, in the time of one; that of few is near.
    constexpr std::size_t few = 256;
    for (std::size_t k = 0; k < w.rows.size() && groups_.size() > few; ++k) {
        const slot& first = slots_[hashes_[k] & (slots_.size() - 1)];
        if (first.group != no_group) {
            __builtin_prefetch(keys_.data() + first.group * parts_);
            __builtin_prefetch(words(first.group), 1);
        }
    }
    for (std::size_t k = 0; k < w.rows.size(); ++k) {
        groups[k] = find_far(w, k);
    }
}

inline std::uint32_t group_table::find_far(const wanted& w, std::size_t k) {
    const std::uint32_t tag = static_cast<std::uint32_t>(hashes_[k] >> 32);
    const key_part* const key = wanted_keys_.data() + k * parts_;
    for (std::size_t at = hashes_[k];; ++at) {
        const slot& here = slots_[at & (slots_.size() - 1)];
        if (here.group == no_group) {
            return add(w, k);
        }
        bool same = here.tag == tag;
        bool longer = false;
        const key_part* const parts = keys_.data() + here.group * parts_;
        for (std::size_t i = 0; i < parts_ && same; ++i) {
            same = parts[i] == key[i];
            longer |= key[i].is_long();
        }
        if (same && (!longer || holds_longer(here.group, w, k))) {
            return here.group;
        }
    }
}

bool group_table::holds_longer(std::size_t group, const wanted& w, std::size_t k) const {
    const char* longer = groups_[group].longer;
    for (std::size_t i = 0; i < labels_; ++i) {
        const std::string_view text = w.labels[i][w.rows[k]];
        if (text.size() > sizeof(first_words)) {
            if (!equal_bytes(longer, text.data(), text.size())) {
                return false;
            }
            longer += text.size();
        }
    }
    return true;
}

std::uint32_t group_table::add(const wanted& w, std::size_t k) {
    const key_part* const key = wanted_keys_.data() + k * parts_;
    std::size_t size = 0;
    for (std::size_t i = 0; i < labels_; ++i) {
        size += key[i].is_long() ? key[i].size : 0;
    }
    char* const longer = size != 0 ? texts_.take(size) : nullptr;
    char* to = longer;
    for (std::size_t i = 0; i < labels_; ++i) {
        if (key[i].is_long()) {
            const std::string_view text = w.labels[i][w.rows[k]];
            to = std::copy(text.begin(), text.end(), to);
        }
    }
    if (groups_.size() == groups_.capacity()) {
        const std::size_t more = std::max<std::size_t>(64, 2 * groups_.size());
        reserve(groups_, more, *budget_);
        reserve(keys_, more * parts_, *budget_);
        reserve(words_, more * stride_, *budget_);
    }
    const std::uint32_t group = static_cast<std::uint32_t>(groups_.size());
    groups_.push_back({hashes_[k], longer});
    keys_.insert(keys_.end(), key, key + parts_);
    words_.resize(groups_.size() * stride_);
    if (groups_.size() * 4 > slots_.size()) {
        grow();
    } else {
        free_slot(hashes_[k]) = {static_cast<std::uint32_t>(hashes_[k] >> 32), group};
    }
    return group;
}

void group_table::labels(std::size_t group, std::string_view* to) const {
    const key_part* const key = keys_.data() + group * parts_;
    const char* longer = groups_[group].longer;
    for (std::size_t i = 0; i < labels_; ++i) {
        to[i] = {key[i].is_long() ? longer : reinterpret_cast<const char*>(&key[i].first), key[i].size};
        longer += key[i].is_long() ? key[i].size : 0;
    }
}

group_table::slot& group_table::free_slot(std::uint64_t hash) {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].group != no_group) {
        at = (at + 1) & (slots_.size() - 1);
    }
    return slots_[at];
}

void group_table::grow() {
    const std::size_t before = slots_.size();
    budget_->take(sizeof(slot) * before * 4);
    slots_.assign(before * 4, {});
    budget_->give_back(sizeof(slot) * before);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
        free_slot(groups_[i].hash) = {static_cast<std::uint32_t>(groups_[i].hash >> 32), static_cast<std::uint32_t>(i)};
    }
}

}  // namespace cxm
