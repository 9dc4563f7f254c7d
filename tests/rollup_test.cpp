#include <cxm/rollup.hpp>

#include <array>
#include <cmath>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

struct given {
    double value;
    std::int64_t when;
};

pooled pool(over_time rule, std::initializer_list<given> all) {
    pooled sum(rule);
    for (const given& one : all) {
        sum.add(one.value, one.when);
    }
    return sum;
}

}  // namespace

TEST_CASE("flows add, openings take the first, closings the last, in any order") {
    const auto all = {given{5, 2}, given{1, 1}, given{9, 3}};
    CHECK(pool(over_time::flow, all).value() == 15);
    CHECK(pool(over_time::opening, all).value() == 1);
    CHECK(pool(over_time::closing, all).value() == 9);
}

TEST_CASE("segments of the deciding period add up") {
    const auto all = {given{5, 1}, given{9, 2}, given{6, 1}, given{1, 2}};
    CHECK(pool(over_time::opening, all).value() == 11);
    CHECK(pool(over_time::closing, all).value() == 10);
}

TEST_CASE("different ones add over segments, not over periods") {
    CHECK(pool(over_time::distinct, {{5, 1}, {6, 1}}).value() == 11);
    const pooled months = pool(over_time::distinct, {{5, 1}, {6, 2}});
    CHECK(is_missing(months.value()));
    CHECK(months.why() == gap::over_periods);
}

TEST_CASE("an assumption holds where all agree") {
    CHECK(pool(over_time::fixed, {{5, 1}, {5, 2}}).value() == 5);
    const pooled two = pool(over_time::fixed, {{5, 1}, {6, 2}});
    CHECK(is_missing(two.value()));
    CHECK(two.why() == gap::differs);
}

TEST_CASE("what is missing in one record is missing in the pool, where it counts") {
    CHECK(pool(over_time::flow, {{5, 1}, {not_given, 2}}).why() == gap::some_missing);
    CHECK(pool(over_time::opening, {{5, 1}, {not_given, 2}}).value() == 5);
    CHECK(pool(over_time::closing, {{not_given, 1}, {7, 2}}).value() == 7);
    CHECK(is_missing(pool(over_time::flow, {{not_given, 1}}).value()));
    CHECK(pool(over_time::flow, {{not_given, 1}}).why() == gap::none);
    CHECK(is_missing(pool(over_time::closing, {{7, 1}, {not_given, 2}}).value()));
}

TEST_CASE("the share kept is the product of the periods' shares") {
    const std::array<counted_share, 2> half = {counted_share{50, 100}, {30, 60}};
    const kept_share made = chain_kept(half);
    CHECK(near(made.comes_to.value, 0.25, 1e-15));
    REQUIRE(made.limits);
    CHECK((made.limits->low < 0.25 && 0.25 < made.limits->high));
    CHECK(made.limits->method == "greenwood");
}

TEST_CASE("nobody lost has Wilson's lower limit, everybody lost no interval, nobody there no value") {
    const std::array<counted_share, 2> all = {counted_share{100, 100}, {60, 60}};
    CHECK(chain_kept(all).comes_to.value == 1);
    CHECK(near(chain_kept(all).limits->low, wilson(60, 60).low, 1e-15));
    const std::array<counted_share, 2> none = {counted_share{50, 100}, {0, 50}};
    CHECK(chain_kept(none).comes_to.value == 0);
    CHECK_FALSE(chain_kept(none).limits);
    const std::array<counted_share, 2> empty = {counted_share{0, 100}, {0, 0}};
    CHECK(chain_kept(empty).comes_to.is == status::undefined);
    CHECK(chain_kept({}).comes_to.is == status::missing);
}

TEST_CASE("a share of more than all is refused") {
    const std::array<counted_share, 1> wrong = {counted_share{5, 4}};
    CHECK_THROWS_AS(chain_kept(wrong), std::invalid_argument);
}

TEST_CASE("5 % a month is 46 % a year, and back") {
    CHECK(near(annualised(0.05), 0.459639912337363, 1e-14));
    CHECK(near(per_period(annualised(0.05)), 0.05, 1e-15));
    CHECK(annualised(0) == 0);
    CHECK(annualised(1) == 1);
    CHECK(near_in_parts(annualised(1e-18), 12e-18, 1e-12));
}

TEST_CASE("a measure of which nobody said how it joins adds over segments, not over periods") {
    CHECK(pool(over_time::unsaid, {given{5, 1}, given{6, 1}}).value() == 11);
    CHECK(pool(over_time::unsaid, {given{5, 1}, given{6, 2}}).why() == gap::no_rule);
    CHECK(pool(over_time::unsaid, {given{5, 1}}).value() == 5);
}

TEST_CASE("a measure of one record alone joins nothing") {
    CHECK(pool(over_time::alone, {given{5, 1}}).value() == 5);
    CHECK(pool(over_time::alone, {given{5, 1}, given{6, 1}}).why() == gap::alone);
    CHECK(pool(over_time::alone, {given{5, 1}, given{5, 2}}).why() == gap::alone);
}
