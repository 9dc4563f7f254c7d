#pragma once

#include <string>
#include <string_view>

#include <nlohmann/json_fwd.hpp>

namespace cxm {

/// The JSON of a plan; `file` is for messages. Throws bad_usage where it is none, nests deeper than a plan does, or
/// says a key twice.
nlohmann::ordered_json parse_plan_json(std::string_view text, const std::string& file);

}  // namespace cxm
