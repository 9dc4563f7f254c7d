#include <cxm/compare/sample_ratio.hpp>

#include <cmath>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "near.hpp"

using numbers = std::vector<double>;

namespace {

double p_of(const numbers& arms, const numbers& split = {}) { return cxm::test_sample_ratio(arms, split).p; }

}  // namespace

TEST_CASE("arms of 9,463 and 7,681 visitors are no equal split") {
    const auto made = cxm::test_sample_ratio(numbers{9463, 7681});
    CHECK(made.test == "binomial");
    CHECK(made.p < cxm::sample_ratio_alarm);
    CHECK(near_in_parts(made.p, 3.289568027273046e-42, 1e-7));
    CHECK_FALSE(made.chi_square);
    CHECK(near_in_parts(p_of({7681, 9463}), made.p, 1e-9));
}

TEST_CASE("the sizes of two arms have the exact two-sided p, as sums of fractions have it") {
    CHECK(near(p_of({7, 13}, {25, 75}), 0.30547848486367, 1e-13));
    CHECK(near(p_of({12, 8}, {0.75, 0.25}), 0.12612448178788327, 1e-13));
    CHECK(near(p_of({3, 17}), 0.0025768280029296875, 1e-15));
    CHECK(near(p_of({0, 5}, {1, 3}), 0.3408203125, 1e-13));
    CHECK(near(p_of({40, 60}), 0.05688793364098079, 1e-13));
    CHECK(near(p_of({4950, 5050}), 0.322174199791867, 1e-9));
    CHECK(near(p_of({30150, 9850}, {3, 1}), 0.08429496524213989, 1e-9));
    CHECK(p_of({50, 50}) == 1.0);
    CHECK(p_of({0, 0}) == 1.0);
    CHECK(near(p_of({0, 1}), 1.0, 1e-12));
    CHECK(p_of({6e11, 4e11}) < 1e-300);
}

TEST_CASE("three arms are tested by chi-square") {
    const auto made = cxm::test_sample_ratio(numbers{1000, 1050, 980});
    CHECK(made.test == "chi-square");
    CHECK(near(*made.chi_square, 2.5742574257425743, 1e-12));
    CHECK(near(made.p, 0.2760623003390022, 1e-13));
    CHECK(p_of({600, 300, 100}, {6, 3, 1}) == 1.0);
    CHECK(p_of({0, 0, 0}) == 1.0);
    CHECK(p_of({700, 200, 100}, {6, 3, 1}) < cxm::sample_ratio_alarm);
}

TEST_CASE("arms that are none, and splits that do not fit them, are refused") {
    CHECK_THROWS_AS(p_of({5}), std::invalid_argument);
    CHECK_THROWS_AS(p_of({5, -1}), std::invalid_argument);
    CHECK_THROWS_AS(p_of({5, 1.5}), std::invalid_argument);
    CHECK_THROWS_AS(p_of({5, 5}, {1, 1, 1}), std::invalid_argument);
    CHECK_THROWS_AS(p_of({5, 5}, {1, 0}), std::invalid_argument);
}
