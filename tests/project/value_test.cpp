#include <cxm/project/value.hpp>

#include <array>
#include <cmath>
#include <stdexcept>

#include <cxm/project/bgnbd.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

constexpr bgnbd buyers{0.243, 4.414, 0.793, 2.426};
constexpr pareto_nbd pareto{0.553, 10.578, 0.606, 11.669};
constexpr gamma_gamma spend{6.25, 3.74, 15.44};

}  // namespace

TEST_CASE("a year's purchases at 1 % a month are worth 36.29, amount by amount") {
    const purchase_history of{2, 30.43, 38.86};
    const value_horizon year{4.345, 12, 0.01};
    CHECK(near(*customer_value(buyers, spend, of, 22.35, year), 36.28921, 5e-6));
    double sum = 0;
    for (int month = 1; month <= 12; ++month) {
        sum += (expected_purchases(buyers, of, 4.345 * month) - expected_purchases(buyers, of, 4.345 * (month - 1))) /
               std::pow(1.01, month);
    }
    CHECK(near(*customer_value(buyers, spend, of, 22.35, year), *expected_spend(spend, 2, 22.35) * sum, 1e-12));
    CHECK(near(discounted_purchases(buyers, of, {52, 1, 0}), expected_purchases(buyers, of, 52), 1e-14));
}

TEST_CASE("a value has no number where the amount has none") {
    CHECK_FALSE(customer_value(buyers, gamma_gamma{6, 0.9, 15}, {0, 0, 30}, 0, {}));
    CHECK(customer_value(buyers, gamma_gamma{6, 0.9, 15}, {1, 5, 30}, 20, {}));
}

TEST_CASE("purchases for ever are what ever longer horizons come to") {
    const purchase_history of{5, 33, 38};
    const double rate = 0.0027;
    CHECK(near(*discounted_purchases_for_ever(pareto, of, rate), 15.027717, 5e-7));
    double sum = 0;
    double before = 0;
    for (int week = 1; week <= 12000; ++week) {
        const double by_now = expected_purchases(pareto, of, week);
        sum += (by_now - before) * std::exp(-rate * (week - 0.5));
        before = by_now;
    }
    CHECK(near_in_parts(*discounted_purchases_for_ever(pareto, of, rate), sum, 1e-5));
}

TEST_CASE("purchases for ever follow the exponential integral, from small rates to large ones") {
    // At s = 1 and a known time of 1 the integral is e^w E1(w); Abramowitz & Stegun, table 5.1.
    const pareto_nbd unit{1, 1, 1, 1};
    CHECK(near(*discounted_purchases_for_ever(unit, {0, 0, 0}, 0.5), std::exp(0.5) * 0.559773595, 1e-8));
    CHECK(near(*discounted_purchases_for_ever(unit, {0, 0, 0}, 2.0), std::exp(2.0) * 0.048900511, 1e-8));
    CHECK(near(*discounted_purchases_for_ever(unit, {0, 0, 0}, 1e-8), -0.577215664901533 + 8 * std::log(10.0), 1e-6));
    // Beyond: the asymptotic series in 1/w.
    CHECK(near_in_parts(*discounted_purchases_for_ever(unit, {0, 0, 0}, 1e4), 1e-4 * (1 - 1e-4 + 2e-8), 1e-11));
}

TEST_CASE("without discount there is an end only for s above 1") {
    CHECK_FALSE(discounted_purchases_for_ever(pareto, {5, 33, 38}, 0));
    const pareto_nbd leaving{0.5, 10, 3, 12};
    CHECK(near_in_parts(*discounted_purchases_for_ever(leaving, {5, 33, 38}, 0),
                        expected_purchases(leaving, {5, 33, 38}, 1e9), 1e-9));
    CHECK(near_in_parts(*discounted_purchases_for_ever(leaving, {5, 33, 38}, 0),
                        *discounted_purchases_for_ever(leaving, {5, 33, 38}, 1e-9), 1e-6));
}

TEST_CASE("demand counts the base and, from their first order, those still to come") {
    const std::array<counted_history, 2> base{{{{0, 0, 20}, 500}, {{1, 8, 20}, 120}}};
    const std::array<new_customers, 3> planned{{{0, 50}, {12, 50}, {13, 50}}};
    const demand orders = expected_demand(buyers, base, planned, 12);
    CHECK(near(orders.from_base,
               500 * expected_purchases(buyers, {0, 0, 20}, 12) + 120 * expected_purchases(buyers, {1, 8, 20}, 12),
               1e-12));
    CHECK(near(orders.from_new, 50 * (1 + expected_repeats(buyers, 12)) + 50, 1e-12));
    CHECK(orders.orders() == orders.from_base + orders.from_new);
}

TEST_CASE("steps of no time, discounts of -1 and arrivals in the past are refused") {
    CHECK_THROWS_AS(discounted_purchases(buyers, {0, 0, 20}, {0, 12, 0}), std::invalid_argument);
    CHECK_THROWS_AS(discounted_purchases(buyers, {0, 0, 20}, {1, 12, -1}), std::invalid_argument);
    CHECK_THROWS_AS(discounted_purchases_for_ever(pareto, {0, 0, 20}, -0.1), std::invalid_argument);
    CHECK_THROWS_AS(expected_demand(buyers, {}, std::array<new_customers, 1>{{{-1, 5}}}, 12), std::invalid_argument);
}
