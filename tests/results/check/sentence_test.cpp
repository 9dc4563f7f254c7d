#include "results/check/sentence.hpp"

#include <cxm/catalogue.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

sentence parsed(std::string_view text) { return parse_sentence(text, catalogue()); }

std::string respelled(std::string_view text) { return spell(parsed(text)); }

struct refusal {
    std::string what;
    std::size_t at = 0;
};

refusal refused(std::string_view text) {
    try {
        parsed(text);
    } catch (const syntax_error& e) {
        return {e.what(), e.at};
    }
    return {"nothing was wrong", 0};
}

bool says(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a sentence says a metric, a comparison and a number") {
    const sentence s = parsed("churn <= 5%");
    CHECK(s.of == &churn);
    CHECK(s.is == relation::at_most);
    CHECK(s.limit->number == 0.05);
    CHECK(s.what == figure::value);
    CHECK(s.moves == movement::none);
    CHECK_FALSE(s.needs_target());
}

TEST_CASE("an end of the interval can be meant") {
    CHECK(parsed("nps.low >= 30").what == figure::low);
    CHECK(parsed("nps.high < 30").what == figure::high);
    CHECK(parsed("nps.value != 30").what == figure::value);
}

TEST_CASE("a change says from what it is measured") {
    CHECK(parsed("churn worsens by <= 1pp vs previous").versus == baseline::previous);
    CHECK(parsed("churn improves by > 0 vs year ago").versus == baseline::year_ago);
    CHECK(parsed("nps changes by >= -3 vs target").versus == baseline::target);
    const sentence s = parsed("nps changes by >= -3 vs old/main.csv");
    CHECK(s.versus == baseline::file);
    CHECK(s.file == "old/main.csv");
    CHECK(s.limit->number == -3);
    CHECK(parsed("nps changes by >= -3 vs 'previous'").versus == baseline::file);
}

TEST_CASE("clauses stand in any order and values may be quoted") {
    const sentence s =
        parsed("churn<=5% in 2024-03 by plan, 'odd label' where country = 'New Zealand' and plan != pro");
    CHECK(s.period == "2024-03");
    CHECK(s.by == std::vector<std::string>{"plan", "odd label"});
    CHECK(s.where == parse_condition("country = 'New Zealand' and plan != 'pro'"));
}

TEST_CASE("sentences that say the same are spelled the same") {
    CHECK(respelled("churn<=0.05") == "churn <= 5%");
    CHECK(respelled(" churn  <=  5 % ") == "churn <= 5%");
    CHECK(respelled("churn worsens by<=1pp vs previous where plan='pro'") ==
          "churn worsens by <= 1pp vs previous where plan = pro");
    for (const char* text : {"nps.low >= 30 where plan = 'a b' and land != 'it''s' by x, y in 2024-Q1", "nps >= target",
                             "cac improves by >= 5% vs 'year'", "churn changes by == 0% vs year ago", "churn <= 7%"}) {
        CHECK(respelled(text) == text);
    }
}

TEST_CASE("the condition of a sentence is that of a plan, but that bare words are texts") {
    CHECK(parsed("churn <= 5% where plan in (pro, (none)) or not land is blank by x").where ==
          parse_condition("plan in ('pro', '(none)') or not land is blank"));
    CHECK(parsed("churn <= 5% where (tenure = 5 or 'not' = in) and a(b)=c(d) in 2024").where ==
          parse_condition("(tenure = '5' or \"not\" = 'in') and \"a(b)\" = 'c(d)'"));
    for (const char* text :
         {"churn <= 5% where plan in (pro, 'a)') by x", "churn <= 5% where plan = (none)",
          "churn <= 5% where (a = b or c is not blank) and not d = e and f not in (g)",
          "churn <= 5% where 'not' = x and '(a' != 'or'", "churn <= 5% where not (a = b and not (c = d or e = f))"}) {
        CHECK(respelled(text) == text);
    }
    CHECK(respelled("churn <= 5% where a = b and (c = d and (e = f))") ==
          "churn <= 5% where a = b and c = d and e = f");
    CHECK(says(refused("churn <= 5% where tenure > 12").what, "expected =, !=, 'in' or 'is blank'"));
    CHECK(refused("churn <= 5% where plan in (pro").at == 30);
}

