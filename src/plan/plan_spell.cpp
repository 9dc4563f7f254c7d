#include <nlohmann/json.hpp>

#include "plan/plan.hpp"

namespace cxm {

namespace {

using json = nlohmann::ordered_json;

json spell(const plan::survey& s) {
    const bool usual_cuts = s.passives_from == 7 && s.promoters_from == 9;
    if (s.low == s.of->low && s.high == s.of->high && usual_cuts) {
        return s.column;
    }
    json written;
    written["column"] = s.column;
    written["scale"] = std::to_string(s.low) + ".." + std::to_string(s.high);
    if (!usual_cuts) {
        written["cuts"] = {s.passives_from, s.promoters_from};
    }
    return written;
}

}  // namespace

std::string spell(const plan& p) {
    json written = json::object();
    if (!p.period.empty()) {
        written["period"]["column"] = p.period;
    }
    if (p.every != grain::free) {
        written["period"]["grain"] = name(p.every);
    }
    if (!p.date_format.empty()) {
        written["date_format"] = p.date_format;
    }
    if (!p.blanks.empty()) {
        written["blank"] = p.blanks;
    }
    for (const plan::label& each : p.by) {
        written["by"].push_back(each.name == each.column ? json(each.name)
                                                         : json{{"label", each.name}, {"column", each.column}});
    }
    if (!p.where.text.empty()) {
        written["where"] = p.where.text;
    }
    for (const plan::survey& s : p.surveys) {
        written["surveys"][s.of->key] = spell(s);
    }
    for (const plan::own_measure& m : p.measures) {
        written["measures"][m.name] = m.text;
    }
    if (p.subscriptions) {
        written["subscriptions"] = {{"start", p.subscriptions->start}, {"end", p.subscriptions->end}};
    }
    return written.dump(2) + "\n";
}

}  // namespace cxm
