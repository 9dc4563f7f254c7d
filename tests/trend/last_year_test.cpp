#include <stdexcept>
#include <vector>

#include <cxm/trend.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("each month is compared with its own of the year before, and all of them together") {
    const std::vector<stratum> months{{{50, 1000}, {62, 1100}}, {{0, 0}, {47, 1130}}, {{47, 1049}, {66, 1180}}};
    const year_on_year made = against_last_year(months);
    REQUIRE(made.months.size() == 3);
    CHECK(near(made.months[0]->estimate, 62.0 / 1100 - 0.05, 1e-15));
    CHECK(made.months[0]->limits->method == "miettinen-nurminen");
    CHECK_FALSE(made.months[1]);
    REQUIRE(made.pooled);
    const double w0 = 1000 * 1100.0 / 2100;
    const double w2 = 1049 * 1180.0 / 2229;
    CHECK(near(made.pooled->estimate, (w0 * made.months[0]->estimate + w2 * made.months[2]->estimate) / (w0 + w2),
               1e-15));
    CHECK(made.pooled->limits->method == "sato");
    CHECK(made.pooled->test == "mantel-haenszel");
}

TEST_CASE("the pooled change excludes 0 exactly where its p is below 1 - level") {
    for (double now = 20; now < 140; now += 3) {
        const std::vector<stratum> months{{{60, 1000}, {now, 1100}}, {{50, 900}, {now, 1000}}};
        const difference pooled = *common_difference(months, 0.9);
        const bool differs = pooled.limits->low > 0 || pooled.limits->high < 0;
        CHECK(differs == (*pooled.p < 0.1));
        CHECK(near(*pooled.statistic * *pooled.error, pooled.estimate, 1e-15));
        const std::vector<stratum> turned{{{now, 1100}, {60, 1000}}, {{now, 1000}, {50, 900}}};
        CHECK(near(common_difference(turned, 0.9)->limits->low, -pooled.limits->high, 1e-14));
    }
}

TEST_CASE("a year that counts nothing has nothing to compare, and what never varies no limits") {
    CHECK_FALSE(against_last_year({}).pooled);
    CHECK_FALSE(common_difference(std::vector<stratum>{{{0, 0}, {4, 10}}}));
    const auto still = common_difference(std::vector<stratum>{{{0, 100}, {0, 120}}, {{0, 90}, {0, 100}}});
    REQUIRE(still);
    CHECK(still->estimate == 0);
    CHECK_FALSE(still->limits);
    CHECK_FALSE(still->p);
    CHECK_THROWS_AS(against_last_year(std::vector<stratum>{{{5, 4}, {1, 2}}}), std::invalid_argument);
    CHECK_THROWS_AS(common_difference({}, 1.0), std::invalid_argument);
}
