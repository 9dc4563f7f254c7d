#include <cstddef>
#include <initializer_list>
#include <optional>
#include <stdexcept>
#include <vector>

#include <cxm/trend.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using series = std::vector<std::optional<trend_point>>;

constexpr double gap = not_given;

series values(std::initializer_list<double> each) {
    series made;
    for (const double value : each) {
        made.push_back(is_missing(value) ? std::nullopt : std::optional(trend_point{value, 500}));
    }
    return made;
}

std::size_t signalled(const control_chart& chart) {
    std::size_t count = 0;
    for (const charted_point& p : chart.points) {
        count += p.signals.empty() ? 0 : 1;
    }
    return count;
}

/// A year around 5, a change, a year around 9.
const series stepped = values({5, 6, 5, 4, 5, 6, 5, 4, 5, 6, 5, 4, 9, 10, 9, 8, 9, 10, 9, 8, 9, 10, 9, 8});

}  // namespace

TEST_CASE("limits from a baseline know nothing of what came after it") {
    const control_chart all = xmr_chart(stepped, good::higher);
    CHECK(all.centre == 7);
    CHECK(signalled(all) == 24);
    chart_options first_year;
    first_year.baseline = first_periods(stepped, 12);
    const control_chart chart = xmr_chart(stepped, good::higher, detail::no_bounds, first_year);
    CHECK(chart.centre == 5);
    CHECK(chart.phases[0].periods == 12);
    CHECK(near(chart.points[0].limits->high, 5 + 2.66, 1e-12));
    CHECK(chart.points[23].limits->high == chart.points[0].limits->high);
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(chart.points[i].signals.empty());
        CHECK(chart.points[i + 12].signals.front() == chart_signal{signal_rule::outside, true});
    }
    CHECK(chart.verdict == trend_verdict::improvement);
}

TEST_CASE("a chart that begins anew after a change has two centres, and no signal where nothing else moved") {
    chart_options anew;
    anew.rebased = {12};
    const control_chart chart = xmr_chart(stepped, good::higher, detail::no_bounds, anew);
    REQUIRE(chart.phases.size() == 2);
    CHECK(chart.phases[0].centre == 5);
    CHECK(chart.phases[1].centre == 9);
    CHECK(chart.centre == 9);
    CHECK(phase_at(chart, 11).centre == 5);
    CHECK(phase_at(chart, 12).centre == 9);
    CHECK(near(chart.points[12].limits->low, 9 - 2.66, 1e-12));
    CHECK(signalled(chart) == 0);
    CHECK(chart.verdict == trend_verdict::no_change);
    CHECK_FALSE(chart.trial);
}

TEST_CASE("a run ends where limits begin anew") {
    const series rising = values({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    CHECK(signalled(xmr_chart(rising, good::higher)) == 12);
    chart_options anew;
    anew.rebased = {6};
    const control_chart chart = xmr_chart(rising, good::higher, detail::no_bounds, anew);
    CHECK(signalled(chart) == 0);
    CHECK(chart.trial);
}

TEST_CASE("a phase of fewer than 6 periods has no limits yet, and no verdict") {
    chart_options anew;
    anew.rebased = {20};
    const control_chart chart = xmr_chart(stepped, good::higher, detail::no_bounds, anew);
    CHECK(chart.points[19].limits);
    CHECK_FALSE(chart.points[20].limits);
    CHECK(chart.verdict == trend_verdict::too_few);
    CHECK_FALSE(chart.trial);
}

TEST_CASE("charts of counts begin anew and take baselines too, each phase by its own spread") {
    series shares;
    for (std::size_t i = 0; i < 24; ++i) {
        const double wobble = i < 12 ? 0.02 : 0.001;
        shares.push_back(trend_point{(i < 12 ? 0.2 : 0.1) + (i % 2 == 0 ? wobble : -wobble), 4000});
    }
    chart_options options;
    options.rebased = {12};
    const control_chart chart = share_chart(shares, good::lower, options);
    CHECK(chart.phases[0].by_laney);
    CHECK_FALSE(chart.phases[1].by_laney);
    CHECK(near(chart.phases[1].centre, 0.1, 1e-12));
    options.baseline = place_span{12, 20};
    const control_chart based = p_chart(shares, good::lower, options);
    CHECK(based.phases[0].periods == 12);
    CHECK(based.phases[1].periods == 8);
    CHECK(based.phases[1].basis == place_span{12, 20});
    CHECK(based.trial);
}

TEST_CASE("the first periods of a baseline are those that have a value") {
    const series torn = values({gap, 1, 2, gap, 3, 4});
    CHECK(first_periods(torn, 3) == place_span{0, 5});
    CHECK(first_periods(torn, 2, 2) == place_span{2, 5});
    CHECK(first_periods(torn, 9) == place_span{0, 6});
    CHECK(first_periods(torn, 0) == place_span{0, 0});
}

TEST_CASE("phases and baselines that do not fit the series are refused") {
    const auto chart = [](std::optional<place_span> baseline, std::vector<std::size_t> rebased) {
        return xmr_chart(stepped, good::higher, detail::no_bounds, {baseline, std::move(rebased)});
    };
    CHECK_THROWS_AS(chart({}, {0}), std::invalid_argument);
    CHECK_THROWS_AS(chart({}, {24}), std::invalid_argument);
    CHECK_THROWS_AS(chart({}, {12, 12}), std::invalid_argument);
    CHECK_THROWS_AS(chart({}, {14, 12}), std::invalid_argument);
    CHECK_THROWS_AS(chart(place_span{10, 14}, {12}), std::invalid_argument);
    CHECK_THROWS_AS(chart(place_span{4, 4}, {}), std::invalid_argument);
    CHECK_THROWS_AS(chart(place_span{20, 25}, {}), std::invalid_argument);
    CHECK(chart(place_span{12, 24}, {12}).phases[1].periods == 12);
}
