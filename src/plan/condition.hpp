#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/arithmetic.hpp"
#include "plan/lexer.hpp"
#include "text/problem.hpp"

namespace cxm {

enum class comparison_operator : std::uint8_t { less, at_most, more, at_least, equal, unequal };

/// A number, or a text.
struct literal {
    bool is_number = false;
    double number = 0;
    std::string text;  ///< a number as it was written

    bool operator==(const literal&) const = default;
};

enum class text_function : std::uint8_t { lower, trim };

/// A column, and what is done to its cells before they are looked at, in that order.
struct column_text {
    std::string name;
    std::vector<text_function> through = {};

    bool operator==(const column_text&) const = default;
};

/// One step of a condition in reverse Polish: it pushes a truth, or joins those on top.
struct condition_step {
    enum class kind : std::uint8_t {
        compare,          ///< pushes: column `how` literal
        compare_texts,    ///< pushes: column `how` the column `other`
        compare_numbers,  ///< pushes: `numbers[column]` `how` `numbers[other]`
        among,            ///< pushes: column in (literals)
        like,             ///< pushes: column like literal
        blank,            ///< pushes: column is blank
        answered,         ///< pushes: column says `1`, where it answers how the column `other` compares with literals
        negate,           ///< turns the top
        both,             ///< joins the two on top by and
        either,           ///< joins the two on top by or
        skip_if_false,    ///< the right side of and needs no look: go to `target`
        skip_if_true,     ///< the right side of or needs no look: go to `target`
    };
    kind does;
    comparison_operator how = comparison_operator::equal;
    std::uint32_t column = 0;    ///< of `condition::columns`
    std::uint32_t literals = 0;  ///< the first of `condition::literals`
    std::uint32_t count = 0;     ///< of them
    std::uint32_t other = 0;     ///< what is compared with
    std::uint32_t target = 0;

    bool operator==(const condition_step&) const = default;
};

/// A condition of SQL kept as data; no steps: always true.
struct condition {
    std::vector<condition_step> steps;
    std::vector<literal> literals;
    std::vector<column_text> columns;
    std::vector<arithmetic> numbers;         ///< their columns are those of the condition
    std::vector<std::string> perhaps_texts;  ///< columns that may be meant as texts, but lack their quotes

    bool empty() const { return steps.empty(); }
    bool has_seconds() const;
    bool operator==(const condition&) const = default;
};

/// The condition whose times are read by a form.
condition with_times(condition c, const time_form& form);

/// A text of a plan that makes no sense, with the byte where it stops making sense.
struct bad_expression : bad_usage {
    bad_expression(std::string_view text, const syntax_error& error);
    std::size_t offset;
};

/// Parses a whole text as a condition; throws bad_expression.
condition parse_condition(std::string_view text);

/// Reads a condition as far as it goes, in the dialect of the words: those of a sentence compare by = and != alone, and
/// with texts alone. Throws syntax_error.
condition read_condition(lexer& words);

/// Reads a condition that goes to the end. Throws syntax_error.
condition read_last_condition(lexer& words);

}  // namespace cxm
