#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

struct plan;

/// What a database holds a column's cells as.
enum class column_type : std::uint8_t {
    text,
    integer,  ///< whole numbers of at most 64 bits
    decimal,  ///< exact, of any digits
    precise,  ///< `double`: floating point of 64 bits
    number,   ///< any of these, and others
    boolean,
    date,
    timestamp,  ///< with a zone or without
};

/// A column, and what it is.
struct typed_column {
    std::string column;
    column_type type = column_type::text;
    bool operator==(const typed_column&) const = default;
};

/// How a plan calls a type.
std::string_view name(column_type type);

/// Says what a column is, `integer`; throws bad_usage for no type, and a column that has one.
void add_type(plan& p, const std::string& column, std::string_view type);

/// The columns that a plan reads, each once.
std::vector<std::string> columns_read_by(const plan& p);

/// Throws bad_usage where a column has a type that the plan does not read.
void validate_types(const plan& p);

}  // namespace cxm