TEST_CASE("a bare 5 for a share is refused, for nobody knows whether it is 5 % or 500 %") {
    const refusal r = refused("churn <= 5");
    CHECK(says(r.what, "write 5% or 0.05"));
    CHECK(r.at == 9);
    CHECK(says(refused("roi >= 2").what, "2 % or 200 %"));
    CHECK(says(refused("churn <= 500%").what, "within 0% and 100%"));
    CHECK(says(refused("churn <= 1").what, "write 1% or 0.01"));
    CHECK(parsed("retention >= 1.0").limit->number == 1);
    CHECK(parsed("roi >= 200%").limit->number == 2);
}

TEST_CASE("percentage points and percentages are not taken for each other") {
    CHECK(says(refused("churn <= 5pp").what, "pp measures a difference"));
    CHECK(says(refused("churn worsens by <= 0.01 vs previous").what, "write 1pp or 1%"));
    CHECK(parsed("churn worsens by <= 1% vs previous").is_relative());
    CHECK_FALSE(parsed("churn worsens by <= 1pp vs previous").is_relative());
    CHECK(says(refused("nps worsens by <= 1pp vs previous").what, "in points"));
    CHECK(says(refused("nps worsens by <= 1% vs previous").what, "in points"));
    CHECK(says(refused("nps >= 30%").what, "leave out the %"));
    CHECK(parsed("cac worsens by <= 10% vs previous").is_relative());
}

TEST_CASE("a misspelt word is refused at its place with the nearest one") {
    CHECK(says(refused("chrn <= 5%").what, "did you mean 'churn'?"));
    CHECK(says(refused("churn => 5%").what, "did you mean '>='?"));
    CHECK(refused("churn => 5%").at == 6);
    CHECK(says(refused("churn worsen by <= 1pp").what, "did you mean 'worsens'?"));
    CHECK(says(refused("churn <= 5% wher plan = pro").what, "did you mean 'where'?"));
    CHECK(refused("churn <= 5% wher plan = pro").at == 12);
    CHECK(says(refused("nps.lo >= 1").what, "did you mean 'low'?"));
}

TEST_CASE("what is missing or too much is refused") {
    for (const char* text : {"",
                             "churn",
                             "churn <=",
                             "churn <= five",
                             "churn <= 5% 6%",
                             "churn <= 0x1%",
                             "churn <= inf",
                             "churn worsens <= 1pp vs previous",
                             "churn worsens by <= 1pp",
                             "churn <= 5% vs previous",
                             "churn <= 5% where",
                             "churn <= 5% where plan",
                             "churn <= 5% where plan =",
                             "churn <= 5% by",
                             "churn <= 5% by plan,",
                             "churn <= 5% by plan, plan",
                             "churn <= 5% in 2024-13",
                             "churn <= 5% where plan = 'pro",
                             "churn <= 5% by a by b",
                             "churn <= 5% in 2024 in 2023",
                             "churn worsens by <= 1pp vs year",
                             "churn worsens by <= 1pp vs",
                             "cac.low >= 3",
                             "<= 5%"}) {
        INFO(text);
        CHECK(refused(text).what != "nothing was wrong");
    }
}

TEST_CASE("a caret stands below the place, also after wide and unsafe characters") {
    CHECK(pointed_at("churn <= 5", 9) == "    churn <= 5\n             ^");
    CHECK(pointed_at("日 x", 4) == "    日 x\n       ^");
    CHECK(pointed_at("\x1b x", 2) == "    \\u{1b} x\n           ^");
}
