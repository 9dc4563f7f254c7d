#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include <cxm/compare.hpp>

#include "catch.hpp"
#include "near.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr cxm::proportion a{200, 4000};
constexpr cxm::proportion b{250, 4000};

bool spans(const cxm::interval& limits, double low, double high, double tolerance) {
    return near(limits.low, low, tolerance) && near(limits.high, high, tolerance);
}

bool excludes(const cxm::interval& limits, double value) { return limits.low > value || limits.high < value; }

/// Calls `check` with two seeded random groups, small and large, rare and frequent.
template <class Check>
void sweep(Check check) {
    std::mt19937 engine(20240229);
    std::uniform_real_distribution<double> uniform;
    const std::array<double, 8> sizes{1, 2, 5, 12, 40, 300, 5000, 1e6};
    for (int round = 0; round < 2000; ++round) {
        const double n_a = sizes[engine() % 8];
        const double n_b = sizes[engine() % 8];
        const double p = std::pow(uniform(engine), 3.0);
        const double shift = uniform(engine) / std::sqrt(std::min(n_a, n_b));
        check({std::floor(p * n_a + 0.5), n_a}, {std::min(n_b, std::floor((p + shift) * n_b + 0.5)), n_b});
    }
}

}  // namespace

TEST_CASE("200 of 4000 against 250 of 4000 has the reference limits and p-values") {
    CHECK(spans(cxm::miettinen_nurminen(a, b), 0.002410400081699408, 0.02266585827374249, 1e-9));
    CHECK(spans(cxm::newcombe(a, b), 0.002397871495349436, 0.022647870960817017, 1e-14));
    CHECK(spans(cxm::koopman(a, b), 1.043669434761, 1.497289115567, 1e-9));
    CHECK(spans(cxm::miettinen_nurminen_ratio(a, b), 1.04365770152, 1.497305969689, 1e-9));
    CHECK(near(*cxm::pooled_z_test(a, b).z, 2.4262484174894627, 1e-12));
    CHECK(near(*cxm::n_minus_1_test(a, b).z, 2.426096772224307, 1e-12));
    CHECK(near(cxm::n_minus_1_test(a, b).p, 0.015262199993262943, 1e-14));
    CHECK(near(cxm::fisher_exact(a, b), 0.017333513842837763, 1e-14));
    const auto whole = cxm::share_difference(a, b);
    CHECK(near(whole.estimate, 0.0125, 1e-17));
    CHECK(near(*whole.p, 0.0153, 5e-5));
}

TEST_CASE("56 of 70 over 48 of 80 has the limits that statsmodels gets wrong") {
    CHECK(spans(cxm::miettinen_nurminen({48, 80}, {56, 70}), 0.0528, 0.3382, 5e-5));
}

TEST_CASE("Newcombe's limits may contradict the pooled test") {
    CHECK(near(cxm::pooled_z_test({35, 1000}, {53, 1000}).p, 0.0497, 5e-5));
    CHECK(spans(cxm::newcombe({35, 1000}, {53, 1000}), -0.0001, 0.0364, 5e-5));
    CHECK(cxm::miettinen_nurminen({35, 1000}, {53, 1000}).low > 0.0);
}

TEST_CASE("difference, ratio and test never contradict each other") {
    int significant = 0;
    sweep([&](cxm::proportion x, cxm::proportion y) {
        const bool differs = excludes(cxm::miettinen_nurminen(x, y), 0.0);
        CHECK(differs == (cxm::n_minus_1_test(x, y).p < 0.05));
        CHECK(differs == excludes(cxm::miettinen_nurminen_ratio(x, y), 1.0));
        const bool differs_plainly = excludes(cxm::mee(x, y, 0.9), 0.0);
        CHECK(differs_plainly == (cxm::pooled_z_test(x, y).p < 0.1));
        CHECK(differs_plainly == excludes(cxm::koopman(x, y, 0.9), 1.0));
        significant += differs;
    });
    CHECK(significant > 100);
    CHECK(significant < 1900);
}

