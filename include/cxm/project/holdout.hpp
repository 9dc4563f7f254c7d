#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <cxm/project/histories.hpp>
#include <cxm/project/purchase_model.hpp>

/// Holding a purchase model against what happened, in the time of its fit and after it.
namespace cxm {

/// Customers with 0, 1, … repeat purchases; the last counts those with as many or more.
struct frequency_table {
    std::vector<double> actual;
    std::vector<double> expected;
};

/// Customers by number of repeat purchases within their own T, seen and expected; `top` or more are counted together.
template <purchase_model Model>
frequency_table frequencies(const Model& model, std::span<const counted_history> histories, std::size_t top = 7) {
    frequency_table table{std::vector<double>(top + 1, 0.0), std::vector<double>(top + 1, 0.0)};
    for (const counted_history& one : histories) {
        detail::require_history(one.of);
        table.actual[std::min(top, static_cast<std::size_t>(one.of.x))] += one.customers;
    }
    for (const counted_age& age : ages_of(histories)) {
        double rest = age.customers;
        if (top > 0) {
            const std::vector<double> chances = purchase_chances(model, age.T, top - 1);
            for (std::size_t n = 0; n < top; ++n) {
                table.expected[n] += age.customers * chances[n];
                rest -= age.customers * chances[n];
            }
        }
        table.expected[top] += std::max(0.0, rest);
    }
    return table;
}

/// The repeat purchases that a cohort is expected to have made in all by `after` past the end of its observation, or
/// before it where `after` is below 0. Nothing but how long each customer is known goes in.
template <purchase_model Model>
double expected_repeats_by(const Model& model, std::span<const counted_age> cohort, double after) {
    double sum = 0.0;
    for (const counted_age& age : cohort) {
        sum += age.customers * expected_repeats(model, std::max(0.0, age.T + after));
    }
    return sum;
}

/// What one customer was expected to buy in the holdout, and bought.
struct held_out {
    double x;  ///< repeat purchases before it
    double expected;
    double actual;
    double customers = 1.0;
};

/// Customers with equal x before the holdout, and their mean purchases in it; 0 where there are none.
struct held_out_group {
    double customers;
    double expected;
    double actual;
};

struct holdout_table {
    std::vector<held_out_group> by_x;  ///< x = 0, 1, …; the last `top` or more
    double expected = 0.0;             ///< purchases of all
    double actual = 0.0;
};

/// Purchases in the holdout by those before it; `top` or more are taken together.
inline holdout_table check_holdout(std::span<const held_out> customers, std::size_t top = 7) {
    holdout_table table{std::vector<held_out_group>(top + 1, {0.0, 0.0, 0.0})};
    for (const held_out& one : customers) {
        detail::require(one.x >= 0.0 && one.customers >= 0.0, "purchases and customers are counted from 0");
        held_out_group& group = table.by_x[one.x < static_cast<double>(top) ? static_cast<std::size_t>(one.x) : top];
        group.customers += one.customers;
        group.expected += one.customers * one.expected;
        group.actual += one.customers * one.actual;
        table.expected += one.customers * one.expected;
        table.actual += one.customers * one.actual;
    }
    for (held_out_group& group : table.by_x) {
        if (group.customers > 0.0) {
            group.expected /= group.customers;
            group.actual /= group.customers;
        }
    }
    return table;
}

}  // namespace cxm
