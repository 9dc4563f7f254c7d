#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <vector>

#include <cxm/trend.hpp>

#include "catch.hpp"
#include "near.hpp"

using cxm::good;
using cxm::signal_rule;
using cxm::trend_verdict;

namespace {

using points = std::vector<std::optional<cxm::trend_point>>;

points values(std::initializer_list<double> all) {
    points made;
    for (const double value : all) {
        made.push_back(cxm::is_missing(value) ? std::nullopt : std::optional(cxm::trend_point{value}));
    }
    return made;
}

constexpr double gap = cxm::not_given;

bool shows(const cxm::control_chart& chart, std::size_t at, signal_rule by, bool upward) {
    for (const cxm::chart_signal& s : chart.points[at].signals) {
        if (s == cxm::chart_signal{by, upward}) {
            return true;
        }
    }
    return false;
}

}  // namespace

TEST_CASE("limits of single values lie 2.66 mean moving ranges off the mean") {
    const auto chart = cxm::xmr_chart(values({10, 12, 11, 13, 10, 12}), good::higher);
    // Moving ranges 2, 1, 2, 3, 2: mean 2.
    REQUIRE(chart.points[0].limits);
    CHECK(near(chart.centre, 68.0 / 6.0, 1e-12));
    CHECK(near(chart.points[0].limits->low, 68.0 / 6.0 - 5.32, 1e-12));
    CHECK(near(chart.points[5].limits->high, 68.0 / 6.0 + 5.32, 1e-12));
    CHECK(chart.trial);
    CHECK(chart.verdict == trend_verdict::no_change);
    CHECK(near(cxm::xmr_chart(values({1, 9, 1, 9, 1, 9}), good::higher, {0, 10}).points[2].limits->low, 0.0, 0.0));
}

TEST_CASE("limits of shares are wider where fewer were counted, and stay within 0 and 1") {
    points shares;
    for (const double n : {400.0, 100.0, 400.0, 100.0, 400.0, 100.0}) {
        shares.push_back(cxm::trend_point{n == 100.0 ? 0.02 : 0.04, n});
    }
    const auto chart = cxm::p_chart(shares, good::lower);
    const double centre = (3 * 16.0 + 3 * 2.0) / 1500.0;
    REQUIRE((chart.points[0].limits && chart.points[1].limits));
    CHECK(near(chart.centre, centre, 1e-15));
    CHECK(near(chart.points[0].limits->high, centre + 3 * std::sqrt(centre * (1 - centre) / 400), 1e-15));
    CHECK(near(chart.points[1].limits->high, centre + 3 * std::sqrt(centre * (1 - centre) / 100), 1e-15));
    CHECK(chart.points[1].limits->low == 0.0);
}

TEST_CASE("a period of one person has a place in a chart of shares") {
    points shares(8, cxm::trend_point{0.5, 100});
    shares[3] = cxm::trend_point{1.0, 1};
    const auto chart = cxm::p_chart(shares, good::higher);
    CHECK(near(chart.centre, 351.0 / 701, 1e-12));
    REQUIRE(chart.points[3].limits);
    CHECK(chart.points[3].limits->high == 1.0);
    CHECK(chart.points[3].signals.empty());
}

TEST_CASE("there are no limits under 6 periods, and trial limits under 12") {
    CHECK(cxm::xmr_chart(values({1, 2, 3, 2, 1}), good::higher).verdict == trend_verdict::too_few);
    CHECK_FALSE(cxm::xmr_chart(values({1, 2, gap, 3, 2, 1}), good::higher).points[0].limits);
    CHECK_FALSE(cxm::xmr_chart(values({1, 2, 3, 2, 1}), good::higher).trial);
    CHECK(cxm::xmr_chart(values({1, 2, 3, 2, 1, 2, 1, 2, 1, 2, 1}), good::higher).trial);
    CHECK_FALSE(cxm::xmr_chart(values({1, 2, 3, 2, 1, 2, 1, 2, 1, 2, 1, 2}), good::higher).trial);
    CHECK(cxm::is_missing(cxm::xmr_chart({}, good::higher).centre));
}

