#include <cxm/project/optimise.hpp>

#include <array>
#include <cmath>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("the bottom of a bent valley is reached") {
    const auto valley = [](const point<2>& at) {
        return 100.0 * std::pow(at[1] - at[0] * at[0], 2) + std::pow(1.0 - at[0], 2);
    };
    const std::array<point<2>, 1> starts{{{-1.2, 1.0}}};
    const minimum<2> end = minimise<2>(valley, starts);
    CHECK(end.settled);
    CHECK(near(end.at[0], 1.0, 1e-4));
    CHECK(near(end.at[1], 1.0, 1e-4));
    CHECK(near(end.value, 0.0, 1e-9));
    CHECK(end.evaluations < 1000);
}

TEST_CASE("of two starts the better end counts") {
    const auto two_pits = [](const point<1>& at) { return std::cos(2.0 * at[0]) + 0.1 * at[0]; };
    const std::array<point<1>, 2> starts{{{1.0}, {-1.0}}};
    const minimum<1> end = minimise<1>(two_pits, starts);
    CHECK(near(end.at[0], -std::acos(-1.0) / 2.0 - std::asin(0.05) / 2.0, 1e-4));
    CHECK(minimise<1>(two_pits, std::span(starts).first(1)).value > end.value);
}

TEST_CASE("what falls without end is said to be at its bound") {
    const auto slope = [](const point<2>& at) { return std::exp(-at[1]) + at[0] * at[0]; };
    const std::array<point<2>, 1> starts{{{0.0, 0.0}}};
    const minimum<2> end = minimise<2>(slope, starts);
    CHECK(parameter_at_bound(end.at) == 1u);
    CHECK_FALSE(parameter_at_bound(point<2>{-9.9, 9.9}));
    CHECK(parameter_at_bound(point<2>{-10.1, 0.0}) == 0u);
}

TEST_CASE("what is no number is never the least") {
    const auto root = [](const point<1>& at) { return std::sqrt(at[0] - 0.5) + std::fabs(at[0] - 0.7); };
    const std::array<point<1>, 1> starts{{{2.0}}};
    CHECK(minimise<1>(root, starts).at[0] >= 0.5);
    const std::array<point<1>, 1> nowhere{{{-2.0}}};
    CHECK_FALSE(std::isfinite(minimise<1>(root, nowhere).value));
    CHECK_FALSE(minimise<1>([](const point<1>&) { return std::nan(""); }, starts).settled);
}

TEST_CASE("a search from nearby ends where one from afar does") {
    const auto bowl = [](const cxm::point<2>& at) {
        return (at[0] - 1) * (at[0] - 1) + 3 * (at[1] + 2) * (at[1] + 2) + at[0] * at[1];
    };
    constexpr std::array<cxm::point<2>, 1> starts{{{0.0, 0.0}}};
    const auto far = cxm::minimise<2>(bowl, starts);
    const auto near = cxm::minimise_near<2>(bowl, {far.at[0] + 0.05, far.at[1] - 0.05});
    CHECK(near.settled);
    CHECK(near.at[0] == Approx(far.at[0]).margin(1e-4));
    CHECK(near.at[1] == Approx(far.at[1]).margin(1e-4));
}
