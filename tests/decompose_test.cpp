#include <cstddef>
#include <limits>
#include <stdexcept>
#include <vector>

#include <cxm/decompose.hpp>

#include "catch.hpp"
#include "near.hpp"

using cxm::segment_change;

TEST_CASE("churn that falls in both segments and rises in total is all mix") {
    const auto split = cxm::decompose(std::vector<segment_change>{{80, 800, 45, 500}, {60, 200, 145, 500}});
    REQUIRE(split);
    CHECK(near(split->before, 0.14, 1e-15));
    CHECK(near(split->after, 0.19, 1e-15));
    CHECK(near(split->change, 0.05, 1e-15));
    CHECK(near(split->rate, -0.01, 1e-15));
    CHECK(near(split->mix, 0.06, 1e-15));
    CHECK(near(split->closure, 0.0, 1e-15));
    CHECK(near(split->standardised, 0.8 * 0.09 + 0.2 * 0.29, 1e-15));
    CHECK(split->moves_against_all);
}

TEST_CASE("the better treatment of kidney stones looks worse by its harder cases") {
    const auto split = cxm::decompose(std::vector<segment_change>{{234, 270, 81, 87}, {55, 80, 192, 263}});
    REQUIRE(split);
    CHECK(near(100 * split->rate, 5.37, 0.005));
    CHECK(near(100 * split->mix, -9.94, 0.005));
    CHECK(near(100 * split->change, 100.0 * (273.0 - 289.0) / 350.0, 1e-12));
    CHECK(split->moves_against_all);
}

TEST_CASE("a growing segment adds mix by its distance from the average, and segments sum to the totals") {
    const auto split =
        cxm::decompose(std::vector<segment_change>{{30, 100, 90, 300}, {10, 100, 10, 100}, {20, 100, 20, 100}});
    REQUIRE(split);
    double mix = 0;
    for (const cxm::segment_effect& s : split->segments) {
        CHECK(s.rate == 0.0);
        mix += s.mix;
    }
    CHECK(split->segments[0].mix > 0.0);
    CHECK(split->segments[1].mix > 0.0);
    CHECK(near(mix, split->change, 1e-15));
    CHECK_FALSE(split->moves_against_all);
}

TEST_CASE("the effects on churn are those on retention with the sign turned, segment by segment") {
    const std::vector<segment_change> churn{{80, 800, 45, 500}, {60, 200, 145, 500}, {0, 0, 7, 70}};
    const std::vector<segment_change> retention{{720, 800, 455, 500}, {140, 200, 355, 500}, {0, 0, 63, 70}};
    const auto lost = cxm::decompose(churn);
    const auto kept = cxm::decompose(retention);
    REQUIRE((lost && kept));
    for (std::size_t i = 0; i < churn.size(); ++i) {
        CHECK(near(lost->segments[i].rate, -kept->segments[i].rate, 1e-15));
        CHECK(near(lost->segments[i].mix, -kept->segments[i].mix, 1e-15));
    }
}

TEST_CASE("a segment that is new or gone has a mix effect alone") {
    const auto split =
        cxm::decompose(std::vector<segment_change>{{50, 100, 50, 100}, {40, 100, 0, 0}, {0, 0, 90, 100}});
    REQUIRE(split);
    CHECK(split->rate == 0.0);
    CHECK(near(split->mix, 0.25, 1e-15));
    CHECK(near(split->closure, 0.0, 1e-15));
    CHECK(split->segments[1].mix > 0.0);
    CHECK(split->segments[1].after == split->segments[1].before);
    CHECK(split->segments[2].weight_before == 0.0);
    CHECK(near(split->standardised, split->before, 1e-15));
    CHECK_FALSE(split->moves_against_all);
}

TEST_CASE("a total can move against its one lasting segment when another one joins") {
    const auto split = cxm::decompose(std::vector<segment_change>{{10, 100, 9, 100}, {0, 0, 30, 100}});
    REQUIRE(split);
    CHECK(split->moves_against_all);
    CHECK(near(split->rate + split->mix, split->change, 1e-15));
}

TEST_CASE("segments of zero weight change nothing, and no change at all is no paradox") {
    const auto split = cxm::decompose(std::vector<segment_change>{{3, 10, 9, 30}, {0, 0, 0, 0}});
    REQUIRE(split);
    CHECK(split->change == 0.0);
    CHECK(split->rate == 0.0);
    CHECK_FALSE(split->moves_against_all);
    CHECK(split->segments.size() == 2);
}

TEST_CASE("points of net promoters split like shares") {
    const auto split = cxm::decompose(
        std::vector<segment_change>{{100 * (300 - 100), 500, 100 * (150 - 50), 200}, {-1000, 100, 0, 300}});
    REQUIRE(split);
    CHECK(near(split->before, 19000.0 / 600.0, 1e-12));
    CHECK(near(split->after, 20.0, 1e-12));
    CHECK(near(split->rate + split->mix, split->change, 1e-12));
    CHECK(split->moves_against_all);
}

TEST_CASE("a change without a before or an after has no split, and impossible segments are refused") {
    CHECK_FALSE(cxm::decompose(std::vector<segment_change>{{0, 0, 5, 10}}));
    CHECK_FALSE(cxm::decompose({}));
    const double nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_THROWS_AS(cxm::decompose(std::vector<segment_change>{{1, -1, 1, 1}}), std::invalid_argument);
    CHECK_THROWS_AS(cxm::decompose(std::vector<segment_change>{{1, 0, 1, 1}}), std::invalid_argument);
    CHECK_THROWS_AS(cxm::decompose(std::vector<segment_change>{{nan, 1, 1, 1}}), std::invalid_argument);
}
