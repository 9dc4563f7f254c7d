#include "write/json/report.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "write/json/string.hpp"
#include "write/sample_report.hpp"

using namespace cxm;
using nlohmann::json;

namespace {

std::string written(const report& r, bool all) {
    std::string out = json_head(r.options.level, r.rows.currency);
    append_json(out, r, true, all);
    return out.append(json_tail());
}

}  // namespace

TEST_CASE("A metric on its own is one JSON object a line") {
    result r = sample::value(nps, 40, 32.77, 46.75, 500);
    r.limits->method = "adjusted-wald";
    CHECK(json_one(r, {}, "EUR") ==
          R"({"metric":"nps","value":40.0,"unit":"points","status":"ok","low":32.77,"high":46.75,"level":0.95,)"
          R"("method":"adjusted-wald","n":500})"
          "\n");
    CHECK(json_one(sample::from(churn, {0, 0}), {}, "") ==
          R"({"metric":"churn","value":null,"unit":"share","status":"undefined","reason":"customers_start is 0"})"
          "\n");
    CHECK(json_one(sample::from(churn, {5, not_given}), {}, "") ==
          R"({"metric":"churn","value":null,"unit":"share","status":"missing","reason":"customers_start is missing"})"
          "\n");
}

TEST_CASE("A note and a currency are fields of their own, and no upper limit is null") {
    result r = sample::value(cac, 12.5);
    r.note = "gross: not incremental";
    CHECK(json_one(r, {}, "EUR") ==
          R"({"metric":"cac","value":12.5,"unit":"money","status":"ok","no_interval":"no reference group",)"
          R"("note":"gross: not incremental","currency":"EUR"})"
          "\n");
    const result open = sample::value(engagement, 0.5, 0.25, std::numeric_limits<double>::infinity(), 10);
    CHECK(json::parse(json_one(open, {}, ""))["high"].is_null());
}

TEST_CASE("A report in parts is one JSON document, a record a line") {
    sample::builder one({&churn, &csat}, {"segment"});
    one.add("2024-01", {"pro"}, {sample::value(churn, 0.1, 0.083, 0.12, 1000), sample::nothing(csat)});
    sample::builder other({&churn, &csat}, {"segment"});
    other.add("", {nullptr}, {sample::from(churn, {0, 0}), sample::value(csat, 0.5)});
    std::string out = json_head(0.95, "");
    append_json(out, one.made(), true, false);
    append_json(out, other.made(), false, false);
    out += json_tail();
    CHECK(
        out ==
        R"({"schema":"cxm.report/1","level":0.95,"records":[)"
        "\n"
        R"({"period":"2024-01","labels":{"segment":"pro"},"metrics":{"churn":{"value":0.1,"unit":"share","status":"ok",)"
        R"("low":0.083,"high":0.12,"method":"wilson","n":1000}}},)"
        "\n"
        R"({"labels":{},"metrics":{"churn":{"value":null,"unit":"share","status":"undefined",)"
        R"("reason":"customers_start is 0"},"csat":{"value":0.5,"unit":"share","status":"ok"}}})"
        "\n]}\n");
    CHECK(json::parse(out)["records"].size() == 2);
}

TEST_CASE("Missing metrics are in a JSON report where all are asked for") {
    sample::builder b({&csat}, {});
    b.add("2024", {}, {sample::nothing(csat)});
    CHECK(json::parse(written(b.made(), false))["records"][0]["metrics"].empty());
    CHECK(json::parse(written(b.made(), true))["records"][0]["metrics"]["csat"]["status"] == "missing");
}

TEST_CASE("A report without records is a JSON document too") {
    sample::builder b({&csat}, {});
    CHECK(json::parse(written(b.made(), false))["records"].empty());
}

TEST_CASE("NDJSON has the records of the report, one a line") {
    sample::builder b({&nps}, {});
    b.add("2024-01", {}, {sample::value(nps, 1)}).add("2024-02", {}, {sample::value(nps, 2)});
    b.made().rows.partial = {false, true};
    std::string out;
    append_ndjson(out, b.made(), false);
    CHECK(
        out ==
        R"({"period":"2024-01","labels":{},"metrics":{"nps":{"value":1.0,"unit":"points","status":"ok"}}})"
        "\n"
        R"({"period":"2024-02","labels":{},"complete":false,"metrics":{"nps":{"value":2.0,"unit":"points","status":"ok"}}})"
        "\n");
}

TEST_CASE("Any text comes back from JSON as it was, and broken UTF-8 as U+FFFD") {
    const std::string text = std::string("\"quoted\\ \n\r\t\b\x01\x7f 日本 🎉 <b>") + '\0' + "end";
    std::string out;
    append_json_string(out, text);
    CHECK(json::parse(out).get<std::string>() == text);
    out.clear();
    append_json_string(out, "a\xff z\xc3");
    CHECK(json::parse(out).get<std::string>() == "a\xef\xbf\xbd z\xef\xbf\xbd");
}

TEST_CASE("Values come back from JSON bit for bit") {
    std::mt19937_64 random(11);
    sample::builder b({&nps}, {});
    std::vector<double> values;
    while (values.size() < 2000) {
        const double value = std::bit_cast<double>(random());
        if (std::isfinite(value)) {
            values.push_back(value);
            b.add("", {}, {sample::value(nps, value)});
        }
    }
    const json all = json::parse(written(b.made(), false));
    int wrong = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const json& read = all["records"][i]["metrics"]["nps"]["value"];
        wrong += read.is_number_float() && read.get<double>() == values[i] ? 0 : 1;
    }
    CHECK(wrong == 0);
}
