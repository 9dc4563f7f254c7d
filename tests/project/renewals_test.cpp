#include <cxm/project/renewals.hpp>

#include <array>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("a cohort of 1,000, 631 and 468 has 631 of 1,000 and 468 of 631 renewals") {
    renewal_counts counts;
    counts.add_cohort(std::array{1000.0, 631.0, 468.0});
    REQUIRE(counts.ages().size() == 2);
    CHECK(counts.ages()[0].renewed == 631);
    CHECK(counts.ages()[0].lost == 369);
    CHECK(counts.ages()[1].renewed == 468);
    CHECK(counts.ages()[1].lost == 163);
    CHECK(counts.total().at_risk() == 1631);
}

TEST_CASE("cohorts add up by age, and one that has met no renewal adds nothing") {
    renewal_counts counts;
    counts.add_cohort(std::array{100.0, 80.0, 70.0});
    counts.add_cohort(std::array{50.0, 30.0});
    counts.add_cohort(std::array{999.0});
    CHECK(counts.ages()[0].renewed == 110);
    CHECK(counts.ages()[0].lost == 40);
    CHECK(counts.ages()[1].at_risk() == 80);
    CHECK(counts.ages_seen() == 2);
}

TEST_CASE("who is first seen late counts from then on only") {
    renewal_counts counts;
    counts.add_stay(0, 2, true);
    counts.add_stay(1, 3, false, 4);
    counts.add_stay(2, 2, false);
    REQUIRE(counts.ages().size() == 3);
    CHECK(counts.ages()[0].at_risk() == 1);
    CHECK(counts.ages()[1].renewed == 4);
    CHECK(counts.ages()[1].lost == 1);
    CHECK(counts.ages()[2].renewed == 4);
}

TEST_CASE("a stay for stay and a cohort as a whole give the same counts") {
    renewal_counts whole;
    whole.add_cohort(std::array{10.0, 7.0, 4.0});
    renewal_counts single;
    for (int i = 0; i < 10; ++i) {
        single.add_stay(0, i < 3 ? 1 : 2, i < 6);
    }
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(single.ages()[i].renewed == whole.ages()[i].renewed);
        CHECK(single.ages()[i].lost == whole.ages()[i].lost);
    }
}

TEST_CASE("the hazard is lost of those at risk with Wilson's limits, survival their product") {
    renewal_counts counts;
    counts.add_cohort(std::array{1000.0, 631.0, 468.0});
    const auto table = hazard_table(counts);
    REQUIRE(table.size() == 2);
    CHECK(table[0].hazard == 0.369);
    CHECK(table[0].limits->high == wilson(369, 1000).high);
    CHECK(near(*table[1].survival, 0.468, 1e-15));
}

TEST_CASE("where nobody was at risk there is no hazard, and no survival from there on") {
    renewal_counts counts;
    counts.add(1, {8, 2});
    counts.add(3, {1, 1});
    const auto table = hazard_table(counts);
    REQUIRE(table.size() == 3);
    CHECK(table[0].survival == 0.8);
    CHECK_FALSE(table[1].hazard);
    CHECK_FALSE(table[1].survival);
    CHECK(table[2].hazard == 0.5);
    CHECK_FALSE(table[2].survival);
    CHECK(counts.ages_seen() == 2);
}

TEST_CASE("survivors who become more, negative counts and stays that end before they begin are refused") {
    renewal_counts counts;
    CHECK_THROWS_AS(counts.add_cohort(std::array{800.0, 600.0, 650.0}), std::invalid_argument);
    CHECK(counts.ages().empty());
    CHECK_THROWS_AS(counts.add_cohort(std::array{-1.0}), std::invalid_argument);
    CHECK_THROWS_AS(counts.add_stay(2, 1, false), std::invalid_argument);
    CHECK_THROWS_AS(counts.add_stay(2, 2, true), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(0, {1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(1, {-1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(hazard_table(counts, 1.0), std::invalid_argument);
}
