#include "plan/plan.hpp"

#include <string>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

std::string fault(std::string_view json) {
    try {
        const plan p = parse_plan(json, "plan.json");
        validate(p, catalogue());
    } catch (const bad_usage& found) {
        return found.what();
    }
    return "";
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr std::string_view whole = R"({
  "period": {"column": "answered_at", "grain": "month"}, "date_format": "%d/%m/%Y",
  "by": ["plan", {"label": "land", "column": "Country Name"}],
  "where": "status = 'complete'",
  "surveys": {"nps": "score", "csat": {"column": "rating", "scale": "1..5"}, "ces": {"column": "effort", "scale": "1..9"}},
  "measures": {"revenue": "sum spend", "customers_active": "distinct customer_id"},
  "subscriptions": {"start": "signup_date", "end": "cancel_date"}})";

}  // namespace

TEST_CASE("a plan file and flags make the same plan") {
    plan p;
    add_period(p, "answered_at:month");
    set_date_format(p, "%d/%m/%Y");
    add_label(p, "plan");
    add_label(p, "land=Country Name");
    add_where(p, "status = 'complete'");
    add_survey(p, survey_kinds[0], "score");
    add_survey(p, survey_kinds[1], "rating:1..5");
    add_survey(p, survey_kinds[2], "effort:1..9");
    add_measure(p, "revenue=sum spend");
    add_measure(p, "customers_active=distinct customer_id");
    add_subscriptions(p, "signup_date,cancel_date");
    CHECK(p == parse_plan(whole, "plan.json"));
    CHECK_NOTHROW(validate(p, catalogue()));
}

TEST_CASE("a faulty plan file is refused with its place and the nearest name") {
    CHECK(contains(fault(R"({"survys": {}})"), "plan.json:1: survys: is no part of a plan (did you mean 'surveys'?)"));
    CHECK(contains(fault(R"({"surveys": {"nsp": "a"}})"), "surveys.nsp: is no part of a plan (did you mean 'nps'?)"));
    CHECK(contains(fault(R"({"where": "a = 1", "where": "b = 1"})"), "plan.json:1: 'where' is given twice"));
    CHECK(contains(fault("{\n \"by\": [,]}"), "plan.json:2: no JSON at"));
    CHECK(contains(fault(R"({"measures": {"revenue": "sum"}})"), "measures.revenue: 'sum' at byte 4"));
    CHECK(
        contains(fault(R"({"measures": {"revenu": "sum a"}})"), "'revenu' is not a measure (did you mean 'revenue'?)"));
    CHECK(contains(fault(R"({"surveys": {"nps": "a"}, "measures": {"promoters": "count"}})"),
                   "promoters has two sources: the nps survey and an expression"));
    CHECK(contains(fault(R"({"period": {"column": "a", "grain": "moth"}})"), "did you mean 'month'?"));
    CHECK(contains(fault(R"({"surveys": {"csat": {"column": "a", "scale": "5"}}})"), "'5' is not a scale"));
    CHECK(contains(fault(R"({"surveys": {"nps": {"column": "a", "scale": "1..5"}}})"), "needs cuts"));
    CHECK(contains(fault(R"({"surveys": {"nps": "a"}, "by": ["clicks"]})"), "cannot be called 'clicks'"));
    CHECK(contains(fault(R"({"surveys": {"nps": 5}})"), "must be an object"));
    CHECK(contains(fault("[]"), "must be an object"));
    CHECK(contains(fault("{}"), "counts nothing"));
    CHECK(contains(fault(std::string(100000, '[')), "plan.json:1: nested deeper"));
    CHECK(contains(fault(std::string("{}\0x", 4)), "NUL"));
    CHECK(contains(fault(R"({"subscriptions": {"start": "a", "end": "b"}})"), "need periods"));
    CHECK(contains(fault(R"({"date_format": "%d/%m"})"), "must hold a day, a month and a year"));
}

