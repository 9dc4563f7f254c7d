#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <cxm/funnel/funnel_rules.hpp>
#include <cxm/funnel/matching.hpp>

namespace cxm::detail {

/// Finds the most different steps within one window, in any order.
class any_order_walk {
public:
    explicit any_order_walk(const funnel_rules& rules) : rules_(rules) {}

    /// Of windows with as many steps the one that starts first; each place is the first row with one step more.
    void find(std::span<const funnel_row> rows, funnel_chain& chain) {
        read(rows);
        matching_.clear();
        const std::size_t start = rules_.first_entry_only ? 0 : fullest_start();
        matching_.clear();
        for (std::size_t i = start; i < items_.size() && chain.size() < rules_.steps; ++i) {
            if (!is_within(rules_, items_[start].time, items_[i].time)) {
                break;
            }
            matching_.add(items_[i].steps);
            if (fill_more() > 0) {
                chain.push_back({items_[i].time, items_[i].row});
            }
        }
    }

private:
    /// A row that satisfies some step, or, where steps must be later, all rows of its time.
    struct item {
        std::int64_t time;
        std::uint32_t steps;
        std::size_t row;
    };

    funnel_rules rules_;
    std::vector<item> items_;
    step_matching matching_;

    void read(std::span<const funnel_row> rows) {
        items_.clear();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::uint32_t steps = rows[i].steps & steps_mask(rules_.steps);
            if (rules_.later_only && steps != 0 && !items_.empty() && items_.back().time == rows[i].time) {
                items_.back().steps |= steps;
            } else if (steps != 0) {
                items_.push_back({rows[i].time, steps, i});
            }
        }
    }

    std::size_t fill_more() {
        std::size_t more = 0;
        for (std::size_t step = 0; step < rules_.steps; ++step) {
            more += !matching_.is_filled(step) && matching_.fill(step) ? 1 : 0;
        }
        return more;
    }

    std::size_t filled() const {
        std::size_t count = 0;
        for (std::size_t step = 0; step < rules_.steps; ++step) {
            count += matching_.is_filled(step) ? 1 : 0;
        }
        return count;
    }

    std::size_t fullest_start() {
        std::size_t fullest = 0;
        std::size_t most = 0;
        std::size_t start = 0;
        for (std::size_t end = 0; end < items_.size() && most < rules_.steps; ++end) {
            matching_.add(items_[end].steps);
            while (!is_within(rules_, items_[start].time, items_[end].time)) {
                matching_.remove(items_[start++].steps);
            }
            fill_more();
            if (filled() > most) {
                most = filled();
                fullest = start;
            }
        }
        return fullest;
    }
};

}  // namespace cxm::detail
