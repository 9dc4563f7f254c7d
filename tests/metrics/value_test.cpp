#include "catch.hpp"

#include <array>
#include <cmath>

#include <cxm/estimate.hpp>
#include <cxm/metrics/value.hpp>

#include "near.hpp"

using namespace cxm;

namespace {

estimate observed(double spent, double active, double lost, double start, double level = 0.95) {
    interval_options options;
    options.level = level;
    return estimate_of(clv_observed, std::array{spent, active, lost, start}, options);
}

}  // namespace

TEST_CASE("the observed lifetime value has the limits of its churn, turned around") {
    const estimate made = observed(20000, 1000, 50, 1000);
    CHECK(near(made.comes_to.value, 400, 1e-9));
    REQUIRE(made.limits);
    CHECK(near(made.limits->low, 306.2139058044225, 1e-9));
    CHECK(near(made.limits->high, 524.5177647611304, 1e-9));
    CHECK(made.limits->method == "wilson");
    CHECK(observed(20000, 1000, 50, 1000, 0.99).limits->low < made.limits->low);
}

TEST_CASE("with nobody lost the observed lifetime value has a lower limit and no other end") {
    const estimate made = observed(20000, 1000, 0, 1000);
    CHECK(made.comes_to.is == status::undefined);
    REQUIRE(made.limits);
    CHECK(near(made.limits->low, 20 / wilson(0, 1000).high, 1e-9));
    CHECK(std::isinf(made.limits->high));
}

TEST_CASE("an observed lifetime value of nobody, of what is not known or below 0 has no limits") {
    CHECK_FALSE(observed(20000, 0, 50, 1000).limits);
    CHECK_FALSE(observed(not_given, 1000, 50, 1000).limits);
    CHECK_FALSE(observed(-20000, 1000, 50, 1000).limits);
    CHECK(observed(-20000, 1000, 50, 1000).comes_to.ok());
}
