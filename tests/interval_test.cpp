#include <cmath>
#include <limits>
#include <stdexcept>

#include <cxm/interval.hpp>

#include "catch.hpp"
#include "near.hpp"

namespace {

bool spans(const cxm::interval& limits, double low, double high, double tolerance) {
    return near(limits.low, low, tolerance) && near(limits.high, high, tolerance);
}

constexpr auto proportion_methods = {cxm::wilson,   cxm::wilson_corrected, cxm::clopper_pearson,
                                     cxm::jeffreys, cxm::agresti_coull,    cxm::wald};

}  // namespace

TEST_CASE("100 of 1000 has the limits that statsmodels and R give") {
    CHECK(spans(cxm::wilson(100, 1000), 0.0829, 0.1202, 5e-5));
    CHECK(spans(cxm::wilson_corrected(100, 1000), 0.0825, 0.1207, 5e-5));
    CHECK(spans(cxm::jeffreys(100, 1000), 0.0826, 0.1197, 5e-5));
    CHECK(spans(cxm::clopper_pearson(100, 1000), 0.0821, 0.1203, 5e-5));
    CHECK(spans(cxm::agresti_coull(100, 1000), 0.0828, 0.1202, 5e-5));
    CHECK(spans(cxm::wald(100, 1000), 0.0814, 0.1186, 5e-5));
}

TEST_CASE("0 of 20 has the published limits by every method") {
    CHECK(spans(cxm::wilson(0, 20), 0, 0.1611, 5e-5));
    CHECK(spans(cxm::wilson_corrected(0, 20), 0, 0.2005, 5e-5));
    CHECK(spans(cxm::jeffreys(0, 20), 0, 0.1166, 5e-5));
    CHECK(spans(cxm::clopper_pearson(0, 20), 0, 0.1684, 5e-5));
    CHECK(spans(cxm::agresti_coull(0, 20), 0, 0.1898, 5e-5));
    CHECK(spans(cxm::wald(0, 20), 0, 0, 0));
}

TEST_CASE("rare events in a million keep their digits") {
    CHECK(spans(cxm::wilson(2, 1e6), 5.4847230959605e-7, 7.29295638857263e-6, 1e-18));
    const auto exact = cxm::clopper_pearson(2, 1e6, 0.99);
    CHECK(near_in_parts(exact.low, 1.0349459313983808e-7, 1e-10));
    CHECK(near_in_parts(exact.high, 9.2737583615042303e-6, 1e-10));
}

TEST_CASE("limits of a proportion are ordered, legal and mirrored when successes and failures swap") {
    for (const auto method : proportion_methods) {
        for (const double level : {0.5, 0.95, 0.99}) {
            for (const double n : {1.0, 2.0, 7.0, 43.0, 1000.0, 1e6}) {
                for (const double x : {0.0, 1.0, std::floor(n / 3), n - 1.0, n}) {
                    const auto limits = method(x, n, level);
                    const auto mirror = method(n - x, n, level);
                    CHECK((0.0 <= limits.low && limits.low <= limits.high && limits.high <= 1.0));
                    CHECK(spans(mirror, 1.0 - limits.high, 1.0 - limits.low, 1e-12));
                    CHECK(limits.level == level);
                }
            }
        }
    }
}

TEST_CASE("nothing and everything have an exact end by the methods that promise it") {
    for (const auto method : {cxm::wilson, cxm::wilson_corrected, cxm::clopper_pearson, cxm::jeffreys}) {
        for (const double n : {1.0, 3.0, 17.0, 1e6, 9007199254740992.0}) {
            CHECK(method(0.0, n, 0.95).low == 0.0);
            CHECK(method(0.0, n, 0.95).high > 0.0);
            CHECK(method(n, n, 0.95).high == 1.0);
            CHECK(method(n, n, 0.95).low < 1.0);
        }
    }
}