TEST_CASE("a last point outside the limits is an improvement or a concern by the better direction") {
    const auto steady = {5.0, 5.2, 4.9, 5.1, 5.0, 4.8, 5.1, 5.0, 5.2, 4.9, 5.0, 9.0};
    const auto higher = cxm::xmr_chart(values(steady), good::higher);
    CHECK(shows(higher, 11, signal_rule::outside, true));
    CHECK(higher.verdict == trend_verdict::improvement);
    REQUIRE(higher.why);
    CHECK(name(higher.why->by) == "outside");
    CHECK(name(higher.verdict) == "improvement");
    CHECK(cxm::xmr_chart(values(steady), good::lower).verdict == trend_verdict::concern);
}

TEST_CASE("a point outside that has passed is no verdict on today") {
    const auto chart =
        cxm::xmr_chart(values({5.0, 9.0, 5.0, 5.2, 5.4, 5.5, 5.8, 5.6, 5.4, 5.2, 5.0, 5.1}), good::higher);
    CHECK(shows(chart, 1, signal_rule::outside, true));
    CHECK(chart.verdict == trend_verdict::no_change);
}

TEST_CASE("seven on one side of the mean are a shift, six are not") {
    const auto seven = cxm::xmr_chart(values({1, 3, 1, 3, 1, 3, 1, 6, 5, 6, 5, 6, 5, 6}), good::lower);
    for (std::size_t i = 7; i < 14; ++i) {
        CHECK(shows(seven, i, signal_rule::shift, true));
    }
    CHECK_FALSE(shows(seven, 5, signal_rule::shift, true));
    CHECK(shows(seven, 0, signal_rule::shift, false));
    CHECK(seven.verdict == trend_verdict::concern);
    const auto six = cxm::xmr_chart(values({1, 3, 1, 3, 1, 3, 6, 5, 6, 5, 6, 5}), good::lower);
    CHECK_FALSE(shows(six, 11, signal_rule::shift, true));
}

TEST_CASE("seven rising points are a run, six or an equal step are not") {
    const auto rising = cxm::xmr_chart(values({9, 1, 2, 3, 4, 5, 6, 7, 2, 8}), good::higher);
    for (std::size_t i = 1; i < 8; ++i) {
        CHECK(shows(rising, i, signal_rule::run, true));
    }
    CHECK_FALSE(shows(rising, 0, signal_rule::run, true));
    CHECK_FALSE(shows(rising, 8, signal_rule::run, true));
    CHECK_FALSE(shows(cxm::xmr_chart(values({9, 1, 2, 3, 4, 5, 6, 2, 8}), good::higher), 6, signal_rule::run, true));
    CHECK_FALSE(shows(cxm::xmr_chart(values({1, 2, 3, 4, 4, 5, 6, 7}), good::higher), 7, signal_rule::run, true));
    const auto falling = cxm::xmr_chart(values({3, 9, 8, 7, 6, 5, 4, 3}), good::higher);
    CHECK(shows(falling, 7, signal_rule::run, false));
    CHECK(falling.verdict == trend_verdict::concern);
}

TEST_CASE("two of three points near one limit stand out, the third does not") {
    // Centre and sigma by hand: shares of 100 around a pooled 0.5 have sigma 0.05 and an outer third from 0.6.
    points shares;
    for (const double value : {0.5, 0.38, 0.5, 0.4, 0.5, 0.4, 0.5, 0.5, 0.5, 0.61, 0.5, 0.61}) {
        shares.push_back(cxm::trend_point{value, 100});
    }
    shares.push_back(cxm::trend_point{0.6, 100});
    const auto chart = cxm::p_chart(shares, good::higher);
    REQUIRE(near(chart.centre, 0.5, 1e-15));
    CHECK(shows(chart, 9, signal_rule::near_limit, true));
    CHECK_FALSE(shows(chart, 10, signal_rule::near_limit, true));
    CHECK(shows(chart, 11, signal_rule::near_limit, true));
    CHECK(chart.points[1].signals.empty());
}

