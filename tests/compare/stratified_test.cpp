#include <cmath>
#include <stdexcept>
#include <vector>

#include <cxm/compare/stratified.hpp>

#include "catch.hpp"
#include "near.hpp"

using cxm::stratum;

TEST_CASE("two strata pool as in the reference") {
    const auto made = cxm::compare_within(std::vector<stratum>{{{20, 200}, {30, 210}}, {{15, 100}, {22, 95}}});
    REQUIRE((made.odds_ratio && made.risk_ratio && made.chi_square));
    CHECK(near(made.p, 0.051962204946080504, 1e-9));
    CHECK(near(*made.odds_ratio, 1.5810417481211172, 1e-12));
    CHECK(near(*made.risk_ratio, 1.4765722430073045, 1e-12));
}

TEST_CASE("kidney stones of one size do not show the treatments to differ") {
    const auto made = cxm::compare_within(std::vector<stratum>{{{234, 270}, {81, 87}}, {{55, 80}, {192, 263}}});
    REQUIRE((made.odds_ratio && made.odds_limits && made.risk_limits));
    CHECK(near(*made.odds_ratio, 1.447, 5e-4));
    CHECK(near(made.p, 0.119, 5e-4));
    CHECK(made.odds_limits->low < 1.0);
    CHECK(made.odds_limits->high > 1.0);
    CHECK(made.risk_limits->low < *made.risk_ratio);
}

TEST_CASE("Berkeley's departments admitted men and women alike, as R's mantelhaen.test has it") {
    // Admitted of applied, women and men, departments A to F (Bickel, Hammel & O'Connell 1975).
    const std::vector<stratum> departments{{{89, 108}, {512, 825}},  {{17, 25}, {353, 560}}, {{202, 593}, {120, 325}},
                                           {{131, 375}, {138, 417}}, {{94, 393}, {53, 191}}, {{24, 341}, {22, 373}}};
    const auto made = cxm::compare_within(departments);
    REQUIRE((made.odds_ratio && made.odds_limits));
    CHECK(near(*made.odds_ratio, 0.9046968, 1e-7));
    CHECK(near(made.odds_limits->low, 0.7719074, 1e-7));
    CHECK(near(made.odds_limits->high, 1.0603298, 1e-7));
}

TEST_CASE("one stratum has the limits of a single table") {
    // Robins, Breslow and Greenland's variance is then 1/a + 1/b + 1/c + 1/d, Greenland and Robins' that of Katz.
    const auto made = cxm::compare_within(std::vector<stratum>{{{20, 200}, {30, 210}}});
    REQUIRE((made.odds_limits && made.risk_limits));
    const double odds = 30.0 * 180.0 / (180.0 * 20.0);
    const double reach = 1.959963984540054 * std::sqrt(1.0 / 30 + 1.0 / 180 + 1.0 / 20 + 1.0 / 180);
    CHECK(near(*made.odds_ratio, odds, 1e-12));
    CHECK(near(made.odds_limits->low, odds * std::exp(-reach), 1e-12));
    CHECK(near(made.odds_limits->high, odds * std::exp(reach), 1e-12));
    const double katz = 1.959963984540054 * std::sqrt(1.0 / 30 - 1.0 / 210 + 1.0 / 20 - 1.0 / 200);
    CHECK(near(made.risk_limits->high, 30.0 / 210 / 0.1 * std::exp(katz), 1e-12));
}

TEST_CASE("turning the groups round inverts the ratios and keeps p") {
    const auto one = cxm::compare_within(std::vector<stratum>{{{20, 200}, {30, 210}}, {{15, 100}, {22, 95}}});
    const auto other = cxm::compare_within(std::vector<stratum>{{{30, 210}, {20, 200}}, {{22, 95}, {15, 100}}});
    CHECK(near(*one.odds_ratio * *other.odds_ratio, 1.0, 1e-14));
    CHECK(near(one.odds_limits->low * other.odds_limits->high, 1.0, 1e-14));
    CHECK(near(one.risk_limits->low * other.risk_limits->high, 1.0, 1e-14));
    CHECK(near(one.p, other.p, 1e-14));
}

TEST_CASE("a stratum with one group alone adds nothing") {
    const stratum whole{{10, 100}, {20, 100}};
    const auto without = cxm::compare_within(std::vector<stratum>{whole});
    CHECK(near(without.p, 0.048, 5e-4));
    for (const stratum& half : {stratum{{1, 1}, {0, 0}}, stratum{{0, 0}, {1, 1}}, stratum{{0, 0}, {7, 90}}}) {
        const auto with = cxm::compare_within(std::vector<stratum>{whole, half});
        CHECK(with.p == without.p);
        CHECK(*with.risk_ratio == *without.risk_ratio);
        CHECK(with.odds_limits->high == without.odds_limits->high);
    }
}

TEST_CASE("strata without a second group, or in which nothing varies, decide nothing") {
    const auto alone = cxm::compare_within(std::vector<stratum>{{{5, 10}, {0, 0}}, {{0, 10}, {0, 20}}});
    CHECK_FALSE(alone.chi_square);
    CHECK(alone.p == 1.0);
    CHECK_FALSE(alone.odds_ratio);
    CHECK_FALSE(alone.risk_ratio);
    const auto none = cxm::compare_within(std::vector<stratum>{{{5, 10}, {0, 10}}});
    CHECK(none.odds_ratio == 0.0);
    CHECK_FALSE(none.odds_limits);
    CHECK(none.p < 0.05);
    CHECK_THROWS_AS(cxm::compare_within(std::vector<stratum>{{{11, 10}, {0, 10}}}), std::invalid_argument);
    CHECK_THROWS_AS(cxm::compare_within({}, 1.0), std::invalid_argument);
}
