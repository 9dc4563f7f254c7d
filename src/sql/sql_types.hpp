#pragma once

#include <string_view>

#include "sql/dialect.hpp"

namespace cxm {

/// How an engine reads columns of a known type without a detour by their texts. A column of another type than the plan
/// says is refused, or an error of the engine; never read as something else. All empty: it is read by its text.
struct sql_types {
    std::string_view dialect = {};
    std::string_view integer = {};            ///< a column of whole numbers, as it is
    std::string_view is_double = {};          ///< whether a column is one of doubles
    std::string_view is_decimal = {};         ///< of exact decimals; empty: these are read by their texts
    std::string_view real_of_number = {};     ///< a number as a double
    std::string_view decimal_of_number = {};  ///< a number as an exact decimal of {1} digits, {2} of them places
    std::string_view year = {};               ///< of a date or a timestamp
    std::string_view month = {};
    std::string_view days = {};  ///< from 1970-01-01 on
};

const sql_types& types_of(const sql_dialect& in);

}  // namespace cxm
