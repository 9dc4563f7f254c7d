#include "page/svg/scale.hpp"

#include <limits>

#include "catch.hpp"

using cxm::extent;
using cxm::ticks_in;

TEST_CASE("an axis is marked at round numbers within what it shows") {
    CHECK(ticks_in({0, 100}, 4) == std::vector<double>{0, 25, 50, 75, 100});
    CHECK(ticks_in({31.2, 58}, 4) == std::vector<double>{40, 50});
    CHECK(ticks_in({-12, 9}, 4) == std::vector<double>{-10, 0});
    CHECK(ticks_in({0.1, 0.9}, 2, cxm::tick_steps::whole).empty());
}

TEST_CASE("seconds are divided as clocks are") {
    CHECK(ticks_in({0, 3600}, 4, cxm::tick_steps::times) == std::vector<double>{0, 900, 1800, 2700, 3600});
    CHECK(ticks_in({50, 130}, 3, cxm::tick_steps::times) == std::vector<double>{60, 90, 120});
}

TEST_CASE("an axis of one value, or of none, has no more marks than that") {
    CHECK(ticks_in({7, 7}, 4) == std::vector<double>{7});
    CHECK(ticks_in(extent::none(), 4).empty());
}

TEST_CASE("an axis of the largest and closest numbers has few marks") {
    constexpr double most = std::numeric_limits<double>::max();
    CHECK(ticks_in({-most, most}, 4).size() < 12);
    CHECK(ticks_in({1e15, 1e15 + 0.25}, 4).size() < 12);
    CHECK(ticks_in({0, std::numeric_limits<double>::denorm_min()}, 4).size() < 12);
}

TEST_CASE("a value lies on a scale as far as it lies in its extent, never beyond it") {
    const cxm::linear_scale down({0, 10}, 100, 0);
    CHECK(down.at(0) == 100);
    CHECK(down.at(5) == 50);
    CHECK(down.at(11) == 0);
    CHECK(cxm::linear_scale({4, 4}, 0, 10).at(4) == 5);
}

TEST_CASE("what is seen has room around it, one value alone too") {
    const extent wide = cxm::padded({0, 100});
    CHECK(wide.low < 0);
    CHECK(wide.high > 100);
    const extent alone = cxm::padded({5, 5});
    CHECK(alone.low < 5);
    CHECK(alone.high > 5);
}
