#include "intake/reconciler.hpp"

#include <array>

#include <cxm/metrics/customers.hpp>
#include <cxm/reconcile.hpp>

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

/// What is said of a file's records.
std::string said_of(std::string_view csv) {
    std::string said;
    for (const remark& r : reconciler(known_metrics()).check(records_from(csv))) {
        said += (said.empty() ? "" : "\n") + spell(r);
    }
    return said;
}

/// What is refused of the same as flags.
std::string objection_to(std::string_view csv, bool strict = false) {
    return refused([&] { reconciler(known_metrics()).warnings_of(records_from(csv), strict); });
}

}  // namespace

TEST_CASE("a share with more in its numerator than in its denominator is told once, with both numbers") {
    CHECK(said_of("period,segment,customers_start,customers_lost\n2024-01,a,100,100\n2024-01,b,100,120\n") ==
          "a.csv:3: 2024-01, segment=b: customers_lost is 120, more than customers_start, 100; churn takes a "
          "part of a whole, so churn is undefined here");
    CHECK(said_of("items_sold,items_returned\n10,11\n10,10\n3,4\n") ==
          "a.csv:2: items_returned is 11, more than items_sold, 10; return_rate takes a part of a whole, so "
          "return_rate is undefined here\n"
          "a.csv:4: items_returned is 4, more than items_sold, 3; return_rate takes a part of a whole, so "
          "return_rate is undefined here");
}

TEST_CASE("customers who come back belong to the stocks") {
    const std::string header = "customers_start,customers_new,customers_back,customers_lost,customers_end\n";
    CHECK(said_of(header + "100,20,5,10,115\n").empty());
    CHECK(
        said_of(header + "100,20,5,10,110\n")
            .starts_with("a.csv:2: customers_start + customers_new + customers_back - customers_lost = 100 + 20 + 5 - "
                         "10 is 115, but customers_end is 110"));
}

TEST_CASE("what no record can have is refused of flags") {
    CHECK(objection_to("items_sold,items_returned\n10,11\n") ==
          "a.csv:2: items_returned is 11, more than items_sold, 10; return_rate takes a part of a whole");
    CHECK(objection_to("items_sold,items_returned\n10,10\n").empty());
}

TEST_CASE("more new customers than there are at the end are impossible, and more kept than there were") {
    CHECK(said_of("customers_start,customers_end,customers_new\n100,50,60\n")
              .starts_with("a.csv:2: customers_end - customers_new - customers_back = 50 - 60 - 0 is -10, below 0"));
    CHECK(said_of("customers_start,customers_end,customers_new\n100,180,50\n")
              .starts_with("a.csv:2: customers_end - customers_new - customers_back = 180 - 50 - 0 is 130, more than "
                           "customers_start, 100"));
}

TEST_CASE("a missing measure contradicts nothing, nor does a rate above 1") {
    CHECK(said_of("customers_start,customers_lost\n,5\n5,\n").empty());
    CHECK(said_of("likes,shares,comments,followers\n50,5,5,10\n").empty());
}

TEST_CASE("a part of nothing is impossible too") {
    CHECK(said_of("emails_delivered,emails_opened\n0,200\n").starts_with("a.csv:2: emails_opened is 200, more than"));
}

TEST_CASE("stocks that do not add up are warned about, or refused where that is asked for") {
    const std::string_view csv = "period,customers_start,customers_new,customers_lost,customers_end\n"
                                 "2024-01,100,20,10,110\n2024-02,110,20,10,115\n";
    const std::string warning = "a.csv:3: 2024-02: customers_start + customers_new - customers_lost = 110 + 20 - 10 is "
                                "120, but customers_end is 115";
    CHECK(said_of(csv) == warning);
    CHECK(objection_to(csv).empty());
    CHECK(objection_to(csv, true) == warning);
}

TEST_CASE("squares that the points cannot have are impossible") {
    CHECK(said_of("csat_answers,csat_points,csat_points_squared\n10,40,160\n").empty());
    CHECK(
        said_of("csat_answers,csat_points,csat_points_squared\n10,40,159\n") ==
        "a.csv:2: csat_points_squared is 159, less than 10 answers with the sum 40 can have, so csat_mean is undefined "
        "here");
}

TEST_CASE("a contradiction is that of a share alone") {
    CHECK(contradiction(churn, std::array{120.0, 100.0}) == "customers_lost is 120, more than customers_start, 100");
    CHECK(contradiction(churn, std::array{100.0, 100.0}).empty());
    CHECK(contradiction(churn, std::array{not_given, 100.0}).empty());
    CHECK(contradiction(customer_growth, std::array{500.0, 100.0}).empty());
}

TEST_CASE("stocks add up or their imbalance is spelt out") {
    CHECK(imbalance(100, 20, 10, 110).empty());
    CHECK(imbalance(100, 20, 10, 115).find("is 110, but customers_end is 115") != std::string::npos);
}
