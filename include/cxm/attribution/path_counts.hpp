#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <cxm/attribution/journey.hpp>
#include <cxm/attribution/path.hpp>
#include <cxm/attribution/path_totals.hpp>
#include <cxm/exact_sum.hpp>
#include <cxm/interval/basis.hpp>

namespace cxm {

/// Makes paths of one person after another, in any order, and in parts that are then added to each other.
///
/// A conversion closes a path of the touches since the last conversion, those of its own time included. Touches left
/// over at the end are a null path once the lookback of the last of them has passed, until then an open one.
class path_counts {
public:
    /// Throws std::invalid_argument for a negative lookback and a half-life that is not above 0.
    explicit path_counts(const path_rules& rules) : rules_(rules) {
        detail::require(rules.lookback >= 0, "a lookback must be 0 or more");
        detail::require(!rules.half_life || *rules.half_life > 0.0, "a half-life must be above 0");
    }

    /// All rows of a person in the order of time; of equal times touches come first, in the order given.
    /// Throws std::invalid_argument for rows out of order and for values that are not 0 or more.
    void add(std::span<const journey_row> rows) {
        require_legal(rows);
        touches_.clear();
        for (std::size_t first = 0, end = 0; first < rows.size() && rows[first].time <= rules_.until; first = end) {
            for (; end < rows.size() && rows[end].time == rows[first].time; ++end) {
                if (rows[end].channel != conversion_row) {
                    touches_.push_back(rows[end]);
                }
            }
            for (const journey_row& row : rows.subspan(first, end - first)) {
                if (row.channel == conversion_row) {
                    convert(row);
                }
            }
        }
        if (!touches_.empty() && age(touches_.back(), rules_.until) < static_cast<std::uint64_t>(rules_.lookback)) {
            ++unused_.open_paths;
        } else if (!touches_.empty()) {
            ++totals_of_touches().nulls;
        }
    }

    /// What other persons came to by the same rules.
    void add(const path_counts& other) {
        unused_.conversions_without_touch += other.unused_.conversions_without_touch;
        unused_.touches_dropped += other.unused_.touches_dropped;
        unused_.open_paths += other.unused_.open_paths;
        value_without_touch_.add(other.value_without_touch_);
        for (const auto& [touches, theirs] : other.paths_) {
            paths_[touches].add(theirs);
        }
    }

    /// The distinct paths in the order of their channels, so that nothing else decides what a seed draws.
    std::vector<touch_path> paths() const {
        std::vector<touch_path> made;
        for (const auto& [touches, totals] : paths_) {
            made.push_back(totals.on(touches));
        }
        std::sort(made.begin(), made.end(), [](auto& a, auto& b) { return a.touches < b.touches; });
        return made;
    }

    unused_rows unused() const {
        unused_rows made = unused_;
        made.value_without_touch = value_without_touch_.value();
        return made;
    }

private:
    path_rules rules_;
    detail::path_map paths_;
    unused_rows unused_;
    exact_sum value_without_touch_;
    std::vector<journey_row> touches_;  ///< of one person since the last conversion
    std::vector<std::uint32_t> channels_;
    std::vector<double> ages_;

    static void require_legal(std::span<const journey_row> rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            detail::require(i == 0 || rows[i - 1].time <= rows[i].time, "a person's rows must be in the order of time");
            detail::require(rows[i].value >= 0.0 && std::isfinite(rows[i].value),
                            "the value of conversions must be 0 or more");
        }
    }

    /// Unsigned, as times of all 64 bits may lie further apart than a signed difference holds.
    static std::uint64_t age(const journey_row& touch, std::int64_t at) {
        return static_cast<std::uint64_t>(at) - static_cast<std::uint64_t>(touch.time);
    }

    void convert(const journey_row& conversion) {
        const auto is_young = [&](const journey_row& touch) {
            return age(touch, conversion.time) <= static_cast<std::uint64_t>(rules_.lookback);
        };
        const auto young = std::find_if(touches_.begin(), touches_.end(), is_young);
        unused_.touches_dropped += static_cast<std::uint64_t>(young - touches_.begin());
        touches_.erase(touches_.begin(), young);
        if (touches_.empty()) {
            ++unused_.conversions_without_touch;
            value_without_touch_.add(conversion.value);
            return;
        }
        ages_.clear();
        for (const journey_row& touch : touches_) {
            ages_.push_back(static_cast<double>(age(touch, conversion.time)));
        }
        const auto weights = rules_.half_life ? decay_weights(ages_, *rules_.half_life) : std::vector<double>{};
        totals_of_touches().add_conversion(conversion.value, weights);
        touches_.clear();
    }

    detail::path_totals& totals_of_touches() {
        channels_.clear();
        for (const journey_row& touch : touches_) {
            channels_.push_back(touch.channel);
        }
        const auto at = paths_.find(std::span<const std::uint32_t>(channels_));
        return at != paths_.end() ? at->second : paths_[channels_];
    }
};

}  // namespace cxm
