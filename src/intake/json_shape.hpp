#pragma once

#include <cstddef>
#include <string_view>

namespace cxm {

/// How records stand in a text of JSON.
enum class json_shape {
    array,     ///< [{…}, {…}]
    envelope,  ///< {"currency": "EUR", "records": [{…}, {…}]}
    sequence,  ///< {…} {…}, each beginning on a line of its own
    lines,     ///< the same, each on one line
};

/// The shape of a text, by its beginning.
json_shape shape_of(std::string_view beginning);

/// Where the last whole record of a text ends, 0 if there is none; the text begins outside of records, in front of
/// everything (`first`) or behind a record.
std::size_t end_of_json_records(std::string_view text, json_shape shape, bool first);

}  // namespace cxm
