#include <cxm/exact_sum.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

exact_sum sum_of(const std::vector<double>& values) {
    exact_sum sum;
    for (const double value : values) {
        sum.add(value);
    }
    return sum;
}

}  // namespace

TEST_CASE("decimals add up as they do on paper") {
    CHECK(sum_of({0.1, 0.2}).value() == 0.3);
    CHECK(sum_of({0.1, 0.2, -0.3}).value() == 0);
    CHECK(sum_of(std::vector<double>(1000, 0.01)).value() == 10);
    CHECK(sum_of({1e15, 0.25, -1e15}).value() == 0.25);
    CHECK(sum_of({-2.5, 1}).value() == -1.5);
    CHECK(sum_of({}).value() == 0);
    CHECK(sum_of({9007199254740992, -1}).value() == 9007199254740991);
}

TEST_CASE("a sum is the same in any order and any grouping") {
    std::mt19937 random(7);
    std::uniform_real_distribution<double> sizes(-1e6, 1e6);
    std::vector<double> values;
    for (int i = 0; i < 2000; ++i) {
        values.push_back(i % 3 == 0   ? sizes(random)
                         : i % 3 == 1 ? std::nearbyint(sizes(random)) / 100
                                      : sizes(random) * 1e-9);
    }
    const double expected = sum_of(values).value();
    for (int repeat = 0; repeat < 20; ++repeat) {
        std::shuffle(values.begin(), values.end(), random);
        const auto middle = values.begin() + repeat * 90;
        exact_sum whole = sum_of({values.begin(), middle});
        whole.add(sum_of({middle, values.end()}));
        REQUIRE(whole.value() == expected);
        REQUIRE(sum_of(values).value() == expected);
    }
}

TEST_CASE("a sum of opposite values is 0, never minus 0") {
    CHECK_FALSE(std::signbit(sum_of({0.1, -0.1}).value()));
    CHECK_FALSE(std::signbit(sum_of({-0.0}).value()));
}

TEST_CASE("sums of any finite numbers are exact in any order") {
    CHECK(sum_of({1e19}).value() == 1e19);
    CHECK(sum_of({-1e300}).value() == -1e300);
    CHECK(sum_of({8e18, 8e18}).value() == 1.6e19);
    CHECK(sum_of({-8e18, -8e18}).value() == -1.6e19);
    CHECK(sum_of({8e18, 8e18, -8e18, 0.25, -8e18}).value() == 0.25);
    CHECK(sum_of({1e300, 0.1, -1e300, 0.2}).value() == 0.3);
    CHECK(sum_of({1.7e308, 1.7e308, -1.7e308}).value() == 1.7e308);
    CHECK(std::isinf(sum_of({1.7e308, 1.7e308}).value()));
    // Half way between two doubles: what is left of the sum decides.
    CHECK(sum_of({0x1p70, 0x1p17}).value() == 0x1p70);
    CHECK(sum_of({0x1p70, 0x1p17, 1e-9}).value() == 0x1p70 + 0x1p18);

    std::mt19937 random(11);
    std::uniform_real_distribution<double> logs(-10, 25);
    std::vector<double> values;
    for (int i = 0; i < 500; ++i) {
        values.push_back(std::pow(10.0, logs(random)) * (i % 2 == 0 ? 1 : -1));
    }
    const double expected = sum_of(values).value();
    for (int repeat = 0; repeat < 20; ++repeat) {
        std::shuffle(values.begin(), values.end(), random);
        exact_sum whole = sum_of({values.begin(), values.begin() + 200});
        whole.add(sum_of({values.begin() + 200, values.end()}));
        REQUIRE(whole.value() == expected);
    }
}

TEST_CASE("a sum beyond the largest count is told from it where its double is not") {
    CHECK(sum_of({9007199254740992}).is_within(9007199254740992));
    CHECK_FALSE(sum_of({9007199254740992, 1}).is_within(9007199254740992));
    CHECK_FALSE(sum_of({-9007199254740992, -1}).is_within(9007199254740992));
    CHECK(sum_of({-9007199254740992, 1}).is_within(9007199254740992));
}

TEST_CASE("what is not finite has no sum") {
    CHECK_THROWS_AS(sum_of({std::nan("")}), std::invalid_argument);
    CHECK_THROWS_AS(sum_of({HUGE_VAL}), std::invalid_argument);
}
