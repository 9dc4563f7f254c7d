#include "results/worth.hpp"

#include <cxm/catalogue.hpp>
#include <cxm/parse.hpp>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

TEST_CASE("a change has a price where it is of people or things") {
    for (const metric* m : {&churn, &return_rate, &contact_rate, &response_time, &customer_growth}) {
        INFO(m->key);
        CHECK(why_not_priced(*m).empty());
    }
    for (const metric* m : {&nps, &csat, &csat_mean, &average_transaction, &profit, &cac, &net_revenue_retention, &rox,
                            &clv_observed, &roi_multiple, &support_saved}) {
        INFO(m->key);
        CHECK_FALSE(why_not_priced(*m).empty());
    }
}

TEST_CASE("a price is read from METRIC=VALUE, and nothing else") {
    const catalogue known;
    const price p = price_of("return_rate=12.5", known);
    CHECK(p.of == &return_rate);
    CHECK(p.each == 12.5);
    for (const char* const wrong : {"return_rate", "=3", "return_rate=", "return_rate=x", "return_rate=-1", "nps=3",
                                    "return_rat=3", "return_rate=1e999"}) {
        INFO(wrong);
        CHECK_THROWS_AS(price_of(wrong, known), bad_usage);
    }
}
