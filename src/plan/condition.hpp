#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/problem.hpp"

namespace cxm {

/// A text of a plan that makes no sense, with the byte where it stops making sense.
struct bad_expression : bad_usage {
    bad_expression(std::string_view text, std::size_t at, const std::string& finding);
    std::size_t offset;
};

enum class comparison : std::uint8_t { equal, unequal, less, at_most, greater, at_least };

/// A number, or a text.
struct literal {
    bool is_number = false;
    double number = 0;
    std::string text;  ///< a number as it was written

    bool operator==(const literal&) const = default;
};

/// One step of a condition in reverse Polish: it pushes a truth, or joins those on top.
struct condition_step {
    enum class kind : std::uint8_t {
        compare,        ///< pushes: column `how` literal
        among,          ///< pushes: column in (literals)
        blank,          ///< pushes: column is blank
        negate,         ///< turns the top
        both,           ///< joins the two on top by and
        either,         ///< joins the two on top by or
        skip_if_false,  ///< the right side of and needs no look: go to `target`
        skip_if_true,   ///< the right side of or needs no look: go to `target`
    };
    kind does;
    comparison how = comparison::equal;
    std::uint32_t column = 0;    ///< of `condition::columns`
    std::uint32_t literals = 0;  ///< the first of `condition::literals`
    std::uint32_t count = 0;     ///< of them
    std::uint32_t target = 0;

    bool operator==(const condition_step&) const = default;
};

/// A condition of SQL kept as data; no steps: always true.
struct condition {
    std::vector<condition_step> steps;
    std::vector<literal> literals;
    std::vector<std::string> columns;

    bool operator==(const condition&) const = default;
};

enum class counting : std::uint8_t { count, sum, distinct };

/// How rows make a measure: `count`, `sum COLUMN`, `distinct COLUMN`, each with `where CONDITION`.
struct expression {
    counting kind = counting::count;
    std::string column;
    condition where;

    bool operator==(const expression&) const = default;
};

/// Parentheses, `not` and the like go no deeper.
inline constexpr int deepest_nesting = 64;

condition parse_condition(std::string_view text);
expression parse_expression(std::string_view text);

}  // namespace cxm
