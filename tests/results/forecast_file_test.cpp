#include "results/forecast_file.hpp"

#include <string>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

std::string forecast_of(const std::string& records) {
    return R"({"schema":"cxm.forecast/1","command":"project","level":0.9,"records":[)" + records + "]}";
}

}  // namespace

TEST_CASE("a forecast is read back with limits, n, level and reasons, a record each") {
    const std::string text = forecast_of(
        R"({"labels":{},"metrics":{"expected_lifetime":{"value":6.5,"unit":"count","status":"ok","low":6,"high":7,"level":0.9,"method":"delta-log","n":1000}}},)"
        R"({"labels":{"age":"1"},"metrics":{"risk":{"value":null,"unit":"share","status":"undefined","reason":"nobody decides"}}})");
    const forecast_file file = read_forecast(text, "f.json");
    const metric* const lifetime = file.find("expected_lifetime");
    REQUIRE(lifetime != nullptr);
    const report of = file.report_of({lifetime});
    REQUIRE(of.results.size() == 1);
    CHECK(of.results[0].comes_to.value == 6.5);
    CHECK(of.results[0].limits->low == 6);
    CHECK(of.results[0].limits->level == 0.9);
    CHECK(of.results[0].n == 1000);
    const report risks = file.report_of({file.find("risk")});
    CHECK(why_no_value(risks.results[0]) == "nobody decides");
    CHECK(risks.rows.labels[0].values[0] == "1");
    CHECK(file.find("risk")->better == good::lower);
    CHECK(file.find("churn") == nullptr);
}

TEST_CASE("what is no forecast is refused") {
    const auto refused = [](const std::string& text) {
        INFO(text);
        CHECK_THROWS_AS(read_forecast(text, "f.json"), bad_input);
    };
    refused("{}");
    refused(R"({"schema":"cxm.report/1","records":[]})");
    refused(R"({"schema":"cxm.forecast/1"})");
    refused(forecast_of(R"({"labels":{}})"));
    refused(forecast_of(R"({"metrics":{"a":{"value":"5"}}})"));
    refused(forecast_of(R"({"metrics":{"a":{"value":5,"low":4}}})"));
    refused(forecast_of(R"({"metrics":{"a":{"value":5,"low":6,"high":7}}})"));
    refused(forecast_of(R"({"metrics":{"a":{"low":6,"high":7}}})"));
    refused(forecast_of(R"({"metrics":{"a":{"value":5}}},{"metrics":{"a":{"value":6}}})"));
    refused(forecast_of(R"({"metrics":{"a":{"value":5,"unit":"money"}}},{"period":"b","metrics":{"a":{"value":6}}})"));
}
