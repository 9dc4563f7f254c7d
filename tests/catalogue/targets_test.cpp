#include "catalogue/targets.hpp"

#include <cxm/catalogue.hpp>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

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
    CHECK(find_target(all, nps)->value == 50);
    CHECK(find_target(all, churn)->value == 0.05);
    CHECK(find_target(all, ctr)->value == 0.02);
    CHECK(find_target(all, csat)->source == "board");
    CHECK(find_target(all, csat)->date == "2024-01");
    CHECK(find_target(all, roi) == nullptr);
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
