#include <cxm/project/tenure.hpp>

#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"
#include "project/curves.hpp"

using namespace cxm;

namespace {

/// The shares left, added up one by one as the definition has them.
template <class Curve>
double added_up(const Curve& curve, int renewals, double discount) {
    double sum = 0;
    for (int t = renewals + 1; t < renewals + 3000; ++t) {
        sum += survival(curve, t) / survival(curve, renewals) * std::pow(1 + discount, -(t - renewals - 1));
    }
    return sum;
}

}  // namespace

TEST_CASE("a new high-end customer makes 5.923 payments at a discount of 10 %, one with seven renewals 7.530 more") {
    const sbg curve{0.668, 3.806};
    CHECK(near(*expected_lifetime(curve, 0.1), 5.923, 0.0005));
    CHECK(near(*residual_lifetime(curve, 7, 0.1), 7.530, 0.0005));
}

TEST_CASE("lifetimes are what the shares left add up to") {
    for (const int renewals : {0, 1, 6}) {
        CHECK(near_in_parts(*residual_lifetime(sbg{0.7, 1.2}, renewals, 0.05), added_up(sbg{0.7, 1.2}, renewals, 0.05),
                            1e-12));
        CHECK(near_in_parts(*residual_lifetime(bdw{0.7, 1.2, 1.3}, renewals, 0.05),
                            added_up(bdw{0.7, 1.2, 1.3}, renewals, 0.05), 1e-12));
    }
    CHECK(near(*expected_lifetime(sbg{0.7, 1.2}, 0.05), 1 + added_up(sbg{0.7, 1.2}, 0, 0.05) / 1.05, 1e-11));
}

TEST_CASE("without discount a lifetime has an end only where alpha is above 1") {
    CHECK_FALSE(expected_lifetime(sbg{0.668, 3.806}, 0));
    CHECK(near(*expected_lifetime(sbg{3.0, 4.0}, 0), 3.0, 1e-14));
    CHECK(near(*residual_lifetime(sbg{3.0, 4.0}, 2, 0), *residual_lifetime(sbg{3.0, 4.0}, 2, 1e-6), 1e-4));
    CHECK_FALSE(expected_lifetime(bdw{3.0, 4.0, 1.0}, 0));
}

TEST_CASE("the regular cohort keeps 14.6 to 19.8 % for twelve years, 15.1 to 20.7 % by the wider curve") {
    const auto narrow = survival_limits(fit_sbg(counts_of(regular)), 12);
    REQUIRE(narrow);
    CHECK(near(narrow->low, 0.146, 0.0005));
    CHECK(near(narrow->high, 0.198, 0.0005));
    const auto payments = lifetime_limits(fit_sbg(counts_of(regular)), 0.1);
    REQUIRE(payments);
    CHECK(near(payments->low, 3.473, 0.001));
    CHECK(near(payments->high, 3.932, 0.001));
    const auto wide = survival_limits(fit_bdw(counts_of(regular)), 12);
    REQUIRE(wide);
    CHECK(near(wide->low, 0.151, 0.0005));
    CHECK(near(wide->high, 0.207, 0.0005));
}

TEST_CASE("customers who are all alike have a curve without limits") {
    const auto fit = fit_sbg(counts_of(std::array{10000.0, 8000.0, 6400.0}));
    CHECK(near(*expected_lifetime(*fit.model, 0.1), 1.1 / 0.3, 1e-6));
    CHECK_FALSE(survival_limits(fit, 12));
    CHECK_FALSE(lifetime_limits(fit, 0.1));
}

TEST_CASE("a lifetime that near curves do not have has no limits") {
    CHECK_FALSE(lifetime_limits(fit_sbg(counts_of(regular)), 0));
}

TEST_CASE("the risk at the next renewal falls with the renewals made: 14.9, 12.2, 7.9 and 5.8 %") {
    const sbg curve{0.668, 3.806};
    CHECK(near(next_risk(curve, 0), 0.1493, 5e-5));
    CHECK(near(next_risk(curve, 1), 0.1220, 5e-5));
    CHECK(near(next_risk(curve, 4), 0.0788, 5e-5));
    CHECK(near(next_risk(curve, 7), 0.0582, 5e-5));
    const tenure_group base[] = {{0, 500}, {1, 434}, {4, 296}, {7, 245}};
    CHECK(near(expected_losses(curve, base), 165.21, 0.005));
}

TEST_CASE("a base is worth the payments still to come from each customer") {
    const sbg curve{1.667, 2.857};
    const tenure_group base[] = {{4, 2604}, {0, 10000}};
    CHECK(near(*base_value(curve, base, 100, 0.1),
               100 * (2604 * *residual_lifetime(curve, 4, 0.1) + 10000 * *residual_lifetime(curve, 0, 0.1)), 1e-6));
    CHECK_FALSE(base_value(sbg{0.668, 3.806}, base, 100, 0));
    CHECK(base_value(curve, {}, 100, 0.1) == 0.0);
}

TEST_CASE("discounts below 0, fractions of renewals and parameters of 0 are refused") {
    CHECK_THROWS_AS(survival(sbg{0, 1}, 3), std::invalid_argument);
    CHECK_THROWS_AS(survival(bdw{1, 1, 1}, 2.5), std::invalid_argument);
    CHECK_THROWS_AS(renewal_rate(bdw{1, 1, -1}, 1), std::invalid_argument);
    CHECK_THROWS_AS(renewal_rate(sbg{1, 1}, 0), std::invalid_argument);
    const sbg curve{1.667, 2.857};
    CHECK_THROWS_AS(residual_lifetime(curve, 0, -0.1), std::invalid_argument);
    CHECK_THROWS_AS(residual_lifetime(curve, 0, 1e-9), std::invalid_argument);
    CHECK_THROWS_AS(residual_lifetime(curve, 0.5, 0.1), std::invalid_argument);
    CHECK_THROWS_AS(next_risk(curve, -1), std::invalid_argument);
}
