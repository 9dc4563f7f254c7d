#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "results/figure.hpp"

namespace cxm {

enum class curve_kind : std::uint8_t { sbg, bdw };

constexpr std::string_view name(curve_kind kind) { return kind == curve_kind::sbg ? "sbg" : "bdw"; }

/// Cohorts of contracts, and what is asked of their future.
struct projection_question {
    /// How many of each were there after 0, 1, 2, … renewals, up to the last that is seen of it; one has a renewal.
    std::vector<std::vector<double>> cohorts = {};
    std::vector<std::string> periods = {};    ///< of one cohort: their names, the first renewal's first; may be empty
    std::string until = {};                   ///< the last day that is seen; empty where it is not known
    std::optional<curve_kind> model = {};     ///< absent: sbg, or bdw where it fits better by more than chance
    std::optional<std::size_t> horizon = {};  ///< the last age; absent: as long again as was seen
    double discount = 0;                      ///< of a period, 0.01 for 1 %; 0 or 0.0001 at least
    std::optional<double> margin = {};        ///< of one payment
    std::vector<double> base =
        {};  ///< customers with 0, 1, 2, … renewals behind them; empty: who is left of the cohorts
    bool holdout = true;
    double level = 0.95;

    bool is_of_one_cohort() const { return cohorts.size() == 1; }
    double customers() const;  ///< at the start, of all cohorts

    /// Those seen of the longest cohort.
    std::size_t renewals() const;
    std::size_t last_age() const { return horizon.value_or(2 * renewals()); }
};

/// What is seen and expected after so many renewals.
struct projected_age {
    std::size_t age;
    std::string period = {};
    double customers = not_given;  ///< seen
    forecast_figure seen;          ///< the share of those at the start; of several cohorts the product limit
    forecast_figure expected;      ///< the same by the curve
    forecast_figure risk_seen;     ///< who was lost at this renewal, of those who came to it
    forecast_figure risk;
    forecast_figure remaining;  ///< payments still to come of one who made this renewal

    std::vector<const forecast_figure*> figures() const { return {&seen, &expected, &risk_seen, &risk, &remaining}; }
};

/// The curve fitted without the last renewals of each cohort, and the customers after them.
struct curve_test {
    std::size_t held_out;   ///< renewals
    std::size_t fitted_to;  ///< renewals, of the longest cohort
    std::size_t age;        ///< of the longest cohort, that is foretold
    double seen;
    forecast_figure expected;

    bool misses() const { return is_beyond(expected, seen); }
};

struct projection {
    projection_question of;
    curve_kind kind = curve_kind::sbg;
    bool has_curve = false;
    bool is_constant = false;  ///< an sbg that has become one renewal rate for all
    std::string reason = {};   ///< why there is no curve, or no limits of it; empty where the fit is sound
    std::vector<std::pair<std::string_view, double>> parameters = {};
    double log_likelihood = 0;
    double gain = not_given;    ///< twice the log-likelihood of bdw over that of sbg, where both have a curve
    double gain_p = not_given;  ///< its chance if sbg is true
    std::vector<projected_age> ages = {};
    std::vector<forecast_figure> figures = {};  ///< of the whole
    std::optional<curve_test> test = {};
    std::string why_no_test = {};
};

/// Fits the curve and reads it. Throws std::invalid_argument for cohorts that grow and for numbers outside what the
/// question says.
projection project(projection_question of);

}  // namespace cxm
