#include <cxm/estimate.hpp>
#include <cxm/metrics/savings.hpp>
#include <cxm/spell.hpp>

#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("contacts that fall from 0.35 to 0.30 a customer save 4,225 of 13,000 customers at 6.50 each") {
    const estimate saved = estimate_of(support_saved, tickets_before = 4200, customers_before = 12000, tickets = 3900,
                                       customers_start = 13000, ticket_value = 6.5);
    REQUIRE(saved.limits);
    CHECK(near(saved.comes_to.value, 4225, 1e-9));
    CHECK(near(saved.limits->low, 3024.37, 0.005));
    CHECK(near(saved.limits->high, 5428.36, 0.005));
    CHECK(saved.limits->method == "garwood");
}

TEST_CASE("contacts that rise are a saving below 0") {
    const estimate more = estimate_of(support_saved, tickets_before = 100, customers_before = 1000, tickets = 150,
                                      customers_start = 1000, ticket_value = 2);
    CHECK(near(more.comes_to.value, -100, 1e-12));
    CHECK(more.limits->high < 0);
}

TEST_CASE("a churn of 180 of 4,200 instead of 230 of 4,000 is worth 8,610 at 140 a customer kept") {
    const estimate kept = estimate_of(churn_avoided, reference_lost = 230, reference_customers = 4000,
                                      experience_lost = 180, experience_customers = 4200, stay_value = 140);
    REQUIRE(kept.limits);
    CHECK(near(kept.comes_to.value, 8610, 1e-8));
    CHECK(near(kept.limits->low, 3066.52, 0.005));
    CHECK(near(kept.limits->high, 14237.17, 0.005));
    CHECK(kept.limits->method == "miettinen-nurminen");
}

TEST_CASE("churn avoided is what rox_like counts, times the cost") {
    const outcome like = rox_like(experience_customers = 4200, experience_stayed = 4020, reference_customers = 4000,
                                  reference_stayed = 3770, stay_value = 140, experience_cost = 5000);
    CHECK(near(like.value * 5000, 8610, 1e-8));
}

TEST_CASE("120 referred customers, of whom 30 % would have come anyway, are worth 37,800") {
    const estimate referred =
        estimate_of(referral_value, customers_referred = 120, referred_anyway = 18, referred_asked = 60,
                    referred_value = 400, cac_saved = 55, referral_reward = 20);
    REQUIRE(referred.limits);
    CHECK(near(referred.comes_to.value, 37800, 1e-9));
    CHECK(near(referred.limits->low, 31795.82, 0.005));
    CHECK(near(referred.limits->high, 42648.88, 0.005));
    CHECK(referred.limits->method == "wilson");
}

TEST_CASE("a reward above the cost that it spares can make referrals a loss") {
    const estimate dear = estimate_of(referral_value, customers_referred = 10, referred_anyway = 10,
                                      referred_asked = 10, referred_value = 400, cac_saved = 5, referral_reward = 20);
    CHECK(near(dear.comes_to.value, -150, 1e-12));
    CHECK(dear.limits->low == dear.comes_to.value);
    CHECK(dear.limits->high > 0);
}

TEST_CASE("savings without customers or answers are undefined, and have no limits") {
    const auto expect_none = [](const estimate& made, const metric& m, const std::string& why) {
        CHECK_FALSE(made.limits);
        CHECK(reason(m.value, made.comes_to) == why);
    };
    expect_none(estimate_of(support_saved, tickets_before = 0, customers_before = 0, tickets = 1, customers_start = 2,
                            ticket_value = 1),
                support_saved, "customers_before is 0");
    expect_none(estimate_of(support_saved, tickets_before = 1, customers_before = 2, tickets = 0, customers_start = 0,
                            ticket_value = 1),
                support_saved, "customers_start is 0");
    expect_none(estimate_of(churn_avoided, reference_lost = 0, reference_customers = 0, experience_lost = 1,
                            experience_customers = 10, stay_value = 1),
                churn_avoided, "reference_customers is 0");
    expect_none(estimate_of(referral_value, customers_referred = 5, referred_anyway = 0, referred_asked = 0,
                            referred_value = 1, cac_saved = 1, referral_reward = 1),
                referral_value, "referred_asked is 0");
}

TEST_CASE("a group that is smaller than what it lost is refused") {
    CHECK_THROWS_AS(estimate_of(churn_avoided, reference_lost = 11, reference_customers = 10, experience_lost = 1,
                                experience_customers = 10, stay_value = 1),
                    std::invalid_argument);
    CHECK_THROWS_AS(estimate_of(referral_value, customers_referred = 5, referred_anyway = 61, referred_asked = 60,
                                referred_value = 1, cac_saved = 1, referral_reward = 1),
                    std::invalid_argument);
}
