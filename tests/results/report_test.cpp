#include "results/report.hpp"

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>

#include "catch.hpp"
#include "near.hpp"
#include "records/records_from.hpp"
#include "records/roll_up.hpp"

using namespace cxm;

namespace {

constexpr std::string_view three_months = "period,customers_start,customers_new,customers_lost,customers_end\n"
                                          "2024-01,1000,80,50,1030\n2024-02,1030,60,41,1049\n2024-03,1049,90,47,1092\n";

report of(records rows, std::vector<const metric*> metrics, const report_options& options = {}) {
    return make_report(std::move(rows), std::move(metrics), options);
}

constexpr std::string_view no_reference =
    "experience_cost,experience_customers,experience_conversions,conversion_value,experience_stayed,stay_value\n"
    "100,10,5,10,8,20\n";

}  // namespace

TEST_CASE("results stand by record and metric") {
    const report made = of(records_from("period,clicks,impressions\n2024-01,1,10\n2024-02,2,10\n"), {&ctr, &churn});
    CHECK(made.of_row(0)[0].comes_to.value == 0.1);
    CHECK(made.of_row(1)[0].comes_to.value == 0.2);
    CHECK(made.of_row(1)[0].of == &ctr);
    CHECK(made.of_row(1)[1].comes_to.is == status::missing);
    CHECK(why_no_value(made.of_row(1)[1]) == "customers_lost and customers_start are missing");
}

TEST_CASE("the churn and retention of a quarter are products of the months' shares, with Greenwood's limits") {
    const report made = of(roll_up(records_from(three_months), grain::quarter), {&churn, &retention, &customer_growth});
    const auto row = made.of_row(0);
    CHECK(near(row[0].comes_to.value, 0.12868557201958408, 1e-12));
    CHECK(near(row[1].comes_to.value, 0.8713144279804159, 1e-12));
    CHECK(near(row[0].comes_to.value + row[1].comes_to.value, 1, 1e-15));
    REQUIRE(row[0].limits);
    CHECK(near(row[1].limits->low, 0.8497842152242849, 1e-9));
    CHECK(near(row[0].limits->high, 1 - 0.8497842152242849, 1e-9));
    CHECK(row[0].note == "the shares kept in each period, multiplied");
    CHECK(row[0].n == 1000);
    CHECK(near(row[2].comes_to.value, 0.092, 1e-12));
    CHECK(row[2].note.empty());
}

TEST_CASE("one month alone is no product") {
    const report made =
        of(roll_up(records_from("period,customers_start,customers_lost\n2024-01,100,10\n"), grain::quarter), {&churn});
    CHECK(made.of_row(0)[0].note.empty());
    CHECK(made.of_row(0)[0].limits->method == "wilson");
}

TEST_CASE("a chain with a link missing is missing, one with an empty link is undefined") {
    const auto churned = [](std::string_view csv) {
        return of(roll_up(records_from(csv), grain::quarter), {&churn}).results[0];
    };
    const result missing = churned("period,customers_start,customers_lost\n2024-01,100,10\n2024-02,90,\n");
    CHECK(missing.comes_to.is == status::missing);
    CHECK(why_no_value(missing) == "customers_lost is missing");
    const result empty = churned("period,customers_start,customers_lost\n2024-01,100,100\n2024-02,0,0\n");
    CHECK(empty.comes_to.is == status::undefined);
    CHECK(why_no_value(empty) == "customers_start is 0");
    CHECK_FALSE(empty.limits);
}

TEST_CASE("a pooled measure without a value says why its metric is missing") {
    const report made =
        of(roll_up(records_from("period,customers_active,customers_returning\n2024-01,5,1\n2024-02,5,1\n"),
                   grain::quarter),
           {&repeat_purchase});
    CHECK(why_no_value(made.results[0]) == "customers_returning counts different ones, which do not add over periods");
}

TEST_CASE("without a reference group rox is missing, gross it is a figure without an interval that says so") {
    const records rows = records_from(no_reference);
    CHECK(of(rows, {&rox}).results[0].comes_to.is == status::missing);
    report_options gross;
    gross.gross = true;
    const result made = of(rows, {&rox_do}, gross).results[0];
    CHECK(near(made.comes_to.value, 0.5, 1e-12));
    CHECK(made.note == "gross: not incremental");
    CHECK_FALSE(made.limits);
    CHECK(why_no_interval(made) == "no reference group");
}

TEST_CASE("only metrics that some record has all measures for are computable; undefined ones are") {
    const records rows = records_from("period,clicks,impressions,visitors\n2024-01,,10,5\n2024-02,0,0,5\n");
    CHECK(computable(rows, {&churn, &ctr, &conversion}, {}) == std::vector<const metric*>{&ctr});
}

TEST_CASE("without intervals the values are the same") {
    report_options bare;
    bare.intervals = false;
    const report made = of(roll_up(records_from(three_months), grain::quarter), {&churn}, bare);
    CHECK_FALSE(made.results[0].limits);
    CHECK(near(made.results[0].comes_to.value, 0.12868557201958408, 1e-12));
}

TEST_CASE("a survey that reaches much of a small base has a narrower interval, what is no survey the usual one") {
    constexpr std::string_view both =
        "promoters,passives,detractors,customers_start,customers_lost\n300,100,100,1000,100\n";
    report_options small;
    small.population = 800;
    const auto wide = of(records_from(both), {&nps, &churn});
    const auto narrow = of(records_from(both), {&nps, &churn}, small);
    // 500 of 800 are worth 500 * 799 / 300 of many.
    CHECK(near(narrow.of_row(0)[0].limits->low, 35.61802136522319, 1e-6));
    CHECK(narrow.of_row(0)[0].n == 500);
    CHECK(narrow.of_row(0)[0].note == "of 800 people who could be asked");
    CHECK(narrow.of_row(0)[1].limits->low == wide.of_row(0)[1].limits->low);
    small.population = 500;
    const auto all = of(records_from(both), {&nps}, small);
    CHECK(all.of_row(0)[0].limits->low == all.of_row(0)[0].limits->high);
    CHECK(all.of_row(0)[0].note == "everybody answered, so nothing is left to chance");
}

TEST_CASE("more answers than there are people, and several surveys joined, have no interval of one survey") {
    report_options small;
    small.population = 15;
    constexpr std::string_view two = "period,promoters,passives,detractors\n2024-01,8,1,1\n2024-02,7,1,1\n";
    CHECK_NOTHROW(of(records_from(two), {&nps}, small));
    CHECK(refused([&] { of(roll_up(records_from(two), grain::quarter), {&nps}, small); }).find("joined") !=
          std::string::npos);
    small.population = 9;
    CHECK(refused([&] { of(records_from(two), {&nps}, small); }) ==
          "a.csv:2: 2024-01: nps counts 10 answers, more than the 9 people that --population says");
}