TEST_CASE("swapping the groups turns differences over and ratios upside down") {
    sweep([](cxm::proportion x, cxm::proportion y) {
        const auto there = cxm::miettinen_nurminen(x, y, 0.99);
        CHECK(spans(cxm::miettinen_nurminen(y, x, 0.99), -there.high, -there.low, 1e-13));
        CHECK((-1.0 <= there.low && there.low <= there.high && there.high <= 1.0));
        if (x.x + y.x > 0) {
            const auto ratio = cxm::miettinen_nurminen_ratio(x, y, 0.99);
            const auto back = cxm::miettinen_nurminen_ratio(y, x, 0.99);
            CHECK(near_in_parts(back.low, 1.0 / ratio.high, 1e-9));
            CHECK(near_in_parts(back.high, 1.0 / ratio.low, 1e-9));
        }
        CHECK(near_in_parts(cxm::fisher_exact(x, y), cxm::fisher_exact(y, x), 1e-9));
    });
}

TEST_CASE("a ratio without events has the limits that remain") {
    const auto none_in_a = cxm::share_ratio({0, 30}, {4, 30});
    CHECK(*none_in_a.estimate == infinity);
    CHECK(none_in_a.limits.high == infinity);
    CHECK(spans(cxm::koopman({0, 30}, {4, 30}), 1.111716771108, infinity, 1e-9));
    const auto none_in_b = cxm::share_ratio({4, 30}, {0, 30});
    CHECK(*none_in_b.estimate == 0.0);
    CHECK(none_in_b.limits.low == 0.0);
    CHECK(std::isfinite(none_in_b.limits.high));
    const auto none = cxm::share_ratio({0, 30}, {0, 40});
    CHECK_FALSE(none.estimate);
    CHECK(spans(none.limits, 0.0, infinity, 0.0));
    CHECK(none.p == 1.0);
    CHECK_FALSE(cxm::katz({0, 30}, {4, 30}));
}

TEST_CASE("all or none converted: no z, p of 1, limits around no difference") {
    for (const double x : {0.0, 10.0}) {
        CHECK_FALSE(cxm::n_minus_1_test({x, 10}, {x, 10}).z);
        CHECK(cxm::n_minus_1_test({x, 10}, {x, 10}).p == 1.0);
        CHECK(cxm::fisher_exact({x, 10}, {x, 10}) == 1.0);
        CHECK_FALSE(excludes(cxm::miettinen_nurminen({x, 10}, {x, 10}), 0.0));
    }
    CHECK(cxm::miettinen_nurminen({10, 10}, {0, 10}).low == -1.0);
}

TEST_CASE("Katz's limits are those of the logarithm") {
    const double reach = 1.959963984540054 * std::sqrt(1.0 / 250 - 1.0 / 4000 + 1.0 / 200 - 1.0 / 4000);
    CHECK(spans(*cxm::katz(a, b), 1.25 * std::exp(-reach), 1.25 * std::exp(reach), 1e-13));
}

TEST_CASE("Fisher's test sums the tables at most as likely as the observed one") {
    CHECK(near(cxm::fisher_exact({1, 12}, {7, 12}), 0.027190738995827163, 1e-14));
    CHECK(near(cxm::fisher_exact({3, 4}, {1, 4}), 34.0 / 70.0, 1e-14));
    CHECK(near(cxm::fisher_exact({0, 5}, {5, 5}), 2.0 / 252.0, 1e-16));
    CHECK(cxm::fisher_exact({500000, 1000000}, {500000, 1000000}) == 1.0);
    CHECK(near_in_parts(cxm::fisher_exact({50064, 1e6}, {44619, 1e6}), 1.8067369536405e-73, 1e-10));
    CHECK_THROWS_AS(cxm::fisher_exact({1.5, 4}, {1, 4}), std::invalid_argument);
    CHECK(cxm::small_expected_counts({1, 12}, {7, 12}));
    CHECK_FALSE(cxm::small_expected_counts(a, b));
}

TEST_CASE("p-values are adjusted by Holm and by Benjamini and Hochberg in the order given") {
    const auto by_holm = cxm::holm({0.2, 0.012, 0.034});
    CHECK((near(by_holm[0], 0.2, 1e-15) && near(by_holm[1], 0.036, 1e-15) && near(by_holm[2], 0.068, 1e-15)));
    const auto by_rate = cxm::benjamini_hochberg({0.012, 0.034, 0.2});
    CHECK((near(by_rate[0], 0.036, 1e-15) && near(by_rate[1], 0.051, 1e-15) && near(by_rate[2], 0.2, 1e-15)));
    CHECK(cxm::holm({0.7, 0.8}) == std::vector<double>{1.0, 1.0});
    CHECK(cxm::benjamini_hochberg({}).empty());
    CHECK_THROWS_AS(cxm::holm({1.5}), std::invalid_argument);
}
