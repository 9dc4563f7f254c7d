#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cxm {

/// Reads `7d`, `36h`, `15min`, `30s`, `2w` as microseconds; nothing for any other text, and for less than 0.
std::optional<std::int64_t> parse_length_of_time(std::string_view text);

/// Such a length as short as it can be written.
std::string spell_length_of_time(std::int64_t microseconds);

/// How a length of time is written, for messages; says so of `30m`, which may be minutes or months.
std::string objection_to_length_of_time(std::string_view text);

}  // namespace cxm
