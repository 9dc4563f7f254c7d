#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <cxm/measure.hpp>

namespace cxm {

/// Why a point of a control chart is no chance, the most telling first.
enum class signal_rule : std::uint8_t {
    outside,     ///< beyond a limit
    shift,       ///< one of 7 or more in a row on one side of the centre
    run,         ///< one of 7 or more in a row that rise or fall
    near_limit,  ///< one of 2 in 3 in a row that lie in the outer third, or beyond, of one side
};

/// A point that stands out; upward: on the high side, or rising.
struct chart_signal {
    signal_rule by;
    bool upward;

    constexpr bool operator==(const chart_signal&) const = default;
};

/// The rule's name in results.
constexpr std::string_view name(signal_rule by) {
    constexpr std::string_view names[] = {"outside", "shift", "run", "near_limit"};
    return names[static_cast<int>(by)];
}

/// What the last period says, in the metric's better direction; `too_few` under 6 periods.
enum class trend_verdict : std::uint8_t { too_few, no_change, improvement, concern };

/// The verdict's name in results.
constexpr std::string_view name(trend_verdict v) {
    constexpr std::string_view names[] = {"too few periods", "no change", "improvement", "concern"};
    return names[static_cast<int>(v)];
}

namespace detail {

inline constexpr std::size_t signal_run = 7;

/// A value and its distance from the centre; a third of the distance of a limit is sigma, not_given without limits.
struct deviation {
    double value;
    double from_centre;
    double sigma;
};

using chart_deviations = std::vector<std::optional<deviation>>;

/// Whether a point lies more than `sigmas` off the centre on the given side; never without limits.
inline bool beyond(const std::optional<deviation>& d, double sigmas, bool upward) {
    return d && (upward ? d->from_centre : -d->from_centre) > sigmas * d->sigma;
}

/// Marks 7 places wherever `holds` is true of `in_a_row` places in a row, the last of them included.
template <typename Condition>
void mark_rows(std::size_t in_a_row, const Condition& holds, std::vector<bool>& marked) {
    std::size_t length = 0;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        length = holds(i) ? length + 1 : 0;
        for (std::size_t back = 0; length >= in_a_row && back < signal_run; ++back) {
            marked[i - back] = true;
        }
    }
}

/// Marks the places in the outer third, or beyond, wherever 3 places in a row have 2 of them.
inline void mark_near_limit(const chart_deviations& all, bool upward, std::vector<bool>& marked) {
    for (std::size_t i = 2; i < all.size(); ++i) {
        const auto out = [&](std::size_t back) { return beyond(all[i - back], 2.0, upward); };
        const bool whole = all[i] && all[i - 1] && all[i - 2];
        if (!whole || out(0) + out(1) + out(2) < 2) {
            continue;
        }
        for (std::size_t back = 0; back < 3; ++back) {
            marked[i - back] = marked[i - back] || out(back);
        }
    }
}

inline std::vector<bool> marked_by(signal_rule by, const chart_deviations& all, bool upward) {
    std::vector<bool> marked(all.size());
    const auto outside = [&](std::size_t i) { return beyond(all[i], 3.0, upward); };
    const auto on_side = [&](std::size_t i) {
        return all[i] && (upward ? all[i]->from_centre : -all[i]->from_centre) > 0.0;
    };
    const auto moves_on = [&](std::size_t i) {
        return i > 0 && all[i] && all[i - 1] &&
               (upward ? all[i]->value > all[i - 1]->value : all[i]->value < all[i - 1]->value);
    };
    switch (by) {
        case signal_rule::outside:
            for (std::size_t i = 0; i < all.size(); ++i) {
                marked[i] = outside(i);
            }
            break;
        case signal_rule::shift: mark_rows(signal_run, on_side, marked); break;
        case signal_rule::run: mark_rows(signal_run - 1, moves_on, marked); break;
        case signal_rule::near_limit: mark_near_limit(all, upward, marked); break;
    }
    return marked;
}

/// The signals of each place; gaps have none and break every row.
inline std::vector<std::vector<chart_signal>> signals_of(const chart_deviations& all) {
    std::vector<std::vector<chart_signal>> found(all.size());
    for (const signal_rule by : {signal_rule::outside, signal_rule::shift, signal_rule::run, signal_rule::near_limit}) {
        for (const bool upward : {true, false}) {
            const std::vector<bool> marked = marked_by(by, all, upward);
            for (std::size_t i = 0; i < all.size(); ++i) {
                if (marked[i]) {
                    found[i].push_back({by, upward});
                }
            }
        }
    }
    return found;
}

}  // namespace detail

}  // namespace cxm
