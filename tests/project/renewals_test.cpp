#include <cxm/project/renewals.hpp>

#include <array>
#include <stdexcept>

#include "catch.hpp"

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
    hazard_counts stays;
    stays.add(0, 2, true);
    stays.add(1, 3, false, 4);
    stays.add(2, 2, false);
    renewal_counts counts;
    counts.add(stays);
    REQUIRE(counts.ages().size() == 3);
    CHECK(counts.ages()[0].at_risk() == 1);
    CHECK(counts.ages()[1].renewed == 4);
    CHECK(counts.ages()[1].lost == 1);
    CHECK(counts.ages()[2].renewed == 4);
}

TEST_CASE("a stay for stay and a cohort as a whole give the same counts") {
    renewal_counts whole;
    whole.add_cohort(std::array{10.0, 7.0, 4.0});
    hazard_counts stays;
    stays.add(0, 1, true, 3);
    stays.add(0, 2, true, 3);
    stays.add(0, 2, false, 4);
    renewal_counts single;
    single.add(stays);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(single.ages()[i].renewed == whole.ages()[i].renewed);
        CHECK(single.ages()[i].lost == whole.ages()[i].lost);
    }
}

TEST_CASE("an age that nobody reached in sight is not seen") {
    renewal_counts counts;
    counts.add(1, {8, 2});
    counts.add(3, {1, 1});
    CHECK(counts.ages().size() == 3);
    CHECK(counts.ages_seen() == 2);
}

TEST_CASE("survivors who become more, negative counts and ages of 0 are refused") {
    renewal_counts counts;
    CHECK_THROWS_AS(counts.add_cohort(std::array{800.0, 600.0, 650.0}), std::invalid_argument);
    CHECK(counts.ages().empty());
    CHECK_THROWS_AS(counts.add_cohort(std::array{-1.0}), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(0, {1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(1, {-1, 1}), std::invalid_argument);
}
