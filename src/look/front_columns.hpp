#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cxm {

/// A column of a file, by its front alone.
struct front_column {
    std::string name;
    std::vector<std::string> values;  ///< different ones, in their order, at most as many as `most_front_values`
};

inline constexpr std::size_t most_front_values = 50;

/// The columns of a table, or the fields of the first line of JSON; throws a problem where the file cannot be read as
/// one.
std::vector<front_column> front_columns(const std::string& file);

}  // namespace cxm
