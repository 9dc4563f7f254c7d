#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <cxm/funnel/funnel_rules.hpp>
#include <cxm/funnel/moments.hpp>

namespace cxm::detail {

/// Finds chains of steps in order, strict or not, in time that grows with the rows and not with their square.
class step_walk {
public:
    explicit step_walk(const funnel_rules& rules) : rules_(rules), moments_(rules) {}

    /// The deepest chain, of those the one that starts first; then each step's first row.
    void find(std::span<const funnel_row> rows, funnel_chain& chain) {
        moments_.read(rows);
        first_start_ = 0;
        while (first_start_ < moments_.size() && !moments_.starts(first_start_)) {
            ++first_start_;
        }
        if (const std::size_t depth = deepest()) {
            trace(earliest_start(depth), depth, chain);
        }
    }

private:
    static constexpr std::size_t levels = funnel_rules::most_steps + 1;
    static constexpr std::uint8_t unreached = 0xFF;

    funnel_rules rules_;
    funnel_moments moments_;
    std::size_t first_start_ = 0;
    std::vector<std::array<std::uint8_t, levels>> came_from_;

    bool may_start(std::size_t moment) const {
        return rules_.first_entry_only ? moment == first_start_ : moments_.starts(moment);
    }

    /// Follows, for each number of steps reached, the chain that started last: no other has more of its window left.
    std::size_t deepest() const {
        std::size_t depth = 0;
        std::uint64_t alive = 0;
        std::array<std::int64_t, levels> rooms[2] = {};  // of those alive alone something is read
        for (std::size_t moment = first_start_; moment < moments_.size() && depth < rules_.steps; ++moment) {
            std::uint64_t next_alive = 0;
            const std::array<std::int64_t, levels>& started = rooms[moment % 2];
            std::array<std::int64_t, levels>& next = rooms[1 - moment % 2];
            const auto move = [&](std::size_t level, std::int64_t start) {
                const advance to = moments_.at(moment, level);
                depth = to.most > depth ? to.most : depth;
                for (std::size_t reached = to.least; reached <= to.most; ++reached) {
                    const bool is_first = (next_alive >> reached & 1) == 0;
                    next[reached] = is_first || next[reached] < start ? start : next[reached];
                    next_alive |= std::uint64_t{1} << reached;
                }
            };
            for (std::uint64_t left = alive; left != 0; left &= left - 1) {
                const auto level = static_cast<std::size_t>(std::countr_zero(left));
                if (is_within(rules_, started[level], moments_.time(moment))) {
                    move(level, started[level]);
                }
            }
            if (may_start(moment)) {
                move(0, moments_.time(moment));
            }
            alive = next_alive;
        }
        return depth;
    }

    /// Goes back through time with, for each number of steps reached, the first time that sees the depth from there.
    std::size_t earliest_start(std::size_t depth) const {
        std::size_t earliest = first_start_;
        std::array<std::optional<std::int64_t>, levels> ends{};
        for (std::size_t moment = moments_.size(); moment-- > first_start_;) {
            const auto end_from = [&](std::size_t level) {
                const advance to = moments_.at(moment, level);
                if (to.most >= depth) {
                    return std::optional(moments_.time(moment));
                }
                std::optional<std::int64_t> end;
                for (std::size_t reached = to.least; reached <= to.most; ++reached) {
                    end = ends[reached] && (!end || *ends[reached] < *end) ? ends[reached] : end;
                }
                return end;
            };
            if (may_start(moment)) {
                const auto end = end_from(0);
                earliest = end && is_within(rules_, moments_.time(moment), *end) ? moment : earliest;
            }
            // Upwards, as a level's end rests on those above as they were a moment later.
            for (std::size_t level = 1; level < depth; ++level) {
                ends[level] = end_from(level);
            }
        }
        return earliest;
    }

    /// Where two ways lead to as many steps, takes the one that had more of them before.
    void trace(std::size_t start, std::size_t depth, funnel_chain& chain) {
        came_from_.clear();
        for (std::size_t moment = start;; ++moment) {
            auto& now = came_from_.emplace_back();
            now.fill(unreached);
            for (std::size_t level = depth; level-- > 0;) {
                const bool is_alive = moment == start ? level == 0 : came_from_[moment - start - 1][level] != unreached;
                if (!is_alive) {
                    continue;
                }
                const advance to = moments_.at(moment, level);
                if (to.most >= depth) {
                    return place(start, level, depth, chain);
                }
                for (std::size_t reached = to.least; reached <= to.most; ++reached) {
                    now[reached] = now[reached] == unreached ? static_cast<std::uint8_t>(level) : now[reached];
                }
            }
        }
    }

    /// Fills the chain whose last moment, the last that was traced, takes it from one level to another.
    void place(std::size_t start, std::size_t from, std::size_t to, funnel_chain& chain) {
        std::vector<std::size_t> before(came_from_.size() + 1, to);
        for (std::size_t at = came_from_.size(); at-- > 0;) {
            before[at] = from;
            from = at > 0 ? came_from_[at - 1][from] : 0;
        }
        for (std::size_t at = 0; at < came_from_.size(); ++at) {
            moments_.place(start + at, before[at], before[at + 1], chain);
        }
    }
};

}  // namespace cxm::detail
