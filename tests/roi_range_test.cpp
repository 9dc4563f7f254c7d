#include <cxm/roi_range.hpp>

#include <array>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("the range of a return squares and adds the distances of its parts") {
    const std::array<gain_part, 3> parts{{{21450, 14300, 28600}, {8820, -2100, 19600}, {45600, 45600, 45600}}};
    const auto range = roi_range(parts, 40000);
    REQUIRE(range);
    CHECK(range->gain == 75870);
    CHECK(near(range->roi, 0.89675, 1e-12));
    CHECK(near(range->limits.low, 0.5704364, 5e-8));
    CHECK(near(range->limits.high, 1.2201411, 5e-8));
}

TEST_CASE("without a cost there is no return") { CHECK_FALSE(roi_range(std::array<gain_part, 1>{{{1, 0, 2}}}, 0)); }

TEST_CASE("a cost below 0 and a gain outside its limits are refused") {
    CHECK_THROWS_AS(roi_range(std::array<gain_part, 1>{{{1, 2, 3}}}, 1), std::invalid_argument);
    CHECK_THROWS_AS(roi_range(std::array<gain_part, 1>{{{1, 0, 3}}}, -1), std::invalid_argument);
}
