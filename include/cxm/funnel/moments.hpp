#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <cxm/funnel/funnel_rules.hpp>
#include <cxm/funnel/matching.hpp>

namespace cxm::detail {

/// How many steps a chain may have reached after the rows of one time: any number from the least to the most. Where the
/// least is more than the most, these rows break a strict chain, which then ends with the most.
struct advance {
    std::uint8_t least;
    std::uint8_t most;
};

/// A person's rows, one moment for all rows of one time, and what each makes of chains; not for step_order::any.
class funnel_moments {
public:
    explicit funnel_moments(const funnel_rules& rules) : rules_(rules) {}

    void read(std::span<const funnel_row> rows) {
        rows_ = rows;
        moments_.clear();
        advances_.clear();
        for (std::size_t first = 0, end = 0; first < rows.size(); first = end) {
            while (end < rows.size() && rows[end].time == rows[first].time) {
                ++end;
            }
            moments_.push_back({rows[first].time, first, end});
            add_advances(rows.subspan(first, end - first));
        }
    }

    std::size_t size() const { return moments_.size(); }
    std::int64_t time(std::size_t moment) const { return moments_[moment].time; }

    /// What a moment makes of a chain that has reached `level` steps; level 0 starts one.
    advance at(std::size_t moment, std::size_t level) const { return advances_[moment * rules_.steps + level]; }

    bool starts(std::size_t moment) const { return at(moment, 0).most > 0; }

    /// Adds the rows of a moment that take a chain from one number of steps to another.
    void place(std::size_t moment, std::size_t from, std::size_t to, funnel_chain& chain) {
        const same_time at = moments_[moment];
        const bool several = to > from + 1;
        if (several) {
            load(rows_.subspan(at.first, at.end - at.first));
        }
        for (std::size_t step = from; several && step < to; ++step) {
            matching_.fill(step);
        }
        const std::size_t before = chain.size();
        for (std::size_t step = from; step < to; ++step) {
            const auto fits = [&](std::size_t row) {
                return several ? steps_of(rows_[row]) == matching_.row_of(step) && !is_used(chain, before, row)
                               : (rows_[row].steps >> step & 1) != 0;
            };
            std::size_t row = at.first;
            while (!fits(row)) {
                ++row;
            }
            chain.push_back({at.time, row});
        }
    }

private:
    struct same_time {
        std::int64_t time;
        std::size_t first;
        std::size_t end;
    };

    funnel_rules rules_;
    std::span<const funnel_row> rows_;
    std::vector<same_time> moments_;
    std::vector<advance> advances_;
    step_matching matching_;

    std::uint32_t steps_of(const funnel_row& row) const { return row.steps & steps_mask(rules_.steps); }

    static bool is_used(const funnel_chain& chain, std::size_t from, std::size_t row) {
        return std::any_of(chain.begin() + static_cast<std::ptrdiff_t>(from), chain.end(),
                           [&](const funnel_place& place) { return place.row == row; });
    }

    void load(std::span<const funnel_row> rows) {
        matching_.clear();
        for (const funnel_row& row : rows) {
            matching_.add(steps_of(row));
        }
    }

    void add_advances(std::span<const funnel_row> rows) {
        std::uint32_t steps = 0;
        for (const funnel_row& row : rows) {
            steps |= steps_of(row);
        }
        const bool several = rows.size() > 1 && !rules_.later_only && (steps & steps << 1) != 0;
        if (several) {
            load(rows);
        }
        for (std::size_t level = 0; level < rules_.steps; ++level) {
            std::size_t most = level + (steps >> level & 1);
            if (several && most > level) {
                matching_.release();
                most = level;
                while (most < rules_.steps && matching_.fill(most)) {
                    ++most;
                }
            }
            const std::size_t least = rules_.order == step_order::strict ? least_unbroken(rows, level) : most;
            advances_.push_back({static_cast<std::uint8_t>(least), static_cast<std::uint8_t>(most)});
        }
    }

    /// The fewest steps after which each of the rows was a step or a repeat of one; more than all where one cannot be.
    /// Rows of the time of a start may lie before it.
    std::size_t least_unbroken(std::span<const funnel_row> rows, std::size_t level) const {
        if (level == 0) {
            return 1;
        }
        std::size_t least = level;
        for (const funnel_row& row : rows) {
            const std::uint32_t from_last = steps_of(row) >> (level - 1);
            if (from_last == 0) {
                return rules_.steps + 1;
            }
            least = std::max(least, level + static_cast<std::size_t>(std::countr_zero(from_last)));
        }
        return least;
    }
};

}  // namespace cxm::detail
