#include "tally/value_lists.hpp"

#include <algorithm>
#include <utility>

#include "tally/program.hpp"

namespace cxm {

value_lists::value_lists(const program& plan, memory_budget& budget) : budget_(&budget) {
    for (const program::measured& m : plan.measures) {
        place_.push_back(lists_);
        lists_ += m.kind == counting::quantile ? 1 : 0;
    }
}

void value_lists::grow(std::size_t group) {
    const std::size_t wanted = (group + 1) * lists_;
    if (wanted > values_.capacity()) {
        reserve(values_, std::max(wanted, 2 * values_.capacity()), *budget_);
    }
    values_.resize(wanted);
}

void value_lists::take(std::uint32_t group, value_lists& from, std::size_t other) {
    for (std::size_t i = 0; i < lists_ && (other + 1) * lists_ <= from.values_.size(); ++i) {
        if ((group + 1) * lists_ > values_.size()) {
            grow(group);
        }
        std::vector<int128>& to = values_[group * lists_ + i];
        std::vector<int128> added = std::move(from.values_[other * lists_ + i]);
        if (to.size() < added.size()) {
            std::swap(to, added);
        }
        if (to.size() + added.size() > to.capacity()) {
            reserve(to, to.size() + added.size(), *budget_);
        }
        to.insert(to.end(), added.begin(), added.end());
        budget_->give_back(sizeof(int128) * added.capacity());
    }
}

int128 value_lists::quantile(std::size_t group, std::size_t measure, int percent) const {
    const std::size_t at = group * lists_ + place_[measure];
    if (at >= values_.size() || values_[at].empty()) {
        return 0;
    }
    std::vector<int128>& list = values_[at];
    const std::size_t hundredths = (list.size() - 1) * static_cast<std::size_t>(percent);
    const auto low = list.begin() + static_cast<std::ptrdiff_t>(hundredths / 100);
    std::nth_element(list.begin(), low, list.end());
    const std::size_t rest = hundredths % 100;
    if (rest == 0) {
        return *low;
    }
    const int128 distance = *std::min_element(low + 1, list.end()) - *low;
    // In two steps, as a hundred times the largest distance would be too large.
    return *low + distance / 100 * static_cast<int128>(rest) + distance % 100 * static_cast<int128>(rest) / 100;
}

}  // namespace cxm
