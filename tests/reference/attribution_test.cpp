#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <cxm/attribution.hpp>

#include "catch.hpp"
#include "reference/names.hpp"
#include "reference/operations.hpp"

using namespace cxm;
using nlohmann::json;

namespace {

using rc = reference_case;

numbered_names channels_of(const rc& c) {
    std::set<std::string> names;
    for (const json& path : c.inputs().at("paths")) {
        for (const json& touch : path.at("path")) {
            names.insert(touch.get<std::string>());
        }
    }
    return numbered_names(names);
}

std::vector<touch_path> paths_of(const rc& c, const numbered_names& channels) {
    std::vector<touch_path> made;
    for (const json& path : c.inputs().at("paths")) {
        touch_path& one = made.emplace_back();
        for (const json& touch : path.at("path")) {
            one.touches.push_back(channels(touch.get<std::string>()));
        }
        one.conversions = path.at("conversions").get<double>();
        one.nulls = path.at("nulls").get<double>();
        one.value = path.value("value", 0.0);
        if (c.has_input("half_life") && path.contains("ages")) {
            set_ages(one, path.at("ages").get<std::vector<double>>(), c["half_life"]);
        }
    }
    return made;
}

attribution_rules rules_of(const rc& c, const numbered_names& channels) {
    static const std::map<std::string, attribution_model> models = {
        {"first", attribution_model::first},
        {"last", attribution_model::last},
        {"linear", attribution_model::linear},
        {"last_non_direct", attribution_model::last_non_direct},
        {"position", attribution_model::position},
        {"time_decay", attribution_model::time_decay},
        {"markov", attribution_model::markov},
        {"shapley", attribution_model::shapley},
        {"shapley_rate", attribution_model::shapley_rate}};
    attribution_rules made;
    made.model = models.at(c.text("model"));
    if (c.has_input("direct")) {
        for (const json& name : c.inputs().at("direct")) {
            made.direct.push_back(channels(name.get<std::string>()));
        }
    }
    if (c.has_input("weights")) {
        made.weights = c.inputs().at("weights").get<std::array<double, 3>>();
    }
    if (c.has_input("order")) {
        made.order = c.inputs().at("order").get<std::size_t>();
    }
    return made;
}

void check_attribution(rc& c) {
    const numbered_names channels = channels_of(c);
    const std::size_t count = channels.names().size();
    const auto paths = paths_of(c, channels);
    const attribution_rules rules = rules_of(c, channels);
    if (c.status() == "error") {
        CHECK_THROWS_AS(attribute(paths, count, rules), std::invalid_argument);
        return;
    }
    const attribution made = attribute(paths, count, rules);
    if (c.status() == "undefined") {
        CHECK(made.why == "there are no conversions");
        CHECK(made.conversions.empty());
        CHECK(made.removal_effect.empty());
        CHECK_FALSE(made.p_conversion);
        return;
    }
    c.check_json("channels", channels.names());
    const std::map<std::string, std::vector<double>> answers = {{"conversions", made.conversions},
                                                                {"value", made.value},
                                                                {"removal_effect", made.removal_effect},
                                                                {"removal_effect_value", made.removal_effect_value}};
    for (const auto& [answer, got] : answers) {
        if (c.has(answer.c_str())) {
            c.check_all(answer, got);
        }
    }
    if (made.p_conversion) {
        c.check("p_conversion", *made.p_conversion);
    }
}

void check_bootstrap(rc& c) {
    const numbered_names channels = channels_of(c);
    const auto made = attribution_bootstrap(paths_of(c, channels), channels.names().size(), rules_of(c, channels),
                                            {.level = c.level()});
    std::vector<double> lower, upper, share_error, conversions_error;
    for (const credit_limits& limits : made.channels) {
        lower.push_back(limits.share.low);
        upper.push_back(limits.share.high);
        share_error.push_back(limits.share_error);
        conversions_error.push_back(limits.conversions_error);
    }
    c.check_json("channels", channels.names());
    c.check_all("share_lower", lower);
    c.check_all("share_upper", upper);
    c.check_all("share_se", share_error);
    c.check_all("conversions_se", conversions_error);
}

}  // namespace

TEST_CASE("the credit of channels and its limits are those of the reference") {
    check_operations({{"attribution", check_attribution}, {"attribution_bootstrap", check_bootstrap}});
}
