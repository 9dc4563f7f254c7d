#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "reference/cases.hpp"
#include "run/program.hpp"

namespace {

using rc = reference_case;
using words = std::vector<std::string>;
using nlohmann::json;

std::string method_of(const rc& c) {
    std::string method = c.has_input("method") ? c.text("method") : "";
    std::replace(method.begin(), method.end(), '_', '-');
    return method;
}

/// What the command line would be: the metric, a flag for each input, the histogram as one.
words command_of(const rc& c, const std::string& metric, const std::map<std::string, std::string>& flags) {
    words command = {metric, "--json"};
    for (const auto& [input, flag] : flags) {
        command.push_back("--" + flag);
        command.push_back(c.written(input.c_str()));
    }
    if (c.has_input("counts")) {
        const std::string list = c.written("counts");
        command.insert(command.end(), {"--histogram", list.substr(1, list.size() - 2)});
    }
    if (c.has_input("conf")) {
        command.insert(command.end(), {"--level", c.written("conf")});
    }
    if (c.has_input("method")) {
        command.insert(command.end(), {"--interval", method_of(c)});
    }
    return command;
}

void check_result(rc& c, const json& result, const std::string& field) {
    CHECK(result.at("status") == c.status());
    if (c.status() == "undefined") {
        CHECK(result.at("value").is_null());
        CHECK(result.at("reason").get<std::string>() != "");
        return;
    }
    c.check(field, result.at("value"));
    if (c.has("lower")) {
        c.check("lower", result.at("low"));
        c.check("upper", result.at("high"));
    }
}

void check_command(rc c, const std::string& field, const words& command) {
    INFO(c.id());
    const ran made = run_program(command);
    if (c.status() == "error") {
        CHECK(made.code == 3);
        CHECK(made.out.empty());
        CHECK_FALSE(made.err.empty());
        return;
    }
    REQUIRE(made.code == 0);
    CHECK(made.err.empty());
    check_result(c, json::parse(made.out), field);
}

struct route {
    std::string metric;
    std::string field;                         ///< the reference's name of the value
    std::map<std::string, std::string> flags;  ///< by the reference's name of the input
};

const std::map<std::string, std::string> nps_flags = {
    {"promoters", "promoters"}, {"passives", "passives"}, {"detractors", "detractors"}};

const std::map<std::string, std::string> rox_flags = {{"cost", "experience-cost"},
                                                      {"exposed", "experience-customers"},
                                                      {"converted_exposed", "experience-conversions"},
                                                      {"liked_exposed", "experience-stayed"},
                                                      {"reference", "reference-customers"},
                                                      {"converted_reference", "reference-conversions"},
                                                      {"liked_reference", "reference-stayed"},
                                                      {"value_per_conversion", "conversion-value"},
                                                      {"value_per_like", "stay-value"},
                                                      {"mentions_positive", "mentions-positive"},
                                                      {"mentions_negative", "mentions-negative"},
                                                      {"value_per_mention", "mention-value"},
                                                      {"growth_company", "company-growth"},
                                                      {"growth_market", "market-growth"}};

const std::map<std::string, route> routes = {
    {"proportion_ci", {"conversion", "estimate", {{"x", "conversions"}, {"n", "visitors"}}}},
    {"churn", {"churn", "rate", {{"start", "start"}, {"lost", "lost"}}}},
    {"retention", {"retention", "rate", {{"start", "customers-start"}, {"end", "end"}, {"new", "new"}}}},
    {"ctr", {"ctr", "rate", {{"clicks", "clicks"}, {"impressions", "impressions"}}}},
    {"conversion", {"conversion", "rate", {{"conversions", "conversions"}, {"visitors", "visitors"}}}},
    {"return_rate", {"return-rate", "rate", {{"returned", "items-returned"}, {"sold", "items-sold"}}}},
    {"repeat_purchase", {"repeat-purchase", "rate", {{"returning", "returning"}, {"customers", "active"}}}},
    {"csat", {"csat", "rate", {}}},
    {"mean_score", {"ces", "mean", {}}},
    {"nps", {"nps", "nps", nps_flags}},
    {"nps_histogram", {"nps", "nps", {}}},
    {"cac", {"cac", "cac", {{"spend", "acquisition-cost"}, {"new_customers", "new"}}}},
    {"roi", {"roi", "roi", {{"gain", "gain"}, {"cost", "cost"}}}},
    {"rox", {"rox", "rox", rox_flags}},
};

/// The records of a case as CSV.
std::string csv_of(const std::string& header, const json& rows) {
    std::string text = header + "\n";
    int month = 0;
    for (const json& row : rows) {
        const std::string list = row.dump();
        text += "2024-0" + std::to_string(++month) + "," + list.substr(1, list.size() - 2) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("the commands give the answers of the reference") {
    int asked = 0;
    for (const reference_case& c : reference_cases()) {
        if (const auto at = routes.find(c.operation()); at != routes.end()) {
            const route& r = at->second;
            check_command(c, r.field, command_of(c, r.metric, r.flags));
            ++asked;
        }
    }
    CHECK(asked >= 31);
}

TEST_CASE("the commands give the values of a customer that the reference has") {
    for (const reference_case& c : reference_cases()) {
        const auto text = [&](const char* input) { return c.written(input); };
        if (c.operation() == "clv_simple") {
            check_command(c, "clv",
                          {"clv", "--json", "--purchase-value", text("value"), "--purchases-per-year",
                           text("frequency"), "--lifespan-years", text("lifespan")});
        } else if (c.operation() == "clv_perpetuity" && c.text("convention") == "first_at_start") {
            check_command(c, "clv",
                          {"clv-margin", "--json", "--margin-per-year", text("margin"), "--retention-per-year",
                           text("retention"), "--discount-per-year", text("discount")});
        } else if (c.operation() == "clv_from_churn") {
            check_command(c, "clv",
                          {"clv-observed", "--json", "--revenue", json(c["margin"] * c["start"]).dump(), "--active",
                           text("start"), "--start", text("start"), "--lost", text("lost")});
        } else if (c.operation() == "engagement") {
            check_command(c, "rate",
                          {"engagement", "--json", "--likes", text("interactions"), "--shares", "0", "--comments", "0",
                           "--followers", text("followers")});
        }
    }
}

TEST_CASE("the report rolls periods up as the reference does") {
    for (reference_case c : reference_cases()) {
        if (c.operation() != "rollup_periods") {
            continue;
        }
        INFO(c.id());
        json rows = json::array();
        for (const auto& p : c.rows("periods")) {
            rows.push_back({p.at("start"), p.at("new"), p.at("lost"), p.at("end")});
        }
        const scratch_file file("periods.csv",
                                csv_of("period,customers_start,customers_new,customers_lost,customers_end", rows));
        const ran made = run_program({"report", file.path(), "--every", "quarter", "--strict", "--json"});
        if (c.status() == "error") {
            CHECK(made.code == 3);
            CHECK(made.out.empty());
            CHECK(made.err.find("115") != std::string::npos);
            continue;
        }
        REQUIRE(made.code == 0);
        const json metrics = json::parse(made.out).at("records").at(0).at("metrics");
        c.check("chain_retention", metrics.at("retention").at("value"));
        c.check("retention_lower", metrics.at("retention").at("low"));
        c.check("retention_upper", metrics.at("retention").at("high"));
        c.check("chain_churn", metrics.at("churn").at("value"));
        c.check("growth_rate", metrics.at("customer_growth").at("value"));
    }
}

TEST_CASE("the report pools segments as the reference does") {
    for (reference_case c : reference_cases()) {
        const bool answers = c.operation() == "rollup_nps";
        if (!answers && c.operation() != "rollup_rate") {
            continue;
        }
        INFO(c.id());
        std::string text = answers ? "segment,promoters,passives,detractors\n" : "segment,conversions,visitors\n";
        char segment = 'a';
        for (const auto& counts : c.lists("segments")) {
            const std::string list = json(counts).dump();
            text += segment++ + ("," + list.substr(1, list.size() - 2)) + "\n";
        }
        const scratch_file file("segments.csv", text);
        const std::string metric = answers ? "nps" : "conversion";
        const ran made = run_program({"report", file.path(), "--total", "--json", "--metric", metric});
        REQUIRE(made.code == 0);
        check_result(c, json::parse(made.out).at("records").at(0).at("metrics").at(metric), answers ? "nps" : "rate");
    }
}
