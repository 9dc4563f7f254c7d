#include <cxm/funnel.hpp>

#include <limits>
#include <stdexcept>
#include <string_view>
#include <vector>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using rows = std::vector<funnel_row>;

constexpr std::uint32_t visit = 1, cart = 2, buy = 4, other = 0;

constexpr funnel_rules three_steps(std::optional<std::int64_t> window = {}, step_order order = step_order::ordered) {
    return {.steps = 3, .window = window, .order = order};
}

std::vector<std::int64_t> times(const funnel_rules& rules, const rows& person) {
    std::vector<std::int64_t> all;
    for (const funnel_place& place : funnel(rules)(person)) {
        all.push_back(place.time);
    }
    return all;
}

using at = std::vector<std::int64_t>;

}  // namespace

TEST_CASE("of three visitors two fill a cart and one buys: 67 % and 50 % of the step before") {
    funnel steps(three_steps(60));
    funnel_totals totals(three_steps(60));
    totals.add(steps(rows{{0, visit}, {10, cart}, {30, buy}}));
    totals.add(steps(rows{{0, visit}, {40, cart}, {90, buy}}));
    totals.add(steps(rows{{5, visit}}));
    totals.add(steps(rows{{7, buy}}));
    const funnel_result made = totals.result();
    REQUIRE(made.steps.size() == 3);
    CHECK(made.steps[0].reached == 3);
    CHECK(made.steps[0].from_first == 1.0);
    CHECK_FALSE(made.steps[0].from_previous);
    CHECK(made.steps[1].reached == 2);
    CHECK(made.steps[1].dropped == 1);
    CHECK(near(*made.steps[1].from_previous, 2.0 / 3, 1e-15));
    CHECK(made.steps[1].median_wait == 25.0);
    CHECK(made.steps[2].reached == 1);
    CHECK(near(*made.steps[2].from_first, 1.0 / 3, 1e-15));
    CHECK(made.steps[2].from_previous == 0.5);
    CHECK(near(made.steps[2].previous_limits->low, wilson(1, 2).low, 0));
    CHECK(near(made.steps[2].first_limits->high, wilson(1, 3).high, 0));
    CHECK(made.steps[2].median_wait == 20.0);
    CHECK(made.median_total == 30.0);
}

TEST_CASE("the window runs from the first step of the chain, its last moment included") {
    CHECK(times(three_steps(30), {{0, visit}, {10, cart}, {30, buy}}) == at{0, 10, 30});
    CHECK(times(three_steps(29), {{0, visit}, {10, cart}, {30, buy}}) == at{0, 10});
    CHECK(times(three_steps(0), {{0, visit}, {0, cart}, {1, buy}}) == at{0, 0});
}

TEST_CASE(
    "every first step may start a chain: the deepest counts, of those as deep the first, with each step's first row") {
    CHECK(times(three_steps(20), {{0, visit}, {15, visit}, {18, cart}, {30, buy}}) == at{15, 18, 30});
    CHECK(times(three_steps(20), {{0, visit}, {5, visit}, {8, cart}, {9, cart}}) == at{0, 8});
    CHECK(times(three_steps(), {{0, buy}, {3, visit}, {4, visit}, {6, cart}, {7, buy}, {8, buy}}) == at{3, 6, 7});
    funnel_rules anchored = three_steps(20);
    anchored.first_entry_only = true;
    CHECK(times(anchored, {{0, visit}, {15, visit}, {18, cart}, {30, buy}}) == at{0, 18});
}

TEST_CASE("rows of one time count as in order, whatever the file's order, unless steps must be later") {
    CHECK(times(three_steps(), {{5, buy}, {5, cart}, {5, visit}}) == at{5, 5, 5});
    funnel_rules later = three_steps();
    later.later_only = true;
    CHECK(times(later, {{5, buy}, {5, cart}, {5, visit}}) == at{5});
    CHECK(times(later, {{5, visit}, {6, cart}, {6, buy}, {7, buy}}) == at{5, 6, 7});
}

TEST_CASE("a row fills one step, though it may satisfy several") {
    CHECK(times(three_steps(), {{1, visit | cart | buy}}) == at{1});
    CHECK(times(three_steps(), {{1, visit | cart}, {2, visit | cart}}) == at{1, 2});
    // The first row can be step 1 alone, so that the second is left for step 2.
    const funnel_rules two{.steps = 2};
    CHECK(funnel(two)(rows{{1, visit}, {1, visit | cart}}) == funnel_chain{{1, 0}, {1, 1}});
    CHECK(funnel(two)(rows{{1, visit | cart}, {1, visit}}) == funnel_chain{{1, 1}, {1, 0}});
}

TEST_CASE("strict steps follow one right after the other, with repeats of the step just reached between them") {
    const funnel_rules strict = three_steps({}, step_order::strict);
    CHECK(times(strict, {{0, visit}, {1, cart}, {2, buy}}) == at{0, 1, 2});
    CHECK(times(strict, {{0, visit}, {1, other}, {2, cart}, {3, buy}}) == at{0});
    CHECK(times(strict, {{0, visit}, {1, visit}, {2, cart}, {3, cart}, {4, buy}}) == at{0, 2, 4});
    CHECK(times(strict, {{0, visit}, {1, cart}, {2, visit}, {3, buy}}) == at{0, 1});
    CHECK(times(strict, {{0, visit}, {1, other}, {2, visit}, {3, cart}, {4, other}}) == at{2, 3});
}

