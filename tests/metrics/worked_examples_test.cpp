#include "catch.hpp"

#include <cmath>
#include <stdexcept>

#include <cxm/catalogue.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

// A metric is computed by the compiler where its readings are constants.
static_assert(nps(promoters = 300, passives = 100, detractors = 100).value == 40);

TEST_CASE("the promised examples hold to the last digit") {
    CHECK(churn(customers_lost = 100, customers_start = 1000).value == 0.1);
    CHECK(retention(customers_start = 10000, customers_end = 12000, customers_new = 5000).value == 0.7);
    CHECK(customer_growth(customers_start = 10000, customers_end = 12000).value == 0.2);
    CHECK(nps(promoters = 300, passives = 100, detractors = 100).value == 40);
    CHECK(clv(purchase_value = 100, purchases_per_year = 12, lifespan_years = 1).value == 1200);
    CHECK(ctr(clicks = 100, impressions = 1000).value == 0.1);
    CHECK(engagement(likes = 500, shares = 200, comments = 50, followers = 10000).value == 0.075);
    CHECK(roi_multiple(gain = 3, cost = 1).value == 3);
    CHECK(roi(gain = 3, cost = 1).value == 2);
    CHECK(cac(acquisition_cost = 12000, customers_new = 240).value == 50);
    CHECK(roi(gain = 500, cost = 0).is == status::undefined);
    CHECK(cac(acquisition_cost = 0, customers_new = 1).value == 0);
    CHECK(nps(promoters = 0, passives = 0, detractors = 0).is == status::undefined);
    CHECK(ces(effort_points = 4900, effort_answers = 1200).value == 4900.0 / 1200);
}

TEST_CASE("a lifetime value whose sum has no end is undefined") {
    for (const double retained : {1.1, 1.2}) {
        const outcome endless =
            clv_margin(margin_per_year = 100, discount_per_year = 0.1, retention_per_year = retained);
        CHECK(endless.is == status::undefined);
    }
    const outcome undiscounted = clv_margin(margin_per_year = 20, discount_per_year = 0, retention_per_year = 0.95);
    CHECK(std::abs(undiscounted.value - 400) < 1e-9);
}

TEST_CASE("lifetime value net of acquisition, and in multiples of it, are made of clv and cac") {
    CHECK(spell(clv_net.value) ==
          "purchase_value * purchases_per_year * lifespan_years - acquisition_cost / customers_new");
    CHECK(spell(clv_to_cac.value) ==
          "purchase_value * purchases_per_year * lifespan_years / (acquisition_cost / customers_new)");
    const outcome free = clv_to_cac(purchase_value = 100, purchases_per_year = 12, lifespan_years = 1,
                                    acquisition_cost = 0, customers_new = 240);
    CHECK(reason(clv_to_cac.value, free) == "acquisition_cost / customers_new is 0");
}

TEST_CASE("nobody lost leaves the observed lifetime value undefined") {
    const outcome endless =
        clv_observed(revenue = 50000, customers_active = 1000, customers_lost = 0, customers_start = 1000);
    CHECK(reason(clv_observed.value, endless) == "customers_lost / customers_start is 0");
}

TEST_CASE("a call with a measure that is not read throws, one that lacks a measure is missing") {
    CHECK_THROWS_AS(churn(customers_end = 1), std::invalid_argument);
    CHECK(reason(churn.value, churn(customers_lost = 1)) == "customers_start is missing");
}
