#include <cxm/association.hpp>

#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using series = std::vector<double>;

constexpr double gap = not_given;

}  // namespace

TEST_CASE("churn of 42 of 310 detractors, 27 of 280 passives and 19 of 410 promoters falls: z -4.21, ratio .34") {
    const share_trend made = cochran_armitage(std::vector<scored_group>{{0, 42, 310}, {1, 27, 280}, {2, 19, 410}});
    CHECK(near(*made.z, -4.2127, 5e-5));
    CHECK(near(*made.p, 2.52e-5, 5e-8));
    CHECK(near(*made.shares[2], 19.0 / 410, 1e-15));
    REQUIRE(made.ratio);
    CHECK(near(*made.ratio->estimate, 0.342, 5e-4));
    CHECK(near(made.ratio->limits.low, 0.204, 5e-4));
    CHECK(near(made.ratio->limits.high, 0.572, 5e-4));
}

TEST_CASE("with two groups the trend test is the pooled z test, whatever the scores") {
    for (const double score : {1.0, 7.5, -3.0}) {
        const auto made = cochran_armitage(std::vector<scored_group>{{0, 12, 60}, {score, 25, 70}});
        CHECK(near(std::fabs(*made.z), *pooled_z_test({12, 60}, {25, 70}).z, 1e-13));
        CHECK((*made.z > 0) == (score > 0));
    }
}

TEST_CASE("scores may be moved and stretched without changing the test") {
    const auto plain = cochran_armitage(std::vector<scored_group>{{0, 4, 31}, {1, 9, 28}, {2, 11, 41}});
    const auto moved = cochran_armitage(std::vector<scored_group>{{1e6, 4, 31}, {1e6 + 3, 9, 28}, {1e6 + 6, 11, 41}});
    CHECK(near(*plain.z, *moved.z, 1e-9));
}

TEST_CASE(
    "there is no trend where it happened to all or to none, or where all have one score; empty groups have no share") {
    const auto none = cochran_armitage(std::vector<scored_group>{{0, 0, 5}, {1, 0, 5}});
    CHECK_FALSE(none.z);
    CHECK_FALSE(none.p);
    CHECK(none.why == "it happened to all or to none");
    CHECK(none.ratio);
    CHECK(cochran_armitage(std::vector<scored_group>{{0, 5, 5}, {1, 5, 5}}).why == "it happened to all or to none");
    const auto one = cochran_armitage(std::vector<scored_group>{{0.1, 1, 3}, {0.1, 1, 7}, {1, 0, 0}});
    CHECK(one.why == "all persons have the same score");
    CHECK_FALSE(one.shares[2]);
    CHECK_FALSE(one.ratio);
    CHECK(cochran_armitage({}).why == "nobody is in any group");
}

TEST_CASE("equal values share the mean of their ranks") {
    CHECK(midranks(series{30, 10, 20, 10}) == series{4, 1.5, 3, 1.5});
    CHECK(midranks(series{7, 7, 7}) == series{2, 2, 2});
    CHECK(midranks({}).empty());
}

TEST_CASE("eight quarters of NPS and churn go against each other: rho -.905, p .0046 over all 40,320 orders") {
    const auto made = spearman(series{31, 35, 28, 40, 44, 39, 47, 42},
                               series{0.051, 0.048, 0.055, 0.047, 0.041, 0.044, 0.043, 0.046});
    CHECK(made.n == 8);
    CHECK(near(*made.rho, -0.90476, 5e-6));
    CHECK(near(*made.p, 184.0 / 40320, 1e-15));
    CHECK(made.method == "permutation");
}

TEST_CASE("four pairs in the same order have p 2/24, as the opposite order is as far off") {
    const auto made = spearman(series{1, 2, 3, 4}, series{2, 4, 8, 16});
    CHECK(made.rho == 1.0);
    CHECK(near(*made.p, 2.0 / 24, 1e-15));
}

TEST_CASE("orders that equal values make the same count once") {
    // Ranks 1, 2, 3 against 1.5, 1.5, 3: of the three orders two have a sum as far off.
    const auto made = spearman(series{1, 2, 3}, series{5, 5, 6});
    CHECK(near(*made.rho, std::sqrt(0.75), 1e-15));
    CHECK(near(*made.p, 2.0 / 3, 1e-15));
}

TEST_CASE("above nine pairs p is Student's, and 0 for a perfect order") {
    series rising(10), other(10);
    for (std::size_t i = 0; i < 10; ++i) {
        rising[i] = static_cast<double>(i);
        other[i] = static_cast<double>(i * i);
    }
    CHECK(spearman(rising, other).p == 0.0);
    std::swap(other[0], other[9]);
    const auto made = spearman(rising, other);
    CHECK(made.method == "t");
    const double rho = 1 - 6 * (81.0 + 81.0) / (10 * 99);
    CHECK(near(*made.rho, rho, 1e-14));
    CHECK(near(*made.p, student_two_sided_p(rho * std::sqrt(8 / (1 - rho * rho)), 8), 1e-14));
}