TEST_CASE("flags that make no sense are refused") {
    plan p;
    CHECK_THROWS_AS(add_period(p, "a:monht"), bad_usage);
    CHECK_THROWS_AS(add_measure(p, "revenue"), bad_usage);
    CHECK_THROWS_AS(add_measure(p, "=count"), bad_usage);
    CHECK_THROWS_AS(add_survey(p, survey_kinds[1], "a:5..5"), bad_usage);
    CHECK_THROWS_AS(add_subscriptions(p, "a"), bad_usage);
    CHECK_THROWS_AS(add_label(p, "x="), bad_usage);
    add_survey(p, survey_kinds[0], "score");
    CHECK_THROWS_AS(add_survey(p, survey_kinds[0], "other"), bad_usage);
    add_where(p, "a = 1 or b = 2");
    add_where(p, "c = 3");
    CHECK(p.where.text == "(a = 1 or b = 2) and (c = 3)");
    add_period(p, "when:day");
    CHECK_THROWS_AS(add_period(p, "then:day"), bad_usage);
}

TEST_CASE("a text may say nothing in one column alone, in flags and in a file") {
    plan p;
    add_survey(p, survey_kinds[1], "rating");
    add_blank(p, "N/A");
    add_blank(p, "rating=0");
    CHECK(p.blanks == std::vector<blank_text>{{"N/A"}, {"0", "rating"}});
    CHECK(says_nothing(p.blanks, "rating", "0"));
    CHECK(!says_nothing(p.blanks, "effort", "0"));
    CHECK(says_nothing(p.blanks, "effort", "N/A"));
    CHECK_THROWS_AS(add_blank(p, "rating="), bad_usage);
    CHECK_THROWS_AS(parse_plan(R"({"blank": {"column": "rating"}, "surveys": {"csat": "rating"}})", "p"), bad_usage);
}

TEST_CASE("answers are said in words, in flags from the best on and in plans by their numbers") {
    plan flags;
    add_survey(flags, survey_kinds[1], "How was it?: rating:good, great|bad");
    const plan::survey& said = flags.surveys[0];
    CHECK(said.column == "How was it?: rating");
    CHECK((said.low == 0 && said.high == 1 && top_from(said) == 1));
    CHECK(said.answers == std::vector<plan::answer>{{"good", 1}, {"great", 1}, {"bad", 0}});
    CHECK(figures_of(said).size() == 2);
    const plan file = parse_plan(
        R"({"surveys": {"csat": {"column": "How was it?: rating", "answers": {"good": 1, "great": 1, "bad": 0}}}})",
        "p");
    CHECK(file == flags);
    plan five;
    add_survey(five, survey_kinds[1], "a:A|B|C|D|E");
    CHECK((five.surveys[0].low == 1 && five.surveys[0].high == 5 && top_from(five.surveys[0]) == 4));
    CHECK(figures_of(five.surveys[0]).size() == 4);
    plan nps;
    add_survey(nps, survey_kinds[0], "a:yes|maybe|no");
    CHECK((top_from(nps.surveys[0]) == 2 && middle_from(nps.surveys[0]) == 1));
    plan none;
    CHECK_THROWS_AS(add_survey(none, survey_kinds[0], "a:yes|no"), bad_usage);
    CHECK_THROWS_AS(add_survey(none, survey_kinds[1], "a:yes|"), bad_usage);
    for (const char* answers : {R"({"good": 1})", R"({"good": 1, "bad": 1})", R"({"good": 1.5, "bad": 0})", "{}"}) {
        INFO(answers);
        CHECK_THROWS_AS(
            parse_plan(R"({"surveys": {"csat": {"column": "a", "answers": )" + std::string(answers) + "}}}", "p"),
            bad_usage);
    }
}

TEST_CASE("a scale that is said from its highest number down has the lowest for its best answer") {
    plan p;
    add_survey(p, survey_kinds[1], "grade:6..1");
    CHECK((p.surveys[0].low == 1 && p.surveys[0].high == 6 && p.surveys[0].reversed));
}
