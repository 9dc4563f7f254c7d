#include <cmath>
#include <limits>
#include <stdexcept>

#include <cxm/compare.hpp>

#include "catch.hpp"
#include "near.hpp"

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

bool spans(const cxm::interval& limits, double low, double high, double tolerance) {
    return near(limits.low, low, tolerance) && near(limits.high, high, tolerance);
}

}  // namespace

TEST_CASE("120/60/70 against 150/55/45 is 22 points, 7.6 to 35.9") {
    const auto change = cxm::net_difference({120, 60, 70}, {150, 55, 45});
    CHECK(near(change.estimate, 0.22, 1e-15));
    CHECK(spans(*change.limits, 0.07569694202921154, 0.3590856666664406, 1e-14));
    CHECK(near(*change.p, 0.0026381416264596104, 1e-14));
}

TEST_CASE("a net difference excludes 0 exactly when its p is below 1 - level") {
    for (double promoters = 0; promoters <= 40; ++promoters) {
        const auto change = cxm::net_difference({20, 10, 10}, {promoters, 40 - promoters, 10}, 0.9);
        CHECK((change.limits->low > 0 || change.limits->high < 0) == (*change.p < 0.1));
    }
}

TEST_CASE("a net difference has room for two whole scales") {
    // From all promoters to all detractors: the limits, centred on less, are moved out to what was seen.
    const auto all = cxm::net_difference({1000, 0, 0}, {0, 0, 1000});
    CHECK(all.estimate == -2.0);
    CHECK(all.limits->low == -2.0);
    CHECK(near(all.limits->high, -1.98815, 5e-5));
    const auto nearly = cxm::net_difference({998, 2, 0}, {0, 2, 998});
    CHECK((nearly.limits->low < -1.99 && nearly.limits->low > -2.0));
}

TEST_CASE("the limits of a net difference hold it, however few the answers") {
    for (double promoters = 0; promoters <= 2; ++promoters) {
        for (double answers = 1; answers <= 300; answers *= 5) {
            const cxm::net_answers few{promoters, 0, 2 - promoters};
            const cxm::net_answers many{answers, 0, 0};
            for (const auto& change : {cxm::net_difference(few, many), cxm::net_difference(many, few),
                                       cxm::net_difference(few, many, 0.01), cxm::net_difference_score(few, many)}) {
                CHECK((change.limits->low <= change.estimate && change.estimate <= change.limits->high));
            }
        }
    }
}

TEST_CASE("score limits of a net difference square and add the distances to each group's limits") {
    const auto of_a = cxm::net_score(120, 60, 70);
    const auto of_b = cxm::net_score(150, 55, 45);
    const auto change = cxm::net_difference_score({120, 60, 70}, {150, 55, 45});
    CHECK(near(change.limits->low, 0.22 - std::hypot(0.42 - of_b.low, of_a.high - 0.2), 1e-14));
    CHECK(near(change.limits->high, 0.22 + std::hypot(of_b.high - 0.42, 0.2 - of_a.low), 1e-14));
    CHECK_FALSE(change.p);
    CHECK(cxm::net_difference_score({0, 0, 5}, {5, 0, 0}).limits->high == 2.0);
    CHECK_THROWS_AS(cxm::net_difference({0, 0, 0}, {1, 0, 0}), std::invalid_argument);
}

TEST_CASE("two Poisson rates compare as a binomial share of all events") {
    const auto ratio = cxm::rate_ratio({30, 1000}, {55, 1200});
    CHECK(near(*ratio.estimate, 55.0 / 36.0, 1e-14));
    CHECK(spans(ratio.limits, 0.9620895586688422, 2.46947485809666, 1e-12));
    CHECK(near(ratio.p, 0.07450978842447227, 1e-13));
    const auto gap = cxm::rate_difference({30, 1000}, {55, 1200});
    CHECK(near(gap.estimate, 55.0 / 1200 - 0.03, 1e-16));
    CHECK(gap.limits->low < 0.0);
    CHECK(*gap.p == ratio.p);
}

TEST_CASE("a ratio of rates excludes 1 exactly when its p is below 1 - level") {
    int significant = 0;
    for (double x = 0; x <= 60; ++x) {
        for (const double y : {0.0, 1.0, 9.0, 40.0}) {
            const auto ratio = cxm::rate_ratio({y, 100}, {x, 130});
            const bool differs = ratio.limits.low > 1.0 || ratio.limits.high < 1.0;
            CHECK(differs == (ratio.p < 0.05));
            significant += differs;
        }
    }
    CHECK((significant > 50 && significant < 200));
}

TEST_CASE("rates without events keep the limits that remain") {
    CHECK(*cxm::rate_ratio({0, 10}, {5, 10}).estimate == infinity);
    CHECK(spans(cxm::rate_ratio({0, 10}, {5, 10}).limits, 0.91635585731546, infinity, 1e-12));
    CHECK(cxm::rate_ratio({5, 10}, {0, 7}).limits.low == 0.0);
    CHECK(*cxm::rate_ratio({1, 1000}, {0, 1000}).estimate == 0.0);
    const auto none = cxm::rate_ratio({0, 1}, {0, 1});
    CHECK_FALSE(none.estimate);
    CHECK(none.p == 1.0);
    CHECK(spans(none.limits, 0.0, infinity, 0.0));
    CHECK_THROWS_AS(cxm::rate_ratio({1, 0}, {1, 1}), std::invalid_argument);
}

TEST_CASE("two means compare by Welch's test from their sums") {
    // 1 2 3 4 5 against 2 4 4 6 9 9, as scipy's ttest_ind(equal_var=False) has it.
    const auto change = cxm::mean_difference({15, 55, 5}, {34, 234, 6});
    CHECK(near(change.estimate, 34.0 / 6 - 3, 1e-14));
    CHECK(spans(*change.limits, -0.4950433023062013, 5.828376635639535, 1e-12));
    CHECK(near(*change.p, 0.08764418029477584, 1e-13));
    const auto turned = cxm::mean_difference({34, 234, 6}, {15, 55, 5});
    CHECK(spans(*turned.limits, -change.limits->high, -change.limits->low, 1e-14));
}

TEST_CASE("means of one value, or of values that never vary, have no limits and no p") {
    for (const auto& change :
         {cxm::mean_difference({3, 9, 1}, {34, 234, 6}), cxm::mean_difference({6, 12, 3}, {8, 16, 4})}) {
        CHECK_FALSE(change.limits);
        CHECK_FALSE(change.p);
    }
    CHECK(cxm::mean_difference({6, 12, 3}, {34, 234, 6}).limits);
    CHECK_THROWS_AS(cxm::mean_difference({0, 0, 0}, {34, 234, 6}), std::invalid_argument);
}
