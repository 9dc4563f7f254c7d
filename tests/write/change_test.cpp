#include "write/change.hpp"

#include <limits>

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/surveys.hpp>
#include <cxm/metrics/value.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

std::string change(const metric& m, double before, double after) {
    const people_change c = people_difference(m, before, after, people_decimals(m.shown, after));
    return c.number + (c.unit.empty() ? "" : " ") + std::string(c.unit);
}

}  // namespace

TEST_CASE("A change between periods is in the unit that suits its metric") {
    CHECK(change(churn, 0.100, 0.112) == "+1.2 pp");
    CHECK(change(roi, 0.5, 0.25) == "-25.0 pp");
    CHECK(change(nps, 40, 36.9) == "-3.1");
    CHECK(change(csat_mean, 4.2, 4.25) == "+0.05");
    CHECK(change(clv, 1000, 1041) == "+4.1 %");
    CHECK(change(session_duration, 100, 50) == "-50.0 %");
    CHECK(change(clv_net, -10, 5) == "+15.00");
    CHECK(change(churn, 0.1, 0.1) == "0.0 pp");
    CHECK(change(nps, 40.01, 40) == "0.0");
}

TEST_CASE("A change by itself is in the metric's own unit, fine enough not to read as none") {
    CHECK(change_amount(churn, 0.012, {}) == "+1.2 pp");
    CHECK(change_amount(ctr, 0.0001, {}) == "+0.01 pp");
    CHECK(change_amount(nps, -3.14, {}) == "-3.1");
    CHECK(change_amount(cac, 1032.8, {"EUR"}) == "+1,032.80 EUR");
    CHECK(change_amount(roi_multiple, -0.5, {}) == "-0.50×");
    CHECK(change_amount(roi_multiple, -0.5, {.ascii = true}) == "-0.50x");
    CHECK(change_amount(session_duration, 1032.8, {}) == "+17 min 13 s");
    CHECK(change_amount(session_duration, -5, {}) == "-5.0 s");
    CHECK(change_amount(nps, 0, {}) == "0.0");
    CHECK(change_number(churn, -std::numeric_limits<double>::infinity()) == "-inf");
    CHECK(change_number(churn, std::numeric_limits<double>::infinity()) == "+inf");
}
