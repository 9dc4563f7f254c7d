#include <cxm/hazard.hpp>

#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("2 of 10 leave in the first period and 4 of the 8 others in the second: 40 % are kept") {
    hazard_counts counts;
    counts.add(0, 1, true, 2);
    counts.add(0, 2, true, 4);
    counts.add(0, 2, false, 4);
    const auto table = counts.table();
    REQUIRE(table.size() == 2);
    CHECK(table[0].at_risk == 10);
    CHECK(table[0].lost == 2);
    CHECK(table[0].hazard == 0.2);
    CHECK(table[0].survival == 0.8);
    CHECK(table[1].at_risk == 8);
    CHECK(table[1].hazard == 0.5);
    CHECK(near(table[1].limits->low, wilson(4, 8).low, 0));
    CHECK(near(*table[1].survival, 0.4, 1e-15));
}

TEST_CASE("who is first seen late is at risk from then on, and in no period before") {
    hazard_counts counts;
    counts.add(0, 3, false);
    counts.add(2, 3, true);
    const auto table = counts.table();
    CHECK(table[0].at_risk == 1);
    CHECK(table[1].at_risk == 1);
    CHECK(table[2].at_risk == 2);
    CHECK(table[2].survival == 0.5);
}

TEST_CASE("a period in which nobody was at risk has no hazard, and nothing after it a survival") {
    hazard_counts counts;
    counts.add(0, 1, false);
    counts.add(2, 3, true, 2);
    counts.add(2, 3, false, 2);
    const auto table = counts.table();
    CHECK(table[0].survival == 1.0);
    CHECK_FALSE(table[1].hazard);
    CHECK_FALSE(table[1].limits);
    CHECK_FALSE(table[1].survival);
    CHECK(table[2].hazard == 0.5);
    CHECK_FALSE(table[2].survival);
}

TEST_CASE("without customers, or with such as were never at risk, there is no period") {
    CHECK(hazard_counts().table().empty());
    hazard_counts counts;
    counts.add(0, 0, false);
    CHECK(counts.table().empty());
}

TEST_CASE("counts of parts add up") {
    hazard_counts few, more;
    few.add(0, 1, true);
    more.add(0, 3, false);
    few.add(more);
    const auto table = few.table();
    REQUIRE(table.size() == 3);
    CHECK(table[0].at_risk == 2);
    CHECK(table[0].survival == 0.5);
    CHECK(table[2].survival == 0.5);
}

TEST_CASE("stays that end before they begin, losses without a period and endless stays are refused") {
    hazard_counts counts;
    CHECK_THROWS_AS(counts.add(2, 1, false), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(1, 1, true), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(0, 1'000'001, true), std::invalid_argument);
    CHECK_THROWS_AS(counts.table(1), std::invalid_argument);
}
