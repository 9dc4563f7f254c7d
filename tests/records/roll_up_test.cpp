#include "records/roll_up.hpp"

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/marketing.hpp>

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

records rolled(std::string_view csv, std::optional<grain> to) { return roll_up(ordered(records_from(csv)), to); }

constexpr std::string_view quarter = "period,customers_start,customers_new,customers_end,customers_active\n"
                                     "2024-02,110,7,120,50\n2024-01,100,5,110,40\n2024-03,120,9,130,60\n";

}  // namespace

TEST_CASE("a quarter has the first start, the last end, the sum of the new and no number of active customers") {
    const records all = rolled(quarter, grain::quarter);
    REQUIRE(all.size() == 1);
    CHECK(all.periods[0] == "2024-Q1");
    CHECK(value_of(all, customers_start, 0) == 100);
    CHECK(value_of(all, customers_end, 0) == 130);
    CHECK(value_of(all, customers_new, 0) == 21);
    CHECK(is_missing(value_of(all, customers_active, 0)));
    CHECK(why_of(all, customers_active, 0) == "customers_active counts different ones, which do not add over periods");
    CHECK_FALSE(all.partial[0]);
}

TEST_CASE("a rolled-up record knows the records it was made of, in order of time") {
    const records all = rolled(quarter, grain::quarter);
    REQUIRE(all.parts);
    REQUIRE(all.made_of[0].size() == 3);
    CHECK(all.parts->periods[all.made_of[0].front()] == "2024-01");
    CHECK(all.parts->periods[all.made_of[0].back()] == "2024-03");
}

TEST_CASE("a quarter with two of its months is not complete, nor is one with an incomplete month") {
    CHECK(rolled("period,clicks\n2024-01,1\n2024-02,1\n", grain::quarter).partial[0]);
    CHECK(rolled("period,clicks,complete\n2024-01,1,\n2024-02,1,\n2024-03,1,false\n", grain::quarter).partial[0]);
    CHECK_FALSE(rolled("period,clicks\n2024-Q1,1\n2024-Q2,1\n2024-Q3,1\n2024-Q4,1\n", grain::year).partial[0]);
}

TEST_CASE("segments are rolled up each by itself") {
    const records all =
        rolled("period,segment,clicks\n2024-01,a,1\n2024-01,b,2\n2024-02,a,4\n2024-05,b,8\n", grain::quarter);
    REQUIRE(all.size() == 3);
    CHECK(value_of(all, clicks, 0) == 5);
    CHECK(value_of(all, clicks, 1) == 2);
    CHECK(value_of(all, clicks, 2) == 8);
}

TEST_CASE("all periods in one are named by the first and the last, one period by itself") {
    CHECK(rolled(quarter, std::nullopt).periods[0] == "2024-01..2024-03");
    CHECK(rolled("period,clicks\n2024-01,1\n", std::nullopt).periods[0] == "2024-01");
    CHECK(rolled("period,clicks\nspring,1\n", std::nullopt).periods[0] == "spring");
}

TEST_CASE("free labels are joined where they are said to stand in the order of time, and else refused") {
    const std::string_view seasons = "period,clicks\nspring,1\nautumn,2\n";
    CHECK(refused([&] {
              rolled(seasons, std::nullopt);
          }).starts_with("a.csv:2: period 'spring' is no calendar period, so it cannot be joined"));
    records in_order = records_from(seasons);
    in_order.in_order = true;
    CHECK(roll_up(ordered(in_order), std::nullopt).periods[0] == "spring..autumn");
}

TEST_CASE("all periods in one are not complete where some between them are not there") {
    CHECK(rolled("period,clicks\n2024-01,1\n2024-03,1\n", std::nullopt).partial[0]);
    CHECK_FALSE(rolled("period,clicks\n2024-01,1\n2024-02,1\n", std::nullopt).partial[0]);
}

TEST_CASE("a period that is no part of a coarser one is refused") {
    CHECK(
        refused([] { rolled("period,clicks\nspring,1\n", grain::year); }) ==
        "a.csv:2: period 'spring' is no calendar period, so it cannot be rolled up; write it as 2024-03, 2024-Q1 or 2024");
    CHECK(refused([] { rolled("period,clicks\n2024-W05,1\n", grain::month); }) ==
          "a.csv:2: period '2024-W05' does not lie in one month, so it cannot be rolled up to it");
    CHECK(refused([] { rolled("period,clicks\n2024,1\n", grain::quarter); }) != "");
    CHECK(refused([] { rolled("period,clicks\n2024-W06,1\n", grain::month); }).empty());
}

TEST_CASE("a month without a measure leaves the quarter without it") {
    const records all = rolled("period,clicks,leads\n2024-01,1,1\n2024-02,,1\n2024-03,1,1\n", grain::quarter);
    CHECK(why_of(all, clicks, 0) == "clicks is missing in some of the pooled records");
    CHECK(value_of(all, leads, 0) == 3);
}

TEST_CASE("a stock is needed only where it counts: the start of the first month, the end of the last") {
    const records all =
        rolled("period,customers_start,customers_end\n2024-01,10,\n2024-02,,\n2024-03,,30\n", grain::quarter);
    CHECK(value_of(all, customers_start, 0) == 10);
    CHECK(value_of(all, customers_end, 0) == 30);
}
