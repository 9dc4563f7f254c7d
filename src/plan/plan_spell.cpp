#include <nlohmann/json.hpp>

#include "plan/plan.hpp"

namespace cxm {

std::string spell(const plan& p) {
    using json = nlohmann::ordered_json;
    json all = json::object();
    if (!p.period.empty()) {
        all["period"]["column"] = p.period;
    }
    if (p.every != grain::free) {
        all["period"]["grain"] = name(p.every);
    }
    if (!p.date_format.empty()) {
        all["date_format"] = p.date_format;
    }
    if (!p.blanks.empty()) {
        all["blank"] = p.blanks;
    }
    for (const plan::label& each : p.by) {
        all["by"].push_back(each.name == each.column ? json(each.name)
                                                     : json{{"label", each.name}, {"column", each.column}});
    }
    if (!p.where.empty()) {
        all["where"] = p.where;
    }
    const auto add_survey = [&](const char* key, const std::optional<plan::survey>& s, int low, int high) {
        if (!s) {
            return;
        }
        json& to = all["surveys"][key];
        const bool usual_cuts = s->passives_from == 7 && s->promoters_from == 9;
        if (s->low == low && s->high == high && usual_cuts) {
            to = s->column;
            return;
        }
        to["column"] = s->column;
        to["scale"] = std::to_string(s->low) + ".." + std::to_string(s->high);
        if (!usual_cuts) {
            to["cuts"] = {s->passives_from, s->promoters_from};
        }
    };
    add_survey("nps", p.nps, 0, 10);
    add_survey("csat", p.csat, 1, 5);
    add_survey("ces", p.ces, 1, 7);
    for (const auto& [name, text] : p.measures) {
        all["measures"][name] = text;
    }
    if (p.subscriptions) {
        all["subscriptions"] = {{"start", p.subscriptions->start}, {"end", p.subscriptions->end}};
    }
    return all.dump(2) + "\n";
}

}  // namespace cxm