TEST_CASE("a gap breaks runs, shifts, threes and moving ranges") {
    const auto threes = {5.0, 6.0, 4.0, 6.0, 4.0, 6.0, 4.0, 6.0, 4.0, 6.0, 4.0, 5.0, gap, 8.6, 8.6};
    const auto apart = cxm::xmr_chart(values(threes), good::higher);
    for (const cxm::charted_point& p : apart.points) {
        CHECK(p.signals.empty());
    }
    // Nearer than the limit but in its third, and two of three where no gap is between them.
    REQUIRE(8.6 < apart.points[13].limits->high);
    REQUIRE(8.6 > apart.centre + (apart.points[13].limits->high - apart.centre) * 2 / 3);
    const auto joined = cxm::xmr_chart(values({5, 6, 4, 6, 4, 6, 4, 6, 4, 6, 4, 5, 5, 8.6, 8.6}), good::higher);
    CHECK(shows(joined, 14, signal_rule::near_limit, true));
    CHECK_FALSE(shows(cxm::xmr_chart(values({9, 1, 2, 3, gap, 4, 5, 6, 7}), good::higher), 8, signal_rule::run, true));
    const auto shift = cxm::xmr_chart(values({1, 3, 1, 3, 1, 3, 1, 6, 5, 6, gap, 5, 6, 5, 6}), good::lower);
    CHECK_FALSE(shows(shift, 14, signal_rule::shift, true));
    CHECK(shift.points[10].signals.empty());
    CHECK_FALSE(shift.points[10].limits);
    const auto chart = cxm::xmr_chart(values({1, 2, 1, gap, 101, 102, 101}), good::higher);
    REQUIRE(chart.points[0].limits);
    CHECK(near(chart.points[0].limits->high - chart.centre, 2.66, 1e-12));
}

TEST_CASE("the verdict is that of the last known period") {
    const auto chart =
        cxm::xmr_chart(values({5.0, 5.2, 4.9, 5.1, 5.0, 4.8, 5.1, 5.0, 5.2, 4.9, 5.0, 9.0, gap}), good::higher);
    CHECK(chart.verdict == trend_verdict::improvement);
    CHECK(chart.periods == 12);
}

TEST_CASE("a series that never moves has no signals, whatever its digits") {
    const auto flat = cxm::xmr_chart(values({.1, .1, .1, .1, .1, .1, .1, .1, .1, .1}), good::higher);
    points shares(9, cxm::trend_point{0.1, 30});
    shares[4]->n = 70;
    const auto chart = cxm::p_chart(shares, good::lower);
    for (std::size_t i = 0; i < 9; ++i) {
        CHECK(flat.points[i].signals.empty());
        CHECK(chart.points[i].signals.empty());
    }
    CHECK(flat.points[0].limits->low == 0.1);
}

TEST_CASE("neighbours that never differ give no limits to values that do") {
    const auto chart = cxm::xmr_chart(values({1, 1, 1, gap, 2, 2, 2}), good::higher);
    CHECK_FALSE(chart.points[0].limits);
    CHECK(chart.verdict == trend_verdict::no_change);
}

TEST_CASE("shares outside 0 and 1 or of nobody, and infinite values, are refused") {
    CHECK_THROWS_AS(cxm::p_chart(points{cxm::trend_point{1.5, 10}}, good::higher), std::invalid_argument);
    CHECK_THROWS_AS(cxm::p_chart(points{cxm::trend_point{0.5, 0}}, good::higher), std::invalid_argument);
    CHECK_THROWS_AS(cxm::p_chart(values({0.5}), good::higher), std::invalid_argument);
    CHECK_THROWS_AS(cxm::xmr_chart(points{cxm::trend_point{1e308 * 10}}, good::higher), std::invalid_argument);
}
