#include "write/people.hpp"

#include <limits>

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>
#include <cxm/metrics/value.hpp>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("A value for people has the unit that suits its metric") {
    CHECK(people_value(churn, 0.1, {"EUR"}) == "10.0 %");
    CHECK(people_value(nps, 40, {"EUR"}) == "40.0");
    CHECK(people_value(nps, -3.14, {"EUR"}) == "-3.1");
    CHECK(people_value(csat_mean, 4.256, {"EUR"}) == "4.26");
    CHECK(people_value(clv, 1200, {"EUR"}) == "1,200.00 EUR");
    CHECK(people_value(clv, 1234567.5, {}) == "1,234,567.50");
    CHECK(people_value(clv, -1234.5, {}) == "-1,234.50");
    CHECK(people_value(roi, 2, {"EUR"}) == "200.0 %");
    CHECK(people_value(roi_multiple, 3, {"EUR"}) == "3.00×");
    CHECK(people_value(session_duration, 85.31, {"EUR"}) == "1 min 25 s");
}

TEST_CASE("A small percentage never reads as zero, nor one just short of all as all") {
    CHECK(people_value(ctr, 0.000123, {}) == "0.012 %");
    CHECK(people_value(ctr, 0.0005, {}) == "0.050 %");
    CHECK(people_value(ctr, 0.001, {}) == "0.1 %");
    CHECK(people_value(ctr, 1e-12, {}) == "1.0e-10 %");
    CHECK(people_value(ctr, 0, {}) == "0.0 %");
    CHECK(people_value(retention, 0.9999, {}) == "99.990 %");
    CHECK(people_value(retention, 1, {}) == "100.0 %");
    CHECK(people_value(cost_per_click, 0.004, {}) == "0.0040");
    CHECK(people_number(as::share, 0.0003, 1) == "0.030");
}

TEST_CASE("Rounding leaves no minus before zero and no endless digits") {
    CHECK(people_number(as::ratio, -0.0, 1) == "0.0");
    CHECK(people_number(as::money, 1e300, 2) == "1.00e+300");
    CHECK(people_number(as::rate, std::numeric_limits<double>::infinity(), 1) == "inf");
}

TEST_CASE("Ranges, counts and levels for people") {
    CHECK(people_range(churn, {0.083, 0.12, 0.95, "wilson"}, 1, {}) == "8.3 to 12.0 %");
    CHECK(people_range(engagement, {0.07, std::numeric_limits<double>::infinity(), 0.95, ""}, 1, {}) == "7.0 to inf %");
    CHECK(people_range(clv, {1, 2, 0.95, ""}, 2, {"EUR"}) == "1.00 to 2.00 EUR");
    CHECK(people_range(ctr, {0.0208, 0.0214, 0.95, "wilson"}, 1, {}) == "2.08 to 2.14 %");
    CHECK(people_count(500) == "500");
    CHECK(people_count(1254) == "1,254");
    CHECK(people_count(12.5) == "12.5");
    CHECK(people_level(0.95) == "95 %");
    CHECK(people_level(0.999) == "99.9 %");
}
