#include <cstdint>
#include <map>
#include <set>
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

void check_paths(reference_case& c) {
    std::set<std::string> names;
    for (const json& row : c.inputs().at("rows")) {
        names.insert(row[2].get<std::string>());
    }
    names.erase("conversion");
    const numbered_names channels(names);
    std::map<std::string, std::vector<journey_row>> persons;
    for (const json& row : c.inputs().at("rows")) {
        const auto name = row[2].get<std::string>();
        persons[row[0].get<std::string>()].push_back(
            {row[1].get<std::int64_t>(), name == "conversion" ? conversion_row : channels(name), row[3].get<double>()});
    }
    path_counts counts({.lookback = c.inputs().at("lookback"), .until = c.inputs().at("until")});
    for (const auto& [person, rows] : persons) {
        counts.add(rows);
    }
    json paths = json::array();
    for (const touch_path& path : counts.paths()) {
        json touches = json::array();
        for (const std::uint32_t channel : path.touches) {
            touches.push_back(channels.names()[channel]);
        }
        paths.push_back(
            {{"path", touches}, {"conversions", path.conversions}, {"nulls", path.nulls}, {"value", path.value}});
    }
    c.check_json("paths", paths);
    c.check("conversions_without_touch", static_cast<double>(counts.unused().conversions_without_touch));
    c.check("touches_dropped", static_cast<double>(counts.unused().touches_dropped));
    c.check("open_paths", static_cast<double>(counts.unused().open_paths));
}

}  // namespace

TEST_CASE("paths of rows are those of the reference") { check_operations({{"build_paths", check_paths}}); }
