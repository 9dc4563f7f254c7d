#include "results/targets.hpp"

#include <cxm/catalogue.hpp>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

/// The target of a metric without a condition, for figures of any span.
const target* plain_target(const std::vector<target>& targets, const metric& m) {
    records rows;
    rows.periods = {"launch"};
    return find_target(targets, {m, rows, 0});
}

std::string refused(std::string_view json) {
    try {
        read_targets(json, "t.json", catalogue());
    } catch (const bad_input& e) {
        return e.what();
    }
    return {};
}

}  // namespace

TEST_CASE("targets are numbers, percentages, or values with their source and date") {
    const auto all = read_targets(R"({"$schema": "x", "targets": {"nps": 50, "churn": "5%", "ctr": 0.02,
        "csat": {"value": "85%", "source": "board", "date": "2024-01"}}})",
                                  "t.json", catalogue());
    REQUIRE(all.size() == 4);
    CHECK(plain_target(all, nps)->value == 50);
    CHECK(plain_target(all, churn)->value == 0.05);
    CHECK(plain_target(all, ctr)->value == 0.02);
    CHECK(plain_target(all, csat)->source == "board");
    CHECK(plain_target(all, csat)->date == "2024-01");
    CHECK(plain_target(all, roi) == nullptr);
}

TEST_CASE("a target that can be misread or is given twice is refused with its line") {
    CHECK(refused("{\"targets\": {\n\"churn\": 5}}") ==
          "t.json:2: churn is a share, and 5 may be a percentage or a fraction; write 5% or 0.05");
    CHECK(refused(R"({"targets": {"nps": 1, "nps": 2}})") == "t.json:1: 'nps' is given twice; keep one");
    CHECK(refused(R"({"targets": {"npss": 1}})") == "t.json:1: unknown metric 'npss' (did you mean 'nps'?)");
    CHECK(refused(R"({"targets": {"nps": {"valu": 1}}})") == "t.json:1: unknown key 'valu' (did you mean 'value'?)");
    CHECK(refused(R"({"targets": {"nps": {"date": "2024"}}})") == "t.json:1: the target of nps has no \"value\"");
    CHECK(refused(R"({"targets": {"nps": "many"}})") == "t.json:1: 'many' is no number; write 50 or \"5%\"");
    CHECK_FALSE(refused(R"({"targets": {"nps": true}})").empty());
    CHECK_FALSE(refused(R"({"target": {}})").empty());
    CHECK_FALSE(refused("[]").empty());
}

namespace {

/// A month of the segment pro, a year of basic, and a month without a label.
records of_segments() {
    records rows;
    rows.periods = {"2024-01", "2024", "2024-02"};
    rows.labels = {{"segment", {"pro", "basic", ""}}};
    return rows;
}

double value_for(const std::vector<target>& targets, const records& rows, std::size_t row, bool annualise = false) {
    const target* const t = find_target(targets, {churn, rows, row, annualise});
    return t == nullptr ? -1 : t->value;
}

}  // namespace

TEST_CASE("a target with a condition goes before one without, and is for the records that meet it") {
    const auto all = read_targets(R"({"targets": {"churn": ["6%", {"value": "4%", "where": "segment = pro"}]}})",
                                  "t.json", catalogue());
    const records rows = of_segments();
    CHECK(value_for(all, rows, 0) == 0.04);
    CHECK(value_for(all, rows, 1) == 0.06);
    CHECK(value_for(all, rows, 2) == 0.06);
    const condition chosen = all[1].where;
    CHECK(find_target(all, {churn, rows, 2, false, &chosen})->value == 0.04);
}

TEST_CASE("a target for a span is for figures of that span, and for others where they are carried on") {
    const auto all = read_targets(R"({"targets": {"churn": [{"value": "30%", "per": "year"}, "4%"],
        "nps": {"value": 40, "per": "year"}}})",
                                  "t.json", catalogue());
    const records rows = of_segments();
    CHECK(value_for(all, rows, 0) == 0.04);
    CHECK(value_for(all, rows, 1) == 0.3);
    CHECK(value_for(all, rows, 0, true) == 0.3);
    CHECK(carried_over(all[0], {churn, rows, 0, true}) == 12);
    CHECK(carried_over(all[0], {churn, rows, 0}) == 0);
    CHECK(carried_over(all[0], {churn, rows, 1}) == 1);
    CHECK(carried_over(all[1], {churn, rows, 0}) == 1);
    CHECK(carried_over(all[2], {nps, rows, 0, true}) == 0);
}

TEST_CASE("bands have a good and a poor end in the metric's direction") {
    const auto all = read_targets(R"({"targets": {"csat": {"good": 0.7, "poor": "50%"}}})", "t.json", catalogue());
    CHECK(all[0].value == 0.7);
    CHECK(all[0].poor == 0.5);
    CHECK(refused(R"({"targets": {"churn": {"good": "7%", "poor": "5%"}}})") ==
          "t.json:1: good is no better than poor, as churn is better lower");
    CHECK(refused(R"({"targets": {"csat": {"good": "70%"}}})") ==
          "t.json:1: the target of csat takes both, \"good\" and \"poor\"");
    CHECK(refused(R"({"targets": {"csat": {"value": "60%", "good": "70%"}}})") ==
          "t.json:1: the target of csat has a \"value\" and bands; keep one");
}

TEST_CASE("a span that is none, a condition that is none and two targets of the same figures are refused") {
    CHECK(refused(R"({"targets": {"churn": {"value": "5%", "per": "decade"}}})") ==
          "t.json:1: per: 'decade' is not a grain: day, week, month, quarter or year");
    CHECK(refused(R"({"targets": {"churn": {"value": "5%", "where": "segment"}}})").starts_with("t.json:1: where: "));
    CHECK(refused(R"({"targets": {"churn": ["5%", {"value": "6%"}]}})") ==
          "t.json:1: a target of churn for the same figures stands above; give them \"per\" or \"where\"");
}
