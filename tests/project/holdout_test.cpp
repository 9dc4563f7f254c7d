#include <cxm/project/holdout.hpp>

#include <array>
#include <numeric>

#include <cxm/project/bgnbd.hpp>
#include <cxm/project/pareto_nbd.hpp>

#include "bench/coverage/drawn.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

constexpr bgnbd buyers{0.243, 4.414, 0.793, 2.426};

}  // namespace

TEST_CASE("customers by number of repeats add up to all, seen and expected") {
    const auto groups = drawn_customers(8).histories(buyers, 2000, 27, 39);
    for (const std::size_t top : {0u, 1u, 7u}) {
        const frequency_table table = frequencies(buyers, groups, top);
        REQUIRE(table.actual.size() == top + 1);
        CHECK(std::accumulate(table.actual.begin(), table.actual.end(), 0.0) == 2000);
        CHECK(near(std::accumulate(table.expected.begin(), table.expected.end(), 0.0), 2000, 1e-9));
    }
    const frequency_table table = frequencies(buyers, groups);
    double once = 0;
    for (const counted_history& group : groups) {
        once += group.of.x == 0 ? group.customers : 0;
    }
    CHECK(table.actual[0] == once);
    // 2000 customers, each 0 with a chance near 0.6: one standard deviation is 22.
    CHECK(near(table.expected[0], table.actual[0], 66));
}

TEST_CASE("Pareto/NBD has a frequency table too") {
    const pareto_nbd model{0.553, 10.578, 0.606, 11.669};
    const auto groups = drawn_customers(9).histories(model, 2000, 27, 39);
    const frequency_table table = frequencies(model, groups);
    CHECK(near(table.expected[0], table.actual[0], 66));
    CHECK(near(table.expected[1], table.actual[1], 60));
}

TEST_CASE("a cohort's repeats are expected from how long each customer is known") {
    const std::array<counted_age, 2> cohort{{{10, 3}, {20, 5}}};
    CHECK(near(expected_repeats_by(buyers, cohort, 0),
               3 * expected_repeats(buyers, 10) + 5 * expected_repeats(buyers, 20), 1e-12));
    CHECK(near(expected_repeats_by(buyers, cohort, 7),
               3 * expected_repeats(buyers, 17) + 5 * expected_repeats(buyers, 27), 1e-12));
    CHECK(near(expected_repeats_by(buyers, cohort, -12), 5 * expected_repeats(buyers, 8), 1e-12));
    CHECK(expected_repeats_by(buyers, cohort, -20) == 0);
}

TEST_CASE("the holdout's means by earlier repeats weigh customers, and what is beyond the top is taken together") {
    const std::array<held_out, 5> customers{{{0, 0.2, 0}, {0, 0.4, 1}, {2, 1, 3, 2}, {9, 4, 5}, {3, 2, 1}}};
    const holdout_table table = check_holdout(customers, 3);
    REQUIRE(table.by_x.size() == 4);
    CHECK(table.by_x[0].customers == 2);
    CHECK(near(table.by_x[0].expected, 0.3, 1e-15));
    CHECK(table.by_x[0].actual == 0.5);
    CHECK(table.by_x[1].customers == 0);
    CHECK(table.by_x[1].actual == 0);
    CHECK(table.by_x[2].actual == 3);
    CHECK(table.by_x[3].customers == 2);
    CHECK(table.by_x[3].expected == 3);
    CHECK(near(table.expected, 8.6, 1e-14));
    CHECK(table.actual == 13);
}
