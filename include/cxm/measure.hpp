#pragma once

#include <limits>
#include <string_view>

namespace cxm {

/// What a measure counts; people, things and answers are whole numbers from 0 to 2^53, the others finite decimals.
///
/// A ratio is a number that people read as a percentage: 0.8 for 80 %.
enum class unit { people, things, answers, points, money, seconds, number, ratio };

/// How a measure adds up when periods are joined; across segments all but `fixed` and `alone` add.
enum class over_time {
    flow,      ///< adds: customers_new, clicks
    opening,   ///< the first period's: customers_start
    closing,   ///< the last period's: customers_end, followers
    distinct,  ///< does not add over periods: customers_active
    fixed,     ///< an assumption, the same wherever it is pooled: lifespan_years
    unsaid,    ///< nobody has said; a user's own measure
    alone,     ///< of one record, neither over periods nor across segments: a median
};

struct reading;

inline constexpr double not_given = std::numeric_limits<double>::quiet_NaN();

/// The largest count that a double holds exactly, 2^53.
inline constexpr double largest_count = 9007199254740992.0;

/// Whether a value stands for "not known"; a reading is never NaN otherwise.
constexpr bool is_missing(double value) { return value != value; }

/// A named quantity that a business counts in a period; its key is its name in C++, JSON, CSV and SQL.
struct measure {
    std::string_view key;
    std::string_view meaning;
    unit of;
    over_time joins = over_time::flow;
    double least = not_given;           ///< smallest legal value; not given: 0 for counts and seconds, none otherwise
    double most = not_given;            ///< largest legal value; not given: none but 2^53 for counts
    double absent = not_given;          ///< what it is worth when not given; not given: the metric cannot be computed
    const measure* within = nullptr;    ///< counts a part of this one, so may not exceed it
    const measure* beside = nullptr;    ///< is worth `absent` only in formulas with this one, not given either
    bool in_parts = false;              ///< a count that may be fractional, as where several share one
    const measure* weights = nullptr;   ///< of answers: where this sum of squared weights is given, they are weighted
    std::string_view also_called = {};  ///< what others call it, between commas: never read as it, but told of

    /// `promoters = 300`: a value of this measure, for a call such as `nps(promoters = 300, …)`.
    constexpr reading operator=(double value) const;
};

/// One measure's value.
struct reading {
    const measure* of;
    double value;
};

constexpr reading measure::operator=(double value) const { return {this, value}; }

constexpr bool is_count(unit u) { return u == unit::people || u == unit::things || u == unit::answers; }

/// Whether a measure is a whole number wherever it is given, but for answers that are weighted.
constexpr bool is_whole(const measure& m) { return is_count(m.of) && !m.in_parts; }

/// The smallest legal value, which may be -infinity.
constexpr double least(const measure& m) {
    if (!is_missing(m.least)) {
        return m.least;
    }
    return is_count(m.of) || m.of == unit::seconds ? 0 : -std::numeric_limits<double>::infinity();
}

/// The largest legal value, which may be infinity.
constexpr double most(const measure& m) {
    if (!is_missing(m.most)) {
        return m.most;
    }
    return is_count(m.of) ? largest_count : std::numeric_limits<double>::infinity();
}

/// Measures are compared by key: addresses are no constant expressions under every sanitizer.
constexpr bool operator==(const measure& a, const measure& b) { return a.key == b.key; }

/// The unit's name in the catalogue.
constexpr std::string_view name(unit u) {
    constexpr std::string_view names[] = {"people", "things",  "answers", "points",
                                          "money",  "seconds", "number",  "ratio"};
    return names[static_cast<int>(u)];
}

constexpr std::string_view name(over_time o) {
    constexpr std::string_view names[] = {"flow", "opening", "closing", "distinct", "fixed", "unsaid", "alone"};
    return names[static_cast<int>(o)];
}

}  // namespace cxm