TEST_CASE("pairs with a gap are left out; below three pairs and without variation there is no rho") {
    const auto made = spearman(series{1, gap, 2, 3, 9}, series{3, 5, 2, 1, gap});
    CHECK(made.n == 3);
    CHECK(made.rho == -1.0);
    CHECK(spearman(series{1, 2, gap}, series{1, 2, 3}).why == "fewer than 3 pairs");
    const auto flat = spearman(series{0.1, 0.1, 0.1}, series{1, 2, 3});
    CHECK_FALSE(flat.rho);
    CHECK_FALSE(flat.p);
    CHECK(flat.why == "one of the series does not vary");
}

TEST_CASE("a lag of 1 pairs each value with the other series' next one, -1 with the one before") {
    const series a{1, 2, 5, 3, 4, 0};
    const series b{9, 1, 2, 5, 3, 4};
    const auto made = spearman_lags(a, b, std::vector{-1, 0, 1});
    CHECK(made.lags[2].lag == 1);
    CHECK(made.lags[2].at_lag.n == 5);
    CHECK(made.lags[2].at_lag.rho == 1.0);
    CHECK(made.lags[0].at_lag.rho == spearman(series{2, 5, 3, 4, 0}, series{9, 1, 2, 5, 3}).rho);
    CHECK(near(*made.lags[2].adjusted_p, 3 * *made.lags[2].at_lag.p, 1e-15));
    CHECK(*made.lags[0].adjusted_p >= *made.lags[0].at_lag.p);
    CHECK(made.of_changes.n == 5);
    CHECK(made.of_changes.rho == spearman(series{1, 3, -2, 1, -4}, series{-8, 1, 3, -2, 1}).rho);
}

TEST_CASE("two series that only drift agree in their values and not in their changes") {
    const series a{1, 2.1, 3, 4.1, 5, 6.1, 7, 8.1};
    const series b{1, 2, 3.1, 4, 5.1, 6, 7.1, 8};
    const auto made = spearman_lags(a, b, std::vector{0});
    CHECK(made.lags[0].at_lag.rho == 1.0);
    CHECK(*made.of_changes.rho < 0);
}

TEST_CASE("lags longer than the series have no rho and do not count among those tried") {
    const auto made = spearman_lags(series{1, 2, 3, 4, 5}, series{2, 1, 3, 5, 4}, std::vector{0, 3, 99, -2147483647});
    CHECK(made.lags[0].adjusted_p == made.lags[0].at_lag.p);
    CHECK(made.lags[1].at_lag.n == 2);
    CHECK(made.lags[2].at_lag.n == 0);
    CHECK_FALSE(made.lags[3].adjusted_p);
}

TEST_CASE("a gap breaks the two changes beside it") {
    const series made = changes(series{1, 4, gap, 2, 1});
    REQUIRE(made.size() == 4);
    CHECK(made[0] == 3);
    CHECK(is_missing(made[1]));
    CHECK(is_missing(made[2]));
    CHECK(made[3] == -1);
    CHECK(changes({}).empty());
}

TEST_CASE("five pairs show nothing below |rho| 1, eight .74, twelve .58, four nothing at all") {
    CHECK_FALSE(detectable_rho(2));
    CHECK_FALSE(detectable_rho(4));
    CHECK(detectable_rho(5) == 1.0);
    CHECK(near(*detectable_rho(8), 0.738, 5e-4));
    CHECK(near(*detectable_rho(12), 0.576, 5e-4));
    // The rho found is enough, and is one that can occur.
    CHECK(*spearman(series{1, 2, 3, 4, 5, 6, 7, 8}, series{1, 3, 4, 5, 6, 2, 8, 7}).rho > 0.738);
    CHECK(*spearman(series{1, 2, 3, 4, 5, 6, 7, 8}, series{1, 3, 4, 5, 6, 2, 8, 7}).p < 0.05);
}

TEST_CASE("series of two lengths, infinite values, counts above their totals and levels of 1 are refused") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    CHECK_THROWS_AS(spearman(series{1}, series{1, 2}), std::invalid_argument);
    CHECK_THROWS_AS(spearman(series{1, infinity, 2}, series{1, 2, 3}), std::invalid_argument);
    CHECK_THROWS_AS(spearman_lags(series{1}, series{}, std::vector{0}), std::invalid_argument);
    CHECK_THROWS_AS(cochran_armitage(std::vector<scored_group>{{0, 2, 1}}), std::invalid_argument);
    CHECK_THROWS_AS(cochran_armitage(std::vector<scored_group>{{gap, 1, 2}}), std::invalid_argument);
    CHECK_THROWS_AS(cochran_armitage({}, 1), std::invalid_argument);
    CHECK_THROWS_AS(detectable_rho(9, 0), std::invalid_argument);
}
