#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "plan/lexer.hpp"
#include "values/exact_decimal.hpp"
#include "values/moment.hpp"

namespace cxm {

/// One step of arithmetic in reverse Polish: it pushes a number, or joins the two on top.
struct arithmetic_step {
    enum class kind : std::uint8_t { column, number, seconds, add, subtract, multiply };
    kind does;
    std::uint32_t index = 0;  ///< of `arithmetic::columns` or `numbers`; of seconds: the column of the later time
    std::uint32_t from = 0;   ///< of seconds: the column of the earlier time

    bool joins() const { return does >= kind::add; }

    bool operator==(const arithmetic_step&) const = default;
};

/// Arithmetic over the columns of a row, kept as data. Division is by numbers alone, and is kept as what is multiplied.
struct arithmetic {
    std::vector<arithmetic_step> steps;
    std::vector<std::string> columns;
    std::vector<exact_decimal> numbers;
    time_form times = {};  ///< of the columns that `seconds` reads

    bool has_seconds() const;
    bool is_column() const { return steps.size() == 1 && steps[0].does == arithmetic_step::kind::column; }
    bool is_number() const { return columns.empty(); }

    bool operator==(const arithmetic&) const = default;
};

/// No more numbers are held at a time while arithmetic is done.
inline constexpr std::size_t most_operands = 32;

/// Arithmetic that is a column alone.
arithmetic arithmetic_of(std::string column);

/// Reads arithmetic as far as it goes: `price * quantity`, `(Total - "Refunded Amount") / 100`, `seconds(closed -
/// opened)`. Throws syntax_error.
arithmetic read_arithmetic(lexer& words);

}  // namespace cxm