TEST_CASE("counts that are no proportion and levels that are none are refused") {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    for (const auto method : proportion_methods) {
        CHECK_THROWS_AS(method(-1, 5, 0.95), std::invalid_argument);
        CHECK_THROWS_AS(method(6, 5, 0.95), std::invalid_argument);
        CHECK_THROWS_AS(method(0, 0, 0.95), std::invalid_argument);
        CHECK_THROWS_AS(method(nan, 5, 0.95), std::invalid_argument);
        for (const double level : {0.0, 1.0, 95.0, nan}) {
            CHECK_THROWS_AS(method(1, 5, level), std::invalid_argument);
        }
    }
    CHECK_THROWS_AS(cxm::garwood(-1, 5), std::invalid_argument);
    CHECK_THROWS_AS(cxm::garwood(1, 0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::net_score(0, 0, 0), std::invalid_argument);
    CHECK_THROWS_AS(cxm::net_wald(-1, 2, 2), std::invalid_argument);
}

TEST_CASE("a rate has Garwood's limits and may pass 1") {
    CHECK(spans(cxm::garwood(750, 10000), 0.06972775152674424, 0.08056523851899422, 1e-14));
    CHECK(spans(cxm::garwood(0, 1), 0.0, -std::log(0.025), 1e-14));
    CHECK(cxm::garwood(300, 100).low > 1.0);
    const auto huge = cxm::garwood(1e12, 1e12);
    CHECK(spans(huge, 1.0 - 1.959964e-6, 1.0 + 1.959964e-6, 1e-11));
}

TEST_CASE("the published effort scores have a mean of 3.96 to 4.20") {
    const auto limits = cxm::mean_interval(4080, 20300, 1000, 0.95, cxm::bounds{1, 7});
    REQUIRE(limits);
    CHECK(spans(*limits, 3.961326886924596, 4.198673113075404, 1e-12));
}

TEST_CASE("a mean's limits are clipped to the scale") {
    const auto limits = cxm::mean_interval(13, 85, 2, 0.95, cxm::bounds{1, 7});
    REQUIRE(limits);
    CHECK(spans(*limits, 1.0, 7.0, 0.0));
    CHECK_THROWS_AS(cxm::mean_interval(20, 202, 2, 0.95, cxm::bounds{1, 7}), std::invalid_argument);
}

TEST_CASE("one answer, no answers and equal answers have no interval") {
    CHECK_FALSE(cxm::mean_interval(5, 25, 1));
    CHECK_FALSE(cxm::mean_interval(0, 0, 0));
    CHECK_FALSE(cxm::mean_interval(21, 63, 7));
    CHECK_THROWS_AS(cxm::mean_interval(21, 60, 7), std::invalid_argument);
}

TEST_CASE("squares that nearly cancel keep the spread") {
    // 2^26 + 1 and 2^26 - 1 in equal parts: standard deviation 1 around a mean of 67 million.
    const double half = 16.0;
    const double base = 67108864.0;
    const auto limits = cxm::mean_interval(2 * half * base, 2 * half * (base * base + 1.0), 2 * half);
    REQUIRE(limits);
    CHECK(near((limits->high - limits->low) / 2, 2.0395134463964077 / std::sqrt(31.0), 1e-7));
}

TEST_CASE("a score of 40 points has the published limits by every method") {
    CHECK(spans(cxm::net_adjusted_wald(300, 100, 100), 0.32769573028806825, 0.467532897942548, 1e-14));
    CHECK(spans(cxm::net_score(300, 100, 100), 0.3274223640577058, 0.4674200714617184, 1e-8));
    CHECK(spans(cxm::net_wald(300, 100, 100), 0.3298781967538734, 0.4701218032461265, 1e-14));
    CHECK(spans(cxm::net_adjusted_wald(6, 3, 1), -0.002, 0.771, 5e-4));
}

TEST_CASE("every interval holds what was seen, at any level") {
    const auto holds = [](const cxm::interval& limits, double seen) {
        return limits.low <= seen && seen <= limits.high;
    };
    for (const double level : {0.001, 0.05, 0.5, 0.95, 0.999}) {
        for (const double n : {1.0, 2.0, 3.0, 10.0, 1000.0}) {
            for (double x = 0; x <= n; x += std::ceil(n / 20)) {
                for (const auto method : proportion_methods) {
                    CHECK(holds(method(x, n, level), x / n));
                }
                CHECK(holds(cxm::garwood(x, n, level), x / n));
                for (const auto method : {cxm::net_adjusted_wald, cxm::net_score, cxm::net_wald}) {
                    CHECK(holds(method(x, n - x, 0, level), x / n));
                    CHECK(holds(method(x, 0, n - x, level), (x + x - n) / n));
                }
            }
        }
    }
    CHECK(cxm::net_adjusted_wald(1, 0, 0).high == 1.0);
    CHECK(cxm::net_adjusted_wald(0, 0, 1).low == -1.0);
}

TEST_CASE("a survey of a small base is worth more answers, and one of everybody is worth all there can be") {
    CHECK(near(cxm::effective_n(200, 500), 200 * 499.0 / 300, 1e-12));
    CHECK(cxm::effective_n(1, 1000) == 1.0);
    CHECK(std::isinf(cxm::effective_n(500, 500)));
    CHECK_THROWS_AS(cxm::effective_n(501, 500), std::invalid_argument);
    CHECK_THROWS_AS(cxm::effective_n(0, 500), std::invalid_argument);
    for (const double n : {1.0, 217.0, 499.0, 500.0}) {
        CHECK(near(cxm::sample_of_population(cxm::effective_n(n, 500), 500), n, 1e-10));
    }
    // 385 answers for a margin of 5 points are 218 where only 500 can be asked.
    CHECK(std::ceil(cxm::sample_of_population(384.15, 500)) == 218);
}

TEST_CASE("unanimous answers reach the end of the scale, and only Wald has no width") {
    CHECK(cxm::net_score(9, 0, 0).high == 1.0);
    CHECK(cxm::net_score(0, 0, 9).low == -1.0);
    CHECK(spans(cxm::net_wald(9, 0, 0), 1.0, 1.0, 0.0));
    CHECK(spans(cxm::net_adjusted_wald(0, 9, 0), -0.2000379865148046, 0.2000379865148046, 1e-14));
    CHECK(spans(cxm::net_score(0, 9, 0), -cxm::net_score(0, 9, 0).high, -cxm::net_score(0, 9, 0).low, 1e-15));
}

TEST_CASE("net limits turn over when promoters and detractors swap") {
    for (const auto method : {cxm::net_adjusted_wald, cxm::net_score, cxm::net_wald}) {
        for (const double passives : {0.0, 1.0, 500.0}) {
            const auto up = method(30, passives, 7, 0.99);
            CHECK(spans(method(7, passives, 30, 0.99), -up.high, -up.low, 1e-15));
            CHECK((-1.0 <= up.low && up.low < up.high && up.high <= 1.0));
        }
    }
}
