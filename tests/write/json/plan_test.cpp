#include "write/json/plan.hpp"

#include "catch.hpp"

using namespace cxm;

namespace {

constexpr std::string_view whole = R"({
  "period": {"column": "answered_at", "grain": "month"}, "date_format": "%d/%m/%Y",
  "by": ["plan", {"label": "land", "column": "Country Name"}],
  "where": "status = 'complete'", "blank": ["N/A", {"column": "rating", "text": "0"}],
  "surveys": {"nps": "score", "csat": {"column": "rating", "scale": "1..5"}, "ces": {"column": "effort", "scale": "1..9"}},
  "measures": {"revenue": "sum spend", "customers_active": "distinct customer_id"},
  "subscriptions": {"start": "signup_date", "end": "cancel_date"}})";

}  // namespace

TEST_CASE("a plan written out reads back the same") {
    const plan p = parse_plan(whole, "plan.json");
    CHECK(parse_plan(spell(p), "again") == p);
    const plan cut = parse_plan(R"({"surveys": {"nps": {"column": "s", "scale": "1..5", "cuts": [4, 5]}}})", "f");
    CHECK(parse_plan(spell(cut), "again") == cut);
    CHECK_NOTHROW(validate(cut, catalogue()));
    plan stays;
    add_period(stays, ":quarter");
    add_subscriptions(stays, "a,b");
    CHECK(parse_plan(spell(stays), "again") == stays);
}
