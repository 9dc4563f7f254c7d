#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cxm/project/activity.hpp>
#include <cxm/project/calibration.hpp>
#include <cxm/project/customer_summary.hpp>
#include <cxm/project/gains.hpp>

#include "results/figure.hpp"

namespace cxm {

enum class purchase_kind : std::uint8_t { bgnbd, mbgnbd, pareto };

constexpr std::string_view name(purchase_kind kind) {
    constexpr std::string_view names[] = {"bgnbd", "mbgnbd", "pareto"};
    return names[static_cast<int>(kind)];
}

/// Customers in segments.
struct segments_asked {
    std::string label = {};                      ///< what tells them apart
    std::vector<std::string> names = {};         ///< in order; empty for customers of whom it is not said
    std::vector<std::uint32_t> segment_of = {};  ///< of the customers, a place among the names
};

/// Orders to be planned for.
struct demand_question {
    double length;  ///< of the time ahead
    std::vector<double> new_customers =
        {};  ///< planned in each `every` of it; of the last number, also in what follows
    double every = 0;
};

/// What bands of activity showed.
struct band_question {
    banded_customers counts = {};
    double window = 0;           ///< the time of recent activity, and that of the activity before
    double ahead = 0;            ///< the time after the first two days
    bool is_tested = false;      ///< there are customers on the first day, and a test is asked for
    bool is_tested_now = false;  ///< what was bought after the second day is the holdout, which nothing is learned from
};

/// Customers without a contract, and what is asked of their future; times in one unit.
struct forecast_question {
    std::vector<customer_summary> customers = {};  ///< as they are known now, each numbered by the place
    /// As they were known before the holdout, with what they bought in it; empty where `customers` are those, or where
    /// nothing is tested.
    std::vector<customer_summary> before = {};
    double holdout = 0;  ///< how long; 0: no test
    double horizon = 0;  ///< how far ahead
    purchase_kind model = purchase_kind::bgnbd;
    bool amounts = false;  ///< whether the means are known
    bool alike = false;    ///< each of `customers` may stand for several who are alike, and has no name
    double discount = 0;   ///< of a twelfth of the horizon, at whose end purchases are paid
    double level = 0.95;
    segments_asked segments = {};  ///< without names nobody asks
    std::optional<demand_question> demand = {};
    std::optional<band_question> bands = {};

    const std::vector<customer_summary>& tested() const { return before.empty() ? customers : before; }
};

/// What is expected of one customer over the horizon; money is not_given where amounts or their model are not there.
struct customer_outlook {
    double purchases;
    double none;  ///< the chance of no purchase
    double alive;
    double amount;    ///< of a purchase
    double value;     ///< of the purchases
    double at_stake;  ///< the value of the purchases that are lost if the customer has left, as far as that is likely
};

/// How a model that saw nothing of the holdout foretold it.
struct forecast_test {
    double length;
    std::size_t customers;
    double seen;                          ///< purchases
    forecast_figure expected;             ///< purchases
    std::vector<calibrated_part> fifths;  ///< of customers by the chance of no purchase, and the share that made none
    std::optional<double> auc;            ///< of that chance
    std::optional<double> brier;
    std::optional<cumulative_gains> gains;  ///< of expected purchases, in tenths

    bool misses() const { return is_beyond(expected, seen); }
};

/// One segment by the model of all customers.
struct segment_outlook {
    std::vector<forecast_figure> figures = {};  ///< those of the whole, of the segment
    double seen = not_given;                    ///< purchases in the holdout
    forecast_figure expected = {};              ///< of those; without a value where there was no test

    bool misses() const { return is_beyond(expected, seen); }
};

/// Orders in a part of the time to plan for.
struct demand_step {
    double from;
    double to;
    double of_base;
    double of_new;
};

struct demand_outlook {
    double new_customers;
    std::vector<forecast_figure> figures;  ///< of the whole time
    std::vector<demand_step> steps;
};

/// What the bands of activity say of now, and how they fared; the bands in their order.
struct band_outlook {
    std::vector<forecast_figure> rates = {};   ///< who bought nothing, of each band when it was last seen to the end
    forecast_figure none = {};                 ///< of the customers now, who will buy nothing in as long a time
    std::vector<calibrated_part> tested = {};  ///< shares that bought nothing in the holdout; empty without a test
    double seen = not_given;                   ///< who bought nothing in it
    forecast_figure expected = {};             ///< of those
    std::optional<double> auc = {};
    std::optional<double> brier = {};

    bool misses() const { return is_beyond(expected, seen); }
};

struct fitted_numbers {
    std::string_view model;
    std::string reason;  ///< why there is no model, or no limits; empty where the fit is sound
    bool has_model;
    double log_likelihood;
    std::vector<std::pair<std::string_view, double>> parameters;
};

struct customer_forecast {
    forecast_question of;
    fitted_numbers purchases;
    std::optional<fitted_numbers> spend;      ///< where amounts are known
    std::optional<double> spend_correlation;  ///< of repeat purchases and their means
    std::vector<customer_outlook> outlooks;   ///< in the order of the customers; empty without a model
    std::vector<forecast_figure> figures;     ///< of the whole
    std::optional<forecast_test> test;
    std::string why_no_test;
    std::vector<segment_outlook> segments = {};  ///< in the order of their names; empty without a model
    std::optional<demand_outlook> demand = {};
    std::optional<band_outlook> bands = {};
};

/// Fits the models and reads them. Throws std::invalid_argument for histories that cannot be.
customer_forecast forecast_of(forecast_question of);

enum class customer_order : std::uint8_t { at_risk, high_value };

/// The customers by chance of no purchase, or by value (purchases, where there are no amounts), the highest first;
/// those alike in the order of the input.
std::vector<std::size_t> ranked(const customer_forecast& of, customer_order by);

}  // namespace cxm
