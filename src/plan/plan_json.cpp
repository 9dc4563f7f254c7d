#include <algorithm>
#include <tuple>

#include <nlohmann/json.hpp>

#include "plan/expression.hpp"
#include "plan/plan.hpp"
#include "plan/plan_json_text.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

using json = nlohmann::ordered_json;

/// Reads the parts of a plan, each with its path for messages.
class plan_reader {
public:
    explicit plan_reader(std::string file) : file_(std::move(file)) {}

    [[noreturn]] void refuse(const std::string& path, const std::string& finding) const {
        throw bad_usage(file_ + ": " + (path.empty() ? "" : shown(path) + ": ") + finding);
    }

    const json& object(const json& value, const std::string& path, std::vector<std::string_view> known) const {
        if (!value.is_object()) {
            refuse(path, "must be an object");
        }
        for (const auto& [key, each] : value.items()) {
            if (!known.empty() && std::find(known.begin(), known.end(), key) == known.end()) {
                refuse(path.empty() ? key : path + "." + key, "is no part of a plan" + did_you_mean(key, known));
            }
        }
        return value;
    }

    std::string text(const json& value, const std::string& path) const {
        if (!value.is_string() || value.get_ref<const std::string&>().empty()) {
            refuse(path, "must be a text");
        }
        return value.get<std::string>();
    }

    /// Runs what reads a text and throws bad_usage, and adds the place.
    template <class F>
    void at(const std::string& path, const json& value, F run) const {
        const std::string written = text(value, path);
        try {
            run(written);
        } catch (const bad_usage& error) {
            refuse(path, error.what());
        }
    }

    void period(plan& p, const json& value) const {
        object(value, "period", {"column", "grain"});
        if (value.contains("column")) {
            p.period = text(value["column"], "period.column");
        }
        if (value.contains("grain")) {
            at("period.grain", value["grain"], [&](const std::string& name) { p.every = parse_grain(name); });
        }
    }

    void labels(plan& p, const json& value) const {
        if (!value.is_array()) {
            refuse("by", "must be an array");
        }
        for (const json& each : value) {
            if (each.is_string()) {
                p.by.push_back({text(each, "by"), text(each, "by")});
                continue;
            }
            object(each, "by", {"label", "column"});
            if (!each.contains("label") || !each.contains("column")) {
                refuse("by", R"(must hold columns, or {"label": …, "column": …})");
            }
            p.by.push_back({text(each["label"], "by.label"), text(each["column"], "by.column")});
        }
    }

    void surveys(plan& p, const json& value) const {
        std::vector<std::string_view> keys;
        for (const survey_kind& kind : survey_kinds) {
            keys.push_back(kind.key);
        }
        object(value, "surveys", keys);
        for (const survey_kind& kind : survey_kinds) {
            if (const auto at = value.find(kind.key); at != value.end()) {
                add_survey(p, survey(*at, "surveys." + std::string(kind.key), kind));
            }
        }
    }

    plan::survey survey(const json& value, const std::string& path, const survey_kind& kind) const {
        plan::survey read{&kind, "", kind.low, kind.high};
        if (value.is_string()) {
            read.column = text(value, path);
            return read;
        }
        object(value, path, {"column", "scale", "cuts"});
        if (!value.contains("column")) {
            refuse(path, "names no column");
        }
        read.column = text(value["column"], path + ".column");
        if (value.contains("scale")) {
            at(path + ".scale", value["scale"],
               [&](const std::string& scale) { std::tie(read.low, read.high) = parse_scale(scale); });
        }
        if (value.contains("cuts")) {
            const json& cuts = value["cuts"];
            const auto whole = [](const json& n) { return n.is_number_unsigned() && n.get<std::uint64_t>() <= 100; };
            if (!kind.has_cuts || !cuts.is_array() || cuts.size() != 2 || !whole(cuts[0]) || !whole(cuts[1])) {
                refuse(path + ".cuts", "must be two whole numbers, of nps: the least passive and the least promoter");
            }
            read.passives_from = cuts[0].get<int>();
            read.promoters_from = cuts[1].get<int>();
        }
        return read;
    }

private:
    std::string file_;
};

}  // namespace

plan parse_plan(std::string_view text, const std::string& file) {
    const plan_reader read(shown_end(file));
    const json whole = parse_plan_json(text, shown_end(file));
    read.object(whole, "", {"period", "date_format", "blank", "by", "where", "surveys", "measures", "subscriptions"});
    plan p;
    for (const auto& member : whole.items()) {
        const std::string& key = member.key();
        const json& value = member.value();
        if (key == "period") {
            read.period(p, value);
        } else if (key == "date_format") {
            read.at(key, value, [&](const std::string& format) { set_date_format(p, format); });
        } else if (key == "blank") {
            for (const json& each : value.is_array() ? value : json::array({value})) {
                p.blanks.push_back(read.text(each, key));
            }
        } else if (key == "by") {
            read.labels(p, value);
        } else if (key == "where") {
            read.at(key, value, [&](const std::string& condition) { add_where(p, condition); });
        } else if (key == "surveys") {
            read.surveys(p, value);
        } else if (key == "measures") {
            for (const auto& measure : read.object(value, key, {}).items()) {
                const std::string& name = measure.key();
                const json& each = measure.value();
                read.at("measures." + name, each, [&](const std::string& written) {
                    p.measures.push_back({name, parse_expression(written), written});
                });
            }
        } else {
            read.object(value, key, {"start", "end"});
            if (!value.contains("start") || !value.contains("end")) {
                read.refuse(key, "needs both start and end");
            }
            p.subscriptions = plan::stays{read.text(value["start"], key), read.text(value["end"], key)};
        }
    }
    return p;
}

}  // namespace cxm
