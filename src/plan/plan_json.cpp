#include <algorithm>
#include <set>
#include <tuple>

#include <nlohmann/json.hpp>

#include "plan/condition.hpp"
#include "plan/plan.hpp"
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

    json parse(std::string_view text) const {
        if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
            refuse("", "a NUL byte at offset " + std::to_string(nul));
        }
        std::vector<std::set<std::string>> keys;
        constexpr int deepest = 8;
        const auto look = [&](int depth, json::parse_event_t event, json& value) {
            if (depth > deepest) {
                refuse("", "nested deeper than a plan is");
            }
            keys.resize(std::max(keys.size(), static_cast<std::size_t>(depth) + 2));
            if (event == json::parse_event_t::object_start) {
                keys[static_cast<std::size_t>(depth) + 1].clear();
            }
            if (event == json::parse_event_t::key &&
                !keys[static_cast<std::size_t>(depth)].insert(value.get<std::string>()).second) {
                refuse(value.get<std::string>(), "is there twice");
            }
            return true;
        };
        try {
            return json::parse(text, look);
        } catch (const json::parse_error& found) {
            const std::size_t at = std::min<std::size_t>(found.byte == 0 ? 0 : found.byte - 1, text.size());
            const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
            const std::size_t feed = text.substr(0, at).rfind('\n');
            const std::size_t column = at - (feed == std::string_view::npos ? 0 : feed + 1) + 1;
            throw bad_usage(file_ + ":" + std::to_string(line) + ":" + std::to_string(column) + ": is not JSON here");
        }
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
        } catch (const bad_usage& found) {
            refuse(path, found.what());
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

    plan::survey survey(const json& value, const std::string& path, plan::survey usual) const {
        if (value.is_string()) {
            usual.column = text(value, path);
            return usual;
        }
        object(value, path, {"column", "scale", "cuts"});
        if (!value.contains("column")) {
            refuse(path, "names no column");
        }
        usual.column = text(value["column"], path + ".column");
        if (value.contains("scale")) {
            at(path + ".scale", value["scale"],
               [&](const std::string& scale) { std::tie(usual.low, usual.high) = parse_scale(scale); });
        }
        if (value.contains("cuts")) {
            const json& cuts = value["cuts"];
            const auto whole = [](const json& n) { return n.is_number_unsigned() && n.get<std::uint64_t>() <= 100; };
            if (path != "surveys.nps" || !cuts.is_array() || cuts.size() != 2 || !whole(cuts[0]) || !whole(cuts[1])) {
                refuse(path + ".cuts", "must be two whole numbers, of nps: the least passive and the least promoter");
            }
            usual.passives_from = cuts[0].get<int>();
            usual.promoters_from = cuts[1].get<int>();
        }
        return usual;
    }

private:
    std::string file_;
};

}  // namespace

plan parse_plan(std::string_view text, const std::string& file) {
    const plan_reader read(shown(file));
    const json all = read.parse(text);
    read.object(all, "", {"period", "date_format", "blank", "by", "where", "surveys", "measures", "subscriptions"});
    plan p;
    for (const auto& member : all.items()) {
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
            for (const auto& [name, each] : read.object(value, key, {"nps", "csat", "ces"}).items()) {
                const int high = name == "nps" ? 10 : name == "csat" ? 5 : 7;
                auto& to = name == "nps" ? p.nps : name == "csat" ? p.csat : p.ces;
                to = read.survey(each, "surveys." + name, {"", name == "nps" ? 0 : 1, high});
            }
        } else if (key == "measures") {
            for (const auto& measure : read.object(value, key, {}).items()) {
                const std::string& name = measure.key();
                const json& each = measure.value();
                read.at("measures." + name, each, [&](const std::string& written) {
                    (void)parse_expression(written);
                    p.measures.emplace_back(name, written);
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
