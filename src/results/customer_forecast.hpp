#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

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

/// Customers without a contract, and what is asked of their future; times in one unit.
struct forecast_question {
    std::vector<customer_summary> customers = {};  ///< as they are known now
    /// As they were known before the holdout, with what they bought in it; empty where `customers` are those, or where
    /// nothing is tested.
    std::vector<customer_summary> before = {};
    double holdout = 0;  ///< how long; 0: no test
    double horizon = 0;  ///< how far ahead
    purchase_kind model = purchase_kind::bgnbd;
    bool amounts = false;  ///< whether the means are known
    double discount = 0;   ///< of a twelfth of the horizon, at whose end purchases are paid
    double level = 0.95;

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

    bool misses() const { return expected.limits && (seen < expected.limits->low || seen > expected.limits->high); }
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
};

/// Fits the models and reads them. Throws std::invalid_argument for histories that cannot be.
customer_forecast forecast_of(forecast_question of);

enum class customer_order : std::uint8_t { at_risk, high_value };

/// The customers by chance of no purchase, or by value (purchases, where there are no amounts), the highest first;
/// those alike in the order of the input.
std::vector<std::size_t> ranked(const customer_forecast& of, customer_order by);

}  // namespace cxm
