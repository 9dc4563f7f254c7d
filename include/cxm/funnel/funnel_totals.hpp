#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <cxm/funnel/funnel_rules.hpp>
#include <cxm/interval/proportion.hpp>

namespace cxm {

/// One step of a funnel over all persons; shares have Wilson's limits, and neither where nobody is counted against.
struct funnel_step {
    std::uint64_t reached = 0;
    std::uint64_t dropped = 0;                ///< reached the step before and not this one
    std::optional<double> from_first;         ///< share of those who entered
    std::optional<interval> first_limits;     ///< of from_first; absent for the first step
    std::optional<double> from_previous;      ///< share of those who reached the step before; absent for the first step
    std::optional<interval> previous_limits;  ///< of from_previous
    std::optional<double> median_wait;        ///< from the step before, of those alone who reached this one
};

struct funnel_result {
    std::vector<funnel_step> steps;
    std::optional<double> median_total;  ///< from the first step to the last, of those alone who reached the last
    std::uint64_t late_entries = 0;      ///< entered less than a window before the end: counted, unless left out
};

namespace detail {

/// The middle value, half-way between both middle ones of an even number; reorders the values. Absent without any.
inline std::optional<double> median(std::span<std::uint64_t> values) {
    if (values.empty()) {
        return std::nullopt;
    }
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    const auto upper = static_cast<double>(*middle);
    return values.size() % 2 == 1 ? upper
                                  : 0.5 * (upper + static_cast<double>(*std::max_element(values.begin(), middle)));
}

}  // namespace detail

/// Adds up the chains of persons, in any order, and in parts that are then added to each other.
class funnel_totals {
public:
    /// `end` is the last time of the data: it says who entered too late to have had a whole window, and who is left
    /// out if `whole_windows_only`. Throws std::invalid_argument for illegal rules.
    explicit funnel_totals(const funnel_rules& rules, std::optional<std::int64_t> end = std::nullopt,
                           bool whole_windows_only = false)
        : rules_(rules),
          end_(end),
          whole_windows_only_(whole_windows_only),
          waits_(rules.steps),
          reached_(rules.steps) {
        detail::require_rules(rules);
    }

    void add(std::span<const funnel_place> chain) {
        const bool late = !chain.empty() && is_late(chain.front().time);
        late_entries_ += late ? 1 : 0;
        if (late && whole_windows_only_) {
            return;
        }
        for (std::size_t step = 0; step < chain.size(); ++step) {
            ++reached_[step];
            if (step > 0) {
                waits_[step].push_back(between(chain[step - 1].time, chain[step].time));
            }
        }
        if (chain.size() == rules_.steps) {
            totals_.push_back(between(chain.front().time, chain.back().time));
        }
    }

    /// What other persons of the same funnel came to.
    void add(const funnel_totals& other) {
        late_entries_ += other.late_entries_;
        for (std::size_t step = 0; step < reached_.size(); ++step) {
            reached_[step] += other.reached_[step];
            waits_[step].insert(waits_[step].end(), other.waits_[step].begin(), other.waits_[step].end());
        }
        totals_.insert(totals_.end(), other.totals_.begin(), other.totals_.end());
    }

    /// Throws std::invalid_argument for levels outside (0, 1).
    funnel_result result(double level = 0.95) {
        detail::require_level(level);
        funnel_result made;
        made.late_entries = late_entries_;
        for (std::size_t step = 0; step < reached_.size(); ++step) {
            funnel_step& s = made.steps.emplace_back();
            s.reached = reached_[step];
            share(reached_[step], reached_[0], level, s.from_first, s.first_limits);
            if (step == 0) {
                s.first_limits.reset();
                continue;
            }
            s.dropped = reached_[step - 1] - reached_[step];
            share(reached_[step], reached_[step - 1], level, s.from_previous, s.previous_limits);
            s.median_wait = detail::median(waits_[step]);
        }
        made.median_total = detail::median(totals_);
        return made;
    }

private:
    funnel_rules rules_;
    std::optional<std::int64_t> end_;
    bool whole_windows_only_;
    std::vector<std::vector<std::uint64_t>> waits_;
    std::vector<std::uint64_t> totals_;
    std::vector<std::uint64_t> reached_;
    std::uint64_t late_entries_ = 0;

    static std::uint64_t between(std::int64_t earlier, std::int64_t later) {
        return static_cast<std::uint64_t>(later) - static_cast<std::uint64_t>(earlier);
    }

    bool is_late(std::int64_t entry) const {
        return end_ && rules_.window &&
               (entry > *end_ || between(entry, *end_) < static_cast<std::uint64_t>(*rules_.window));
    }

    static void share(std::uint64_t part, std::uint64_t whole, double level, std::optional<double>& value,
                      std::optional<interval>& limits) {
        if (whole > 0) {
            value = static_cast<double>(part) / static_cast<double>(whole);
            limits = wilson(static_cast<double>(part), static_cast<double>(whole), level);
        }
    }
};

}  // namespace cxm
