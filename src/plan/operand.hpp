#pragma once

#include <cstddef>

#include "plan/condition.hpp"
#include "plan/lexer.hpp"

namespace cxm {

/// One side of a comparison.
struct operand {
    enum class kind { column, value, numbers };
    kind is = kind::column;
    column_text column;
    literal value;
    arithmetic numbers;
    std::size_t at = 0;  ///< its first byte

    bool is_text() const {
        return is == kind::column ? !column.through.empty() : is == kind::value && !value.is_number;
    }
};

/// Reads a text, or numbers that columns make. Throws syntax_error.
operand read_operand(lexer& words);

/// Reads a number or a text; throws syntax_error.
literal read_literal(lexer& words);

/// Adds the steps of `left how right`; throws syntax_error where they cannot be compared.
void add_comparison(const operand& left, comparison_operator how, const operand& right, condition& into);

/// Adds a step of a column, whose literals it has already.
void add_step(condition_step step, const column_text& column, bool negated, condition& into);

void add_literal(condition_step& step, literal value, condition& into);

}  // namespace cxm
