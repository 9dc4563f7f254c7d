#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>

namespace cxm {

/// A segment's numerator and denominator, before and after; for NPS 100 (promoters - detractors) and answers.
/// A segment that is new or gone has 0 and 0 on the side where it is not.
struct segment_change {
    double numerator_before;
    double denominator_before;
    double numerator_after;
    double denominator_after;
};

/// What one segment did to the total; a segment on one side only has that side's value twice, so its rate effect is 0.
struct segment_effect {
    double before;  ///< the segment's value
    double after;
    double weight_before;  ///< its part of the denominator, 0 to 1
    double weight_after;
    double rate;  ///< by its own value's change
    double mix;   ///< by its growing or shrinking part, against the average: the sign stays if all values rise alike
};

/// The change of a total, split (Kitagawa 1955) into rates that moved and segments that grew or shrank.
struct decomposition {
    double before;
    double after;
    double change;
    double rate;             ///< the sum of the segments' rate effects
    double mix;              ///< the sum of the segments' mix effects
    double closure;          ///< rate + mix - change: rounding alone, where all is well
    double standardised;     ///< the rates of after at the mix of before; gone segments keep their rate
    bool moves_against_all;  ///< each segment there on both sides moved one way, the total the other (Simpson)
    std::vector<segment_effect> segments;  ///< in the order given
};

namespace detail {

struct change_totals {
    double numerator_before = 0.0;
    double denominator_before = 0.0;
    double numerator_after = 0.0;
    double denominator_after = 0.0;
};

inline change_totals add_up(std::span<const segment_change> segments) {
    change_totals all;
    for (const segment_change& s : segments) {
        require(s.denominator_before >= 0.0 && s.denominator_after >= 0.0, "a denominator must be 0 or more");
        require(std::isfinite(s.denominator_before) && std::isfinite(s.denominator_after) &&
                    std::isfinite(s.numerator_before) && std::isfinite(s.numerator_after),
                "a segment needs finite numbers");
        require((s.denominator_before > 0.0 || s.numerator_before == 0.0) &&
                    (s.denominator_after > 0.0 || s.numerator_after == 0.0),
                "a segment without a denominator cannot have a numerator");
        all.numerator_before += s.numerator_before;
        all.denominator_before += s.denominator_before;
        all.numerator_after += s.numerator_after;
        all.denominator_after += s.denominator_after;
    }
    return all;
}

/// after - before from the sums, so that equal fractions differ by nothing.
inline double fraction_gap(double top_before, double bottom_before, double top_after, double bottom_after) {
    return product_difference(top_after, bottom_before, top_before, bottom_after) / bottom_before / bottom_after;
}

inline segment_effect effect_of(const segment_change& s, const change_totals& all, double average) {
    const double weight_before = s.denominator_before / all.denominator_before;
    const double weight_after = s.denominator_after / all.denominator_after;
    const double before = s.denominator_before > 0.0 ? s.numerator_before / s.denominator_before
                                                     : s.numerator_after / s.denominator_after;
    const double after = s.denominator_after > 0.0 ? s.numerator_after / s.denominator_after : before;
    const double growth =
        fraction_gap(s.denominator_before, all.denominator_before, s.denominator_after, all.denominator_after);
    return {before,
            after,
            weight_before,
            weight_after,
            0.5 * (weight_before + weight_after) * (after - before),
            (0.5 * (before + after) - average) * growth};
}

/// Whether a total's change is against every segment that can be seen to move; rounding is no movement.
inline bool against_all(std::span<const segment_change> segments, double change, double scale) {
    if (std::fabs(change) <= 1e-12 * scale) {
        return false;
    }
    std::size_t against = 0;
    for (const segment_change& s : segments) {
        if (s.denominator_before == 0.0 || s.denominator_after == 0.0) {
            continue;
        }
        const double own =
            fraction_gap(s.numerator_before, s.denominator_before, s.numerator_after, s.denominator_after);
        if (!(change > 0.0 ? own < 0.0 : own > 0.0)) {
            return false;
        }
        ++against;
    }
    return against > 0;
}

}  // namespace detail

/// Splits the change of a share, rate, mean or NPS by segment; absent where one side has no denominator at all.
///
/// Mix effects are taken against the average of both totals, which changes no sum, but makes a growing segment raise
/// the total exactly where it lies above average. Throws std::invalid_argument for negative denominators, for numbers
/// that are not finite, and for a numerator without a denominator.
inline std::optional<decomposition> decompose(std::span<const segment_change> segments) {
    const detail::change_totals all = detail::add_up(segments);
    if (!(all.denominator_before > 0.0 && all.denominator_after > 0.0)) {
        return std::nullopt;
    }
    decomposition made{};
    made.before = all.numerator_before / all.denominator_before;
    made.after = all.numerator_after / all.denominator_after;
    made.change =
        detail::fraction_gap(all.numerator_before, all.denominator_before, all.numerator_after, all.denominator_after);
    const double average = 0.5 * (made.before + made.after);
    for (const segment_change& s : segments) {
        const bool exists = s.denominator_before > 0.0 || s.denominator_after > 0.0;
        const segment_effect effect = exists ? detail::effect_of(s, all, average) : segment_effect{};
        made.rate += effect.rate;
        made.mix += effect.mix;
        made.standardised += effect.weight_before * effect.after;
        made.segments.push_back(effect);
    }
    made.closure = made.rate + made.mix - made.change;
    const double scale = std::max(std::fabs(made.before), std::fabs(made.after));
    made.moves_against_all = detail::against_all(segments, made.change, scale);
    return made;
}

}  // namespace cxm
