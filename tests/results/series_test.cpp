#include "results/series.hpp"

#include <cxm/metrics/customers.hpp>
#include <cxm/period.hpp>
#include <string>

#include "catch.hpp"
#include "records/completeness.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

/// Churn of 1,000 customers in some periods; `lost` may be not_given.
report churned(const std::vector<std::pair<std::string_view, double>>& periods) {
    records rows;
    rows.numbers = {{&customers_start, {}, {}}, {&customers_lost, {}, {}}};
    for (const auto& [when, lost] : periods) {
        rows.periods.push_back(when);
        rows.numbers[0].values.push_back(1000);
        rows.numbers[1].values.push_back(lost);
    }
    report_options options;
    options.intervals = false;
    return make_report(std::move(rows), {&churn}, options);
}

std::vector<place_kind> kinds(const trend& t) {
    std::vector<place_kind> all;
    for (const trend_place& place : t.places) {
        all.push_back(place.is);
    }
    return all;
}

}  // namespace

TEST_CASE("A month without a record is a gap between its neighbours") {
    const auto trends = trends_of(churned({{"2023-12", 50}, {"2024-02", 60}}));
    REQUIRE(trends.size() == 1);
    CHECK(kinds(trends[0]) == std::vector{place_kind::counted, place_kind::no_record, place_kind::counted});
    CHECK(trends[0].places[1].period == "2024-01");
}

TEST_CASE("Free labels have no gaps, and no year before") {
    const auto trends = trends_of(churned({{"launch", 50}, {"sale", 60}}));
    CHECK(kinds(trends[0]) == std::vector{place_kind::counted, place_kind::counted});
    CHECK_FALSE(trends[0].places[1].year_before);
}

TEST_CASE("A period that ends after the day of the data is shown but not counted") {
    report made = churned({{"2024-02", 50}, {"2024-03", 60}});
    mark_partial(made.rows, parse_period("2024-03-14")->first);
    const auto trends = trends_of(made);
    CHECK(kinds(trends[0]) == std::vector{place_kind::counted, place_kind::partial});
    CHECK(trends[0].chart.periods == 1);
    CHECK(trends[0].places[1].value == 0.06);
    CHECK(last_counted(trends[0]) == 0u);
}

TEST_CASE("A record without a value is told from a period without a record") {
    const auto trends = trends_of(churned({{"2024-01", 50}, {"2024-02", not_given}}));
    CHECK(kinds(trends[0]) == std::vector{place_kind::counted, place_kind::no_value});
}

TEST_CASE("The same month of the year before stands beside a month") {
    const auto trends = trends_of(churned({{"2023-02", 40}, {"2024-02", 60}}));
    REQUIRE(trends[0].places.size() == 13);
    CHECK(trends[0].places[12].year_before == 0.04);
    CHECK_FALSE(trends[0].places[0].year_before);
}

TEST_CASE("A jump of a metric that is better lower is a concern, and one down an improvement") {
    for (const double last : {150.0, 1.0}) {
        const auto trends = trends_of(churned({{"2024-01", 50},
                                               {"2024-02", 52},
                                               {"2024-03", 48},
                                               {"2024-04", 50},
                                               {"2024-05", 51},
                                               {"2024-06", 49},
                                               {"2024-07", last}}));
        CHECK(trends[0].kind == chart_kind::p);
        CHECK(trends[0].chart.trial);
        CHECK(trends[0].chart.verdict == (last > 50 ? trend_verdict::concern : trend_verdict::improvement));
        CHECK(verdict_at(trends[0], 6) == trends[0].chart.verdict);
        CHECK(verdict_at(trends[0], 0) == trend_verdict::no_change);
    }
}

TEST_CASE("Churn chained over the months of a quarter is no share of counts, so its limits come from its moves") {
    records rows;
    rows.numbers = {{&customers_start, {1000, 1000}, {}}, {&customers_lost, {100, 100}, {}}};
    rows.periods = {"2024-01", "2024-02"};
    auto parts = std::make_shared<records>(rows);
    records quarter;
    quarter.periods = {"2024-Q1"};
    quarter.numbers = {{&customers_start, {1000}, {""}}, {&customers_lost, {200}, {""}}};
    quarter.parts = parts;
    quarter.made_of = {{0, 1}};
    const auto trends = trends_of(make_report(quarter, {&churn}, {}));
    CHECK(trends[0].kind == chart_kind::xmr);
}

