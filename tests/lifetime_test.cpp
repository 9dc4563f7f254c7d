#include <cxm/lifetime.hpp>

#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

/// The payments one by one, as the definition has them.
double added_up(int payments_made, double margin, double retention, double discount, double growth, payments when) {
    double sum = 0;
    const int first = when == payments::renewals ? 1 : 0;
    for (int t = first; t < first + payments_made; ++t) {
        const double paid_at = when == payments::from_end ? t + 1 : t;
        sum += margin * std::pow(retention * (1 + growth), t) / std::pow(1 + discount, paid_at);
    }
    return sum;
}

constexpr payments all_payments[] = {payments::from_start, payments::renewals, payments::from_end};

}  // namespace

TEST_CASE("a margin of 100 at a retention of 80 % and a discount of 10 % is worth 366.67, 266.67 or 333.33") {
    CHECK(near(*value_for_ever(100, 0.8, 0.1), 1100.0 / 3, 1e-10));
    CHECK(near(*value_for_ever(100, 0.8, 0.1, payments::renewals), 800.0 / 3, 1e-10));
    CHECK(near(*value_for_ever(100, 0.8, 0.1, payments::from_end), 1000.0 / 3, 1e-10));
}

TEST_CASE("the value for ever is what the payments add up to") {
    for (const payments when : all_payments) {
        for (const double retention : {0.0, 0.3, 0.9}) {
            for (const double discount : {-0.05, 0.0, 0.2}) {
                CHECK(near_in_parts(*value_for_ever(7, retention, discount, when),
                                    added_up(2000, 7, retention, discount, 0, when), 1e-10));
            }
        }
    }
}

TEST_CASE("a value for ever without end is absent") {
    CHECK_FALSE(value_for_ever(100, 1, 0));
    CHECK_FALSE(value_for_ever(100, 0.96, -0.05));
    CHECK(value_for_ever(100, 1, 0.01));
}

TEST_CASE("the value over some periods is what those payments add up to, with growth and where nothing shrinks") {
    for (const payments when : all_payments) {
        for (const double growth : {-1.0, 0.0, 0.1, 0.5}) {
            for (const int periods : {0, 1, 2, 5, 40}) {
                CHECK(near_in_parts(value_over(periods, 100, 0.8, 0.1, growth, when),
                                    added_up(periods, 100, 0.8, 0.1, growth, when), 1e-12));
            }
        }
    }
    CHECK(value_over(12, 5, 1, 0) == 60);
    CHECK(near(value_over(5, 100, 0.8, 0.1), 292.06338364865786, 1e-9));
}

TEST_CASE("over many periods the value comes to that for ever") {
    CHECK(near(value_over(5000, 100, 0.99, 0.01), *value_for_ever(100, 0.99, 0.01), 1e-6));
}

TEST_CASE("twelve monthly discounts are a yearly one") {
    CHECK(near(std::pow(1 + discount_per_period(0.1), 12), 1.1, 1e-14));
    CHECK(discount_per_period(0) == 0);
}

TEST_CASE("50 lost of 1,000 at a margin of 20 are worth 400, from 306 to 525") {
    const lifetime stay = lifetime_at_churn(20, 50, 1000);
    CHECK(stay.periods == 20.0);
    CHECK(stay.value == 400.0);
    REQUIRE(stay.limits);
    CHECK(near(stay.limits->low, 306.2139058044225, 1e-9));
    CHECK(near(stay.limits->high, 524.5177647611304, 1e-9));
}

TEST_CASE("with nobody lost a lifetime has a lower limit and no other end, with nobody there it has nothing") {
    const lifetime kept = lifetime_at_churn(20, 0, 1000);
    CHECK_FALSE(kept.periods);
    CHECK_FALSE(kept.value);
    REQUIRE(kept.limits);
    CHECK(near(kept.limits->low, 20 / wilson(0, 1000).high, 1e-9));
    CHECK(std::isinf(kept.limits->high));
    CHECK_FALSE(lifetime_at_churn(20, 0, 0).limits);
}

TEST_CASE("a cost of 100 at a margin of 30 and a retention of 90 % is paid back by the fourth payment") {
    CHECK(payback(100, 30, 0.9) == 4.0);
    CHECK(payback(16, 10, 0.6) == 2.0);  // 10 + 6, to the last digit
    CHECK(payback(16.1, 10, 0.6) == 3.0);
}

TEST_CASE("payback is the first number of payments that reaches the cost") {
    for (const double retention : {0.0, 0.5, 0.9, 0.999, 1.0}) {
        for (const double cost : {0.0, 1.0, 10.0, 10.5, 15.0, 19.0, 27.1, 500.0}) {
            double count = 0;
            double paid = 0;
            while (paid < cost * (1 - 1e-12) && count < 50000) {
                paid += 10 * std::pow(retention, count++);
            }
            INFO(cost << " at " << retention);
            CHECK(payback(cost, 10, retention) == (count < 50000 ? std::optional(count) : std::nullopt));
        }
    }
}

TEST_CASE("a cost that the payments only come near to is never paid back") {
    CHECK_FALSE(payback(100, 10, 0.9));
    CHECK_FALSE(payback(1, 0, 0.9));
    CHECK_FALSE(payback(11, 10, 0));
}

TEST_CASE("retention outside 0 to 1, discounts of -1, negative costs and more lost than were there are refused") {
    CHECK_THROWS_AS(value_for_ever(1, 1.1, 0.5), std::invalid_argument);
    CHECK_THROWS_AS(value_for_ever(1, 0.5, -1), std::invalid_argument);
    CHECK_THROWS_AS(value_for_ever(NAN, 0.5, 0), std::invalid_argument);
    CHECK_THROWS_AS(value_over(2.5, 1, 0.5, 0), std::invalid_argument);
    CHECK_THROWS_AS(value_over(-1, 1, 0.5, 0), std::invalid_argument);
    CHECK_THROWS_AS(discount_per_period(-1), std::invalid_argument);
    CHECK_THROWS_AS(lifetime_at_churn(20, 11, 10), std::invalid_argument);
    CHECK_THROWS_AS(lifetime_at_churn(20, 1, 10, 1), std::invalid_argument);
    CHECK_THROWS_AS(payback(-1, 1, 0.5), std::invalid_argument);
}

TEST_CASE("a payback too long to count one by one ends all the same") {
    CHECK(near_in_parts(*payback(1e300, 1, 1), 1e300, 1e-11));
}
