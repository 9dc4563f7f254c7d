#include <array>
#include <cmath>

#include <cxm/compare/weighted_difference.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

sized_difference of_sizes(double gap, double error, double n_before, double n_after) {
    return {{gap, std::nullopt, std::nullopt, {}, error, gap / error}, n_before, n_after};
}

}  // namespace

TEST_CASE("One difference alone is what differences have in common") {
    const auto common = weighted_difference(std::array{of_sizes(4, 2, 100, 300)});
    REQUIRE(common);
    CHECK(common->estimate == 4);
    CHECK(*common->error == 2);
    CHECK(common->limits->low == Approx(4 - 1.959964 * 2).epsilon(1e-6));
    CHECK(*common->p == Approx(0.0455).epsilon(1e-3));
}

TEST_CASE("A difference counts by how many are behind both of its sides") {
    // Weights of 50 and 150.
    const auto common = weighted_difference(std::array{of_sizes(8, 3, 100, 100), of_sizes(0, 1, 300, 300)});
    REQUIRE(common);
    CHECK(common->estimate == 2);
    CHECK(*common->error == Approx(std::hypot(50.0 * 3, 150.0 * 1) / 200));
}

TEST_CASE("Nothing is in common with a difference of unknown spread") {
    sized_difference unknown = of_sizes(1, 1, 10, 10);
    unknown.found.error.reset();
    CHECK_FALSE(weighted_difference(std::array{of_sizes(1, 1, 10, 10), unknown}));
    CHECK_FALSE(weighted_difference({}));
}