namespace {

/// Two years of churn among so many, `lost` alternately one up and one down, and more of it from a place on.
report two_years_of_churn(double customers, double lost, std::size_t from = 24, double more = 0) {
    records rows;
    rows.numbers = {{&customers_start, {}, {}}, {&customers_lost, {}, {}}};
    auto names = std::make_shared<std::vector<std::string>>();
    for (std::size_t i = 0; i < 24; ++i) {
        names->push_back(spell(
            calendar::months(2023 + static_cast<int>(i) / 12, static_cast<unsigned>(i % 12) + 1, 1, grain::month)));
        rows.numbers[0].values.push_back(customers);
        rows.numbers[1].values.push_back(lost + (i % 2 == 0 ? 1 : -1) + (i >= from ? more : 0));
    }
    rows.periods.assign(names->begin(), names->end());
    rows.owners.push_back(names);
    report_options options;
    options.intervals = false;
    return make_report(std::move(rows), {&churn}, options);
}

}  // namespace

TEST_CASE("Limits from a baseline of the calendar know nothing of the other year") {
    const report figures = two_years_of_churn(1000, 50, 12, 40);
    trend_options options;
    options.baseline = trend_baseline{"2023", 0, parse_period("2023")->first, parse_period("2023")->last};
    const trend based = trends_of(figures, options)[0];
    CHECK(based.chart.centre == 0.05);
    CHECK(based.chart.phases[0].basis == place_span{0, 12});
    CHECK(based.chart.verdict == trend_verdict::concern);
    CHECK_FALSE(based.lacks_baseline);
    options.baseline = trend_baseline{"12", 12};
    CHECK(trends_of(figures, options)[0].chart.phases[0].basis == place_span{0, 12});
}

TEST_CASE("Limits begin anew at a period that is named, and options that no series has a period for are refused") {
    const report figures = two_years_of_churn(1000, 50, 12, 40);
    trend_options options;
    options.rebased = {"2024-01"};
    const trend anew = trends_of(figures, options)[0];
    REQUIRE(anew.chart.phases.size() == 2);
    CHECK(anew.chart.phases[1].places == place_span{12, 24});
    CHECK(anew.chart.verdict == trend_verdict::no_change);
    options.rebased = {"2024"};
    CHECK(trends_of(figures, options)[0].chart.phases.size() == 2);
    options.rebased = {"2025-01"};
    CHECK_THROWS_AS(trends_of(figures, options), bad_usage);
    options.rebased = {"2024-01"};
    options.baseline = trend_baseline{"18", 18};
    CHECK_THROWS_AS(trends_of(figures, options), bad_usage);
}

TEST_CASE("Each month is tested against its own of the year before, and the last year as a whole") {
    trend_options options;
    options.against_last_year = true;
    const trend t = trends_of(two_years_of_churn(1000, 50, 12, 20), options)[0];
    REQUIRE(t.on_year);
    CHECK(t.on_year->first == 12);
    CHECK(t.on_year->periods == 12);
    CHECK(t.on_year->whole_year);
    CHECK_FALSE(t.places[11].on_year);
    const difference month = share_difference({51, 1000}, {71, 1000});
    CHECK(t.places[12].on_year->limits->low == month.limits->low);
    CHECK(year_verdict(churn, *t.places[12].on_year) == verdict::no_clear_change);
    CHECK(t.on_year->change->estimate == Approx(0.02));
    CHECK(year_verdict(churn, *t.on_year->change) == verdict::worse);
    CHECK(year_verdict(churn, {-0.02, interval{-0.03, -0.01, 0.95, ""}, {}, ""}) == verdict::better);
}

TEST_CASE("A year of which few months have one the year before is no whole one") {
    trend_options options;
    options.against_last_year = true;
    const trend t = trends_of(churned({{"2023-02", 40}, {"2024-01", 50}, {"2024-02", 60}}), options)[0];
    CHECK(t.on_year->periods == 1);
    CHECK_FALSE(t.on_year->whole_year);
    CHECK_THROWS_AS(trends_of(churned({{"2024-01", 50}, {"2024-02", 60}}), options), bad_usage);
}
