#include "plan/plan_json_text.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include <nlohmann/json.hpp>

#include "text/problem.hpp"

namespace cxm {

using json = nlohmann::ordered_json;

json parse_plan_json(std::string_view text, const std::string& file) {
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos) {
        throw bad_usage(file + ": a NUL byte at offset " + std::to_string(nul));
    }
    std::vector<std::set<std::string>> keys;
    constexpr int deepest = 8;
    const auto look = [&](int depth, json::parse_event_t event, json& value) {
        if (depth > deepest) {
            throw bad_usage(file + ": nested deeper than a plan is");
        }
        keys.resize(std::max(keys.size(), static_cast<std::size_t>(depth) + 2));
        if (event == json::parse_event_t::object_start) {
            keys[static_cast<std::size_t>(depth) + 1].clear();
        }
        if (event == json::parse_event_t::key &&
            !keys[static_cast<std::size_t>(depth)].insert(value.get<std::string>()).second) {
            throw bad_usage(file + ": " + shown(value.get<std::string>()) + ": is there twice");
        }
        return true;
    };
    try {
        return json::parse(text, look);
    } catch (const json::parse_error& error) {
        const std::size_t at = std::min<std::size_t>(error.byte == 0 ? 0 : error.byte - 1, text.size());
        const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n') + 1;
        const std::size_t feed = text.substr(0, at).rfind('\n');
        const std::size_t column = at - (feed == std::string_view::npos ? 0 : feed + 1) + 1;
        throw bad_usage(file + ":" + std::to_string(line) + ":" + std::to_string(column) + ": is not JSON here");
    } catch (const json::out_of_range& error) {
        const std::string_view what = error.what();
        const std::size_t number = std::min(what.find('\''), what.size());
        throw bad_usage(file + ": " + shown(what.substr(number)) + " is out of the range of numbers");
    }
}

}  // namespace cxm
