#include <string>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "reference/cases.hpp"
#include "run/program.hpp"

// What the reference has of planning and of tests judged together, asked of the commands.

namespace {

using nlohmann::json;
using words = std::vector<std::string>;

json answer(const words& command) {
    const ran made = run_program(command);
    INFO(made.err);
    REQUIRE(made.code == 0);
    return json::parse(made.out);
}

/// How the reference calls a convention, and how the program does.
std::string payments_of(const reference_case& c) {
    const std::string convention = c.text("convention");
    return convention == "first_at_start" ? "start" : convention == "renewals_only" ? "renewals" : "end";
}

words lifetime_of(const reference_case& c) {
    return {"clv-margin",           "--json",
            "--margin-per-year",    c.written("margin"),
            "--retention-per-year", c.written("retention"),
            "--discount-per-year",  c.written("discount"),
            "--payments",           payments_of(c)};
}

}  // namespace

TEST_CASE("clv_margin has the three conventions of payment and the horizon of the reference") {
    int asked = 0;
    for (reference_case c : reference_cases()) {
        words command = c.operation().starts_with("clv_") && c.has_input("convention") ? lifetime_of(c) : words();
        if (command.empty()) {
            continue;
        }
        if (c.has_input("periods")) {
            command.insert(command.end(), {"--horizon", c.written("periods"), "--growth", c.written("growth")});
        }
        INFO(c.id());
        const json made = answer(command);
        CHECK(made.at("status") == c.status());
        if (c.status() == "ok") {
            c.check("clv", made.at("value"));
        }
        ++asked;
    }
    CHECK(asked >= 4);
}

TEST_CASE("payback takes the periods of the reference") {
    for (reference_case c : reference_cases()) {
        if (c.operation() == "payback") {
            INFO(c.id());
            c.check("periods", answer({"payback", "--json", "--cac", c.written("cac"), "--margin", c.written("margin"),
                                       "--retention", c.written("retention")})
                                   .at("periods"));
        }
    }
}

TEST_CASE("adjust judges p-values together as the reference does") {
    int asked = 0;
    for (reference_case c : reference_cases()) {
        if (c.operation() != "p_adjust") {
            continue;
        }
        INFO(c.id());
        words command = {"adjust", "--json", "--method", c.text("method") == "holm" ? "holm" : "bh"};
        for (const auto& p : c.inputs().at("p")) {
            command.push_back(p.dump());
        }
        const json made = answer(command);
        json adjusted = json::array();
        for (const auto& value : made.at("values")) {
            adjusted.push_back(value.at("p_adjusted"));
        }
        c.check_json("adjusted", adjusted);
        ++asked;
    }
    CHECK(asked == 2);
}

TEST_CASE("compare --stratify finds what the reference does within strata") {
    for (reference_case c : reference_cases()) {
        if (c.operation() != "stratified_test") {
            continue;
        }
        INFO(c.id());
        std::string text = "arm,plan,visitors,conversions\n";
        char plan = 'a';
        for (const auto& s : c.inputs().at("strata")) {
            const std::string name(1, plan++);
            text += "old," + name + "," + s[1].dump() + "," + s[0].dump() + "\n";
            text += "new," + name + "," + s[3].dump() + "," + s[2].dump() + "\n";
        }
        const scratch_file file("ab.csv", text);
        const json made =
            answer({"compare", file.path(), "--from", "arm=old", "--to", "arm=new", "--stratify", "plan", "--json"});
        const json& within = made.at("within").at(0);
        c.check("odds_ratio", within.at("odds_ratio").at("value"));
        c.check("risk_ratio", within.at("risk_ratio").at("value"));
        c.check("p_value", within.at("p"));
    }
}
