#include <cmath>
#include <random>

#include <cxm/estimate.hpp>
#include <cxm/interval/skew.hpp>
#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/service.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("the least skewness is that of values that are 0 or one number, and no more than that of others") {
    // Of 0 and 1 the third moment follows from the first two, so the bound is met.
    CHECK(near(least_skewness(10, 10, 100), 8.0 / 3, 1e-12));
    std::mt19937_64 draw(7);
    for (int sample = 0; sample < 200; ++sample) {
        double sums[4] = {};
        std::vector<double> values;
        for (int i = 0; i < 40; ++i) {
            values.push_back(std::exp(std::normal_distribution(0.0, 2.0)(draw)));
        }
        for (const double v : values) {
            sums[1] += v;
            sums[2] += v * v;
        }
        const double mean = sums[1] / 40;
        for (const double v : values) {
            sums[3] += std::pow(v - mean, 3);
        }
        const double skewness = sums[3] / 40 / std::pow(sums[2] / 40 - mean * mean, 1.5);
        CHECK(least_skewness(sums[1], sums[2], 40) <= skewness * (1 + 1e-9));
    }
}

TEST_CASE("few values that one outweighs are too skewed, many even ones are not") {
    CHECK(is_too_skewed(1009, 1000009, 10));
    CHECK_FALSE(is_too_skewed(1000, 10100, 100));
    CHECK_FALSE(is_too_skewed(0, 0, 0));
}

TEST_CASE("a mean of money or time has a t interval where its squares are given, and none without") {
    const estimate with = estimate_of(average_transaction, {revenue = 60, transactions = 3, revenue_squared = 1400});
    REQUIRE(with.limits);
    CHECK(with.n == 3);
    CHECK(near(with.limits->low, 20 - 4.302652729911275 * 10 / std::sqrt(3.0), 1e-9));
    CHECK(with.limits->method == "t");
    const estimate without = estimate_of(average_transaction, revenue = 60, transactions = 3);
    CHECK(without.comes_to.value == 20);
    CHECK_FALSE(without.limits);
    CHECK(why_no_interval(average_transaction, without) == needs_single_values);
    const estimate one =
        estimate_of(response_time, {response_seconds = 60, tickets_answered = 1, response_seconds_squared = 3600});
    CHECK(why_no_interval(response_time, one) == "one value has no spread");
}
