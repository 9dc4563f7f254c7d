#include <string>

#include <cxm/catalogue.hpp>
#include <cxm/spell.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

std::string refusal_of(const std::string& text) {
    catalogue known;
    try {
        known.define(text);
    } catch (const bad_usage& refused) {
        return refused.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a name says its unit and its rule over time in any order") {
    const own_name name = parse_own_name("mrr_start:money:opening");
    CHECK(name == own_name{"mrr_start", unit::money, over_time::opening});
    CHECK(spell(name) == "mrr_start:opening:money");
    CHECK_FALSE(parse_own_name("mrr_start").says_more());
    CHECK_THROWS_AS(parse_own_name("mrr_start:opening:closing"), bad_usage);
    CHECK_THROWS_AS(parse_own_name("mrr_start:"), bad_usage);
    CHECK_THROWS_AS(parse_own_name("mrr_start:alone"), bad_usage);
}

TEST_CASE("a measure of one's own is known like ours, and once") {
    catalogue known;
    known.declare({"mrr_start", unit::money, over_time::opening}, unit::number, over_time::unsaid);
    REQUIRE(known.find_measure("mrr_start") != nullptr);
    CHECK(known.find_measure("mrr_start")->joins == over_time::opening);
    CHECK(known.find_level_typed("mrr-start")->shown == as::money);
    CHECK_THROWS_AS(known.declare({"mrr_start", {}, {}}, unit::number, over_time::unsaid), bad_usage);
    CHECK_THROWS_AS(known.declare({"revenue", {}, over_time::flow}, unit::number, over_time::unsaid), bad_usage);
    CHECK_THROWS_AS(known.declare({"churn", {}, over_time::flow}, unit::number, over_time::unsaid), bad_usage);
    CHECK_THROWS_AS(known.declare({"period", {}, over_time::flow}, unit::number, over_time::unsaid), bad_usage);
}

TEST_CASE("a metric in a line is shown as what it comes to, unless it says") {
    catalogue known;
    known.define("arpu = revenue / customers_start");
    CHECK(known.find_metric("arpu")->shown == as::money);
    CHECK(known.find_metric("arpu")->better == good::higher);
    known.define("load:rate:lower=tickets / transactions");
    CHECK(known.find_metric("load")->shown == as::rate);
    CHECK(known.find_metric("load")->better == good::lower);
    known.define("twice = 2 * arpu");
    CHECK(spell(known.find_metric("twice")->value) == "2 * revenue / customers_start");
    known.define("open_tickets = tickets - tickets_resolved");
    CHECK(known.find_metric("open_tickets")->shown == as::count);
}

TEST_CASE("a metric in a line that makes no sense is refused with the reason") {
    CHECK(refusal_of("arpu = revenu / tickets").find("did you mean 'revenue'?") != std::string::npos);
    CHECK(refusal_of("arpu = revenue + tickets").find("cannot add things to money") != std::string::npos);
    CHECK(refusal_of("arpu:rate:share = tickets / transactions").find("twice") != std::string::npos);
    CHECK(refusal_of("arpu:sum = tickets / transactions").find("unknown unit 'sum'") != std::string::npos);
    CHECK(refusal_of("churn = tickets / transactions").find("is taken") != std::string::npos);
    CHECK_FALSE(refusal_of("arpu =").empty());
    CHECK_FALSE(refusal_of("= revenue").empty());
}

TEST_CASE("keys of ours that were added later give way to the user's own, with what reads them") {
    catalogue known;
    known.declare({"expenses", {}, over_time::flow}, unit::money, over_time::unsaid);
    CHECK(known.find_measure("expenses") != &expenses);
    CHECK(known.find_metric("profit") == nullptr);
    REQUIRE(known.notes().size() == 1);
    CHECK(known.notes()[0].find("profit") != std::string::npos);
    known.define("refund_rate:ratio = revenue / support_cost");
    CHECK(known.find_metric("refund_rate")->shown == as::ratio);
    CHECK(known.notes().size() == 2);
}

TEST_CASE("the level of a count is better where the share made of it is") {
    const catalogue known;
    CHECK(known.find_level_typed("customers_lost")->better == good::lower);
    CHECK(known.find_level_typed("tickets")->better == good::lower);
    CHECK(known.find_level_typed("clicks")->better == good::higher);
    CHECK(known.find_level_typed("csat_points_squared") == nullptr);
    CHECK(known.find_level_typed("churn") == &churn);
}
