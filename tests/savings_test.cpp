#include <cxm/roi_range.hpp>
#include <cxm/savings.hpp>

#include <array>
#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("contacts that fall from 0.35 to 0.30 a customer save 650 of 13,000 customers, 4,225 at 6.50 each") {
    const auto support = support_saving({4200, 12000}, {3900, 13000}, 6.5);
    REQUIRE(support);
    CHECK(near(support->contacts, 650, 1e-9));
    CHECK(near(support->saving.value, 4225, 1e-9));
    CHECK(near(support->saving.limits.low, 3024.37, 0.005));
    CHECK(near(support->saving.limits.high, 5428.36, 0.005));
    CHECK(support->limits_before.method == "garwood");
}

TEST_CASE("contacts that rise are a saving below 0") {
    CHECK(near(support_saving({100, 1000}, {150, 1000}, 2)->saving.value, -100, 1e-12));
    CHECK(support_saving({100, 1000}, {150, 1000}, 2)->saving.limits.high < 0);
}

TEST_CASE("a churn of 180 of 4,200 instead of 230 of 4,000 keeps 61.5 customers") {
    const auto kept = avoided_churn({230, 4000}, {180, 4200}, 140);
    REQUIRE(kept);
    CHECK(near(kept->customers, 61.5, 1e-10));
    CHECK(near(kept->limits.low, 21.9037, 5e-5));
    CHECK(near(kept->value.value, 8610, 1e-8));
    CHECK(near(kept->value.limits.high, 14237.17, 0.005));
}

TEST_CASE("120 referred customers, of whom 30 % would have come anyway, are worth 37,800") {
    const auto referred = referral_value({120, {18, 60}, 400, 55, 20});
    REQUIRE(referred);
    CHECK(near(referred->anyway, 0.3, 1e-15));
    CHECK(near(referred->value.value, 37800, 1e-9));
    CHECK(near(referred->value.limits.low, 31795.82, 0.005));
    CHECK(near(referred->value.limits.high, 42648.88, 0.005));
}

TEST_CASE("the range of a return squares and adds the distances of its parts") {
    const std::array<gain_part, 3> parts{{{21450, 14300, 28600}, {8820, -2100, 19600}, {45600, 45600, 45600}}};
    const auto range = roi_range(parts, 40000);
    REQUIRE(range);
    CHECK(range->gain == 75870);
    CHECK(near(range->roi, 0.89675, 1e-12));
    CHECK(near(range->limits.low, 0.5704364, 5e-8));
    CHECK(near(range->limits.high, 1.2201411, 5e-8));
}

TEST_CASE("without customers, answers or cost there is no number") {
    CHECK_FALSE(support_saving({0, 0}, {10, 20}, 1));
    CHECK_FALSE(support_saving({10, 20}, {0, 0}, 1));
    CHECK_FALSE(avoided_churn({0, 0}, {1, 10}, 1));
    CHECK_FALSE(avoided_churn({1, 10}, {0, 0}, 1));
    CHECK_FALSE(referral_value({120, {0, 0}, 400, 55, 20}));
    CHECK_FALSE(roi_range(std::array<gain_part, 1>{{{1, 0, 2}}}, 0));
}

TEST_CASE("counts that cannot be and money below 0 are refused") {
    CHECK_THROWS_AS(support_saving({-1, 10}, {1, 10}, 1), std::invalid_argument);
    CHECK_THROWS_AS(support_saving({1, 10}, {1, 10}, -1), std::invalid_argument);
    CHECK_THROWS_AS(support_saving({1, 10}, {1, 10}, 1, 0), std::invalid_argument);
    CHECK_THROWS_AS(avoided_churn({11, 10}, {1, 10}, 1), std::invalid_argument);
    CHECK_THROWS_AS(avoided_churn({1, 10}, {1, 10}, std::nan("")), std::invalid_argument);
    CHECK_THROWS_AS(referral_value({120, {61, 60}, 400, 55, 20}), std::invalid_argument);
    CHECK_THROWS_AS(referral_value({-1, {1, 60}, 400, 55, 20}), std::invalid_argument);
    CHECK_THROWS_AS(roi_range(std::array<gain_part, 1>{{{1, 2, 3}}}, 1), std::invalid_argument);
    CHECK_THROWS_AS(roi_range(std::array<gain_part, 1>{{{1, 0, 3}}}, -1), std::invalid_argument);
}