TEST_CASE("a broken strict chain does not keep a later one from being deeper") {
    const rows person{{0, visit}, {1, cart}, {2, other}, {3, visit}, {4, cart}, {5, buy}};
    CHECK(times(three_steps({}, step_order::strict), person) == at{3, 4, 5});
    funnel_rules anchored = three_steps({}, step_order::strict);
    anchored.first_entry_only = true;
    CHECK(times(anchored, person) == at{0, 1});
}

TEST_CASE("a row that is the next step and a repeat may be taken as either") {
    const rows person{{0, visit}, {1, cart}, {2, cart | buy}, {3, cart}, {4, buy}, {5, 8}};
    CHECK(times({.steps = 4, .order = step_order::strict}, person) == at{0, 1, 4, 5});
}

TEST_CASE("rows of one time break a strict chain only if no order of them continues it") {
    const funnel_rules strict = three_steps({}, step_order::strict);
    CHECK(times(strict, {{0, visit}, {1, cart}, {1, visit}, {2, buy}}) == at{0, 1, 2});
    CHECK(times(strict, {{0, visit}, {1, cart}, {1, other}, {2, buy}}) == at{0, 1});
    CHECK(times(strict, {{0, other}, {0, visit}, {1, cart}, {2, buy}}) == at{0, 1, 2});
}

TEST_CASE("in any order the number of different steps inside a window counts") {
    const funnel_rules any = three_steps(10, step_order::any);
    CHECK(times(any, {{0, buy}, {3, visit}, {12, cart}, {13, cart}}) == at{0, 3});
    CHECK(times(any, {{0, buy}, {3, visit}, {9, cart}}) == at{0, 3, 9});
    CHECK(times(any, {{0, cart}, {1, cart}, {2, cart}}) == at{0});
    CHECK(times(any, {{0, visit | cart}, {1, visit}, {2, cart}}) == at{0, 1});
    CHECK(times(any, {{0, other}}).empty());
    funnel_rules anchored = any;
    anchored.first_entry_only = true;
    CHECK(times(anchored, {{0, buy}, {11, visit}, {12, cart}}) == at{0});
    funnel_rules later = any;
    later.later_only = true;
    CHECK(times(later, {{0, buy}, {0, visit}, {4, cart}}) == at{0, 4});
}

TEST_CASE("who entered less than a window before the end is counted apart, and left out if asked") {
    for (const bool whole_only : {false, true}) {
        funnel steps(three_steps(60));
        funnel_totals totals(three_steps(60), 100, whole_only);
        totals.add(steps(rows{{40, visit}, {50, cart}}));
        totals.add(steps(rows{{41, visit}, {50, cart}, {51, buy}}));
        const funnel_result made = totals.result();
        CHECK(made.late_entries == 1);
        CHECK(made.steps[1].reached == (whole_only ? 1u : 2u));
        CHECK(made.median_total.has_value() != whole_only);
    }
}

TEST_CASE("totals of parts add up to the totals of the whole") {
    funnel steps(three_steps());
    funnel_totals whole(three_steps()), left(three_steps()), right(three_steps());
    for (std::int64_t i = 1; i < 20; ++i) {
        const auto& chain = steps(rows{{0, visit}, {i * i % 7, cart}, {10 + i % 3 * i, i % 2 == 0 ? buy : visit}});
        whole.add(chain);
        (i < 8 ? left : right).add(chain);
    }
    left.add(right);
    const funnel_result one = whole.result();
    const funnel_result both = left.result();
    CHECK(one.median_total == both.median_total);
    for (std::size_t step = 0; step < 3; ++step) {
        CHECK(one.steps[step].reached == both.steps[step].reached);
        CHECK(one.steps[step].median_wait == both.steps[step].median_wait);
    }
}

TEST_CASE("a funnel that nobody entered has no shares") {
    funnel_totals totals(three_steps());
    const funnel_result made = totals.result();
    CHECK_FALSE(made.steps[0].from_first);
    CHECK_FALSE(made.steps[1].from_previous);
    CHECK_FALSE(made.steps[1].previous_limits);
    CHECK_FALSE(made.median_total);
}

TEST_CASE("times as far apart as they can be are no trouble") {
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    CHECK(times(three_steps(last), {{first, visit}, {last, cart}}) == at{first});
    CHECK(times(three_steps(), {{first, visit}, {last, cart}}) == at{first, last});
    funnel steps(three_steps());
    funnel_totals totals(three_steps(), last);
    totals.add(steps(rows{{first, visit}, {last, cart}}));
    CHECK(totals.result().steps[1].median_wait == 0x1p64);
}

TEST_CASE("rows out of order, no steps, 33 steps and negative windows are refused") {
    CHECK_THROWS_AS(funnel(three_steps())(rows{{1, visit}, {0, cart}}), std::invalid_argument);
    CHECK_THROWS_AS(funnel({.steps = 0}), std::invalid_argument);
    CHECK_THROWS_AS(funnel({.steps = 33}), std::invalid_argument);
    CHECK_THROWS_AS(funnel(three_steps(-1)), std::invalid_argument);
    CHECK_THROWS_AS(funnel_totals({.steps = 0}), std::invalid_argument);
}
