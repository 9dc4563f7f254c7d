#include <cxm/project/calibration.hpp>
#include <cxm/project/gains.hpp>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("the best half of the customers holds three of four purchases: a lift of 1.5") {
    const std::vector<scored> customers{{0.9, 2}, {0.1, 0}, {0.7, 1}, {0.3, 1}};
    const auto best = gains(customers, 2);
    REQUIRE(best);
    CHECK(best->gain == std::vector<double>{0.75, 1});
    CHECK(best->lift == std::vector<double>{1.5, 1});
}

TEST_CASE("equal scores share equally, whatever the order of the rows") {
    std::vector<scored> customers{{5, 1}, {5, 0}, {5, 0}, {1, 1}};
    for (int turn = 0; turn < 4; ++turn) {
        const auto best = gains(customers, 4);
        REQUIRE(best);
        CHECK(near(best->gain[0], 1.0 / 6, 1e-15));
        CHECK(near(best->gain[2], 0.5, 1e-15));
        CHECK(auc(customers) == 0.25);
        std::rotate(customers.begin(), customers.begin() + 1, customers.end());
    }
    const std::vector<scored> same(10, {1, 1});
    CHECK(near(gains(same, 3)->gain[0], 1.0 / 3, 1e-15));
    CHECK(near(gains(same, 20)->gain[6], 0.35, 1e-14));
}

TEST_CASE("the area under the curve is 1 for a perfect order, 0 for its opposite, a half for none") {
    const std::vector<scored> right{{3, 1}, {2, 4}, {1, 0}, {0, 0}};
    CHECK(auc(right) == 1.0);
    CHECK(auc(std::vector<scored>{{0, 1}, {1, 1}, {2, 0}}) == 0.0);
    CHECK(auc(std::vector<scored>{{1, 1}, {1, 0}, {1, 0}}) == 0.5);
}

TEST_CASE("Brier's score is the mean square of what chances missed by") {
    CHECK(near(*brier(std::vector<scored>{{0.8, 1}, {0.4, 0}}), (0.04 + 0.16) / 2, 1e-15));
    CHECK_FALSE(brier(std::vector<scored>{{1.8, 1}, {0.4, 0}}));
    CHECK_FALSE(brier({}));
    CHECK_THROWS_AS(brier(std::vector<scored>{{0.8, 2}}), std::invalid_argument);
}

TEST_CASE("parts of equal size compare what was expected with what was seen") {
    std::vector<scored> customers;
    for (int i = 0; i < 10; ++i) {
        customers.push_back({0.1 * i, i >= 5 ? 1.0 : 0.0});
    }
    const auto parts = calibration(customers);
    REQUIRE(parts.size() == 5);
    CHECK(near(parts[0].expected, 0.05, 1e-15));
    CHECK(near(parts[4].expected, 0.85, 1e-15));
    CHECK(parts[0].seen == 0);
    CHECK(parts[2].seen == 0.5);
    CHECK(parts[4].seen == 1);
    CHECK(calibration(customers, 3)[0].customers == 10.0 / 3);
    CHECK(calibration({}).empty());
}

TEST_CASE("where nothing happened there is no gain, and where all or none did there is no area") {
    const std::vector<scored> none{{1, 0}, {2, 0}};
    CHECK_FALSE(gains(none));
    CHECK_FALSE(gains({}));
    CHECK_FALSE(auc(none));
    CHECK_FALSE(auc(std::vector<scored>{{1, 1}, {2, 3}}));
}

TEST_CASE("scores that are no numbers, outcomes below 0 and no parts are refused") {
    CHECK_THROWS_AS(gains(std::vector<scored>{{std::nan(""), 1}}), std::invalid_argument);
    CHECK_THROWS_AS(auc(std::vector<scored>{{1, -1}}), std::invalid_argument);
    CHECK_THROWS_AS(gains(std::vector<scored>{{1, 1}}, 0), std::invalid_argument);
    CHECK_THROWS_AS(calibration(std::vector<scored>{{1, 1}}, 0), std::invalid_argument);
}
