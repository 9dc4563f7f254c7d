#include "results/check/judge.hpp"

#include <cxm/catalogue.hpp>
#include <limits>

#include "catch.hpp"

using namespace cxm;

namespace {

rule a_rule(const std::string& text) { return rule_of(text, catalogue()); }

/// A finding of a value with an interval and n, judged.
finding judged(const rule& r, double value, std::optional<interval> limits, double n = 100) {
    finding f;
    f.of = &r;
    f.judged.comes_to = {status::ok, value, 0};
    f.judged.limits = limits;
    f.judged.n = n;
    f.limit = r.says.limit->number;
    judge(f);
    return f;
}

interval from_to(double low, double high) { return {low, high, 0.95, "wilson"}; }

}  // namespace

TEST_CASE("the six comparisons hold as they read") {
    CHECK(holds(relation::less, 1, 2));
    CHECK_FALSE(holds(relation::less, 2, 2));
    CHECK(holds(relation::at_most, 2, 2));
    CHECK_FALSE(holds(relation::at_most, 3, 2));
    CHECK(holds(relation::more, 3, 2));
    CHECK_FALSE(holds(relation::more, 2, 2));
    CHECK(holds(relation::at_least, 2, 2));
    CHECK_FALSE(holds(relation::at_least, 1, 2));
    CHECK(holds(relation::equal, 2, 2));
    CHECK_FALSE(holds(relation::equal, 2, 3));
    CHECK(holds(relation::unequal, 2, 3));
    CHECK_FALSE(holds(relation::unequal, 2, 2));
}

TEST_CASE("the rounding of a difference does not fail a check that it meets") {
    // 0.05 - 0.04 is a little more than 0.01.
    REQUIRE(0.05 - 0.04 > 0.01);
    CHECK(holds(relation::at_most, 0.05 - 0.04, 0.01, 0.05));
    CHECK_FALSE(holds(relation::more, 0.05 - 0.04, 0.01, 0.05));
    CHECK(holds(relation::more, 0.010001, 0.01, 0.05));
    CHECK_FALSE(holds(relation::at_most, std::numeric_limits<double>::infinity(), 0.01));
}

TEST_CASE("a value is judged by itself unless the rule asks for more") {
    const rule r = a_rule("churn <= 5%");
    CHECK(judged(r, 0.05, from_to(0.03, 0.08)).is == check_verdict::pass);
    CHECK(judged(r, 0.06, from_to(0.03, 0.08)).is == check_verdict::fail);
}

TEST_CASE("confident asks for the whole interval: pass, fail or undecided") {
    rule r = a_rule("churn <= 5%");
    r.confident = true;
    CHECK(judged(r, 0.04, from_to(0.03, 0.05)).is == check_verdict::pass);
    CHECK(judged(r, 0.04, from_to(0.03, 0.06)).is == check_verdict::undecided);
    CHECK(judged(r, 0.06, from_to(0.04, 0.08)).is == check_verdict::undecided);
    CHECK(judged(r, 0.07, from_to(0.06, 0.08)).is == check_verdict::fail);
    CHECK(judged(r, 0.07, std::nullopt).is == check_verdict::fail);
    CHECK(judged(r, 0.04, std::nullopt).is == check_verdict::undecided);
}

TEST_CASE("confident equality can be refuted, and inequality shown") {
    rule equal = a_rule("nps == 30");
    rule unequal = a_rule("nps != 30");
    equal.confident = unequal.confident = true;
    CHECK(judged(equal, 30, from_to(25, 35)).is == check_verdict::undecided);
    CHECK(judged(equal, 40, from_to(35, 45)).is == check_verdict::fail);
    CHECK(judged(unequal, 40, from_to(35, 45)).is == check_verdict::pass);
    CHECK(judged(unequal, 30, from_to(25, 35)).is == check_verdict::undecided);
    CHECK(judged(equal, 30, from_to(30, 30)).is == check_verdict::pass);
    CHECK(judged(unequal, 30, from_to(30, 30)).is == check_verdict::fail);
}

TEST_CASE("the ends of the interval can be held against the limit") {
    CHECK(judged(a_rule("nps.low >= 30"), 40, from_to(31, 49)).is == check_verdict::pass);
    CHECK(judged(a_rule("nps.low >= 30"), 40, from_to(29, 49)).is == check_verdict::fail);
    CHECK(judged(a_rule("nps.high >= 30"), 25, from_to(20, 31)).is == check_verdict::pass);
    const rule r = a_rule("nps.low >= 30");
    const finding f = judged(r, 40, std::nullopt);
    CHECK(f.is == check_verdict::fail);
    CHECK_FALSE(f.judged.comes_to.ok());
}

TEST_CASE("with too few counted a rule is undecided, whatever the value") {
    rule r = a_rule("churn <= 5%");
    r.min_n = 30;
    CHECK(judged(r, 0.5, from_to(0.3, 0.7), 29).is == check_verdict::undecided);
    CHECK(judged(r, 0.01, from_to(0, 0.02), 29).reason == "n 29 is below min_n 30");
    CHECK(judged(r, 0.5, from_to(0.3, 0.7), 30).is == check_verdict::fail);
    CHECK(judged(r, 0.01, from_to(0, 0.02), not_given).is == check_verdict::undecided);
}

TEST_CASE("what is absent is never a pass") {
    rule r = a_rule("churn <= 5%");
    finding f;
    f.of = &r;
    set_missing(f, "gone");
    CHECK(f.is == check_verdict::fail);
    r.level = rule::severity::warn;
    set_missing(f, "gone");
    CHECK(f.is == check_verdict::warn);
    r.skip_missing = true;
    set_missing(f, "gone");
    CHECK(f.is == check_verdict::no_data);
    CHECK(f.reason == "gone");
}
