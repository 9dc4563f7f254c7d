#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "plan/condition.hpp"

namespace cxm {

enum class counting : std::uint8_t { count, sum, distinct, mean, least, most, quantile };

/// How rows make a measure: `count`, `sum ARITHMETIC`, `distinct COLUMN`, `mean ARITHMETIC` and the like, each with
/// `where CONDITION`.
struct expression {
    counting kind = counting::count;
    arithmetic summand;   ///< of all but count and distinct
    int percent = 50;     ///< of a quantile: the share of the values below it
    column_text told_by;  ///< of distinct: the column whose texts are told apart
    condition where;

    bool operator==(const expression&) const = default;
};

/// Parses a whole text; throws bad_expression.
expression parse_expression(std::string_view text);

}  // namespace cxm
