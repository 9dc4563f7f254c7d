#include <algorithm>

#include <fmt/format.h>

#include "plan/seconds_in_plan.hpp"
#include "sql/calendar.hpp"
#include "sql/row_cells.hpp"
#include "sql/sql_types.hpp"
#include "text/ascii.hpp"

// Cells of columns whose type a plan says.
namespace cxm {

namespace {

/// Whether a text that stands for a blank may be a value of a type too.
bool is_maybe_value(std::string_view blank, column_type type) {
    constexpr std::string_view words[] = {"nan", "inf", "-inf", "+inf", "infinity", "-infinity"};
    std::string lowered(blank);
    std::transform(lowered.begin(), lowered.end(), lowered.begin(), lower);
    return type == column_type::boolean || std::any_of(blank.begin(), blank.end(), is_digit) ||
           std::find(std::begin(words), std::end(words), lowered) != std::end(words);
}

/// Whether a number has no more digits than these, and is no infinity.
std::string is_within(const std::string& value, sql_digits most) {
    return fmt::format("ABS({0}) < 1e{1} AND {0} = ROUND({0}, {2})", value, most.whole, most.places);
}

}  // namespace

std::optional<column_type> row_cells::type(const std::string& column) const {
    const auto at = std::find_if(plan_.types.begin(), plan_.types.end(),
                                 [&](const typed_column& each) { return each.column == column; });
    if (at == plan_.types.end() || at->type == column_type::text || types_of(in_).integer.empty() ||
        (at->type == column_type::decimal && types_of(in_).is_decimal.empty())) {
        return std::nullopt;
    }
    if (plan_.one_per || plan_.orders || has_seconds(plan_)) {
        return std::nullopt;  // rows are told apart by what is written in them, and moments by all their digits
    }
    const bool is_of_day = at->type == column_type::date || at->type == column_type::timestamp;
    if (is_of_day && !plan_.time_zone.empty()) {
        return std::nullopt;
    }
    const bool may_be_blank = std::any_of(plan_.blanks.begin(), plan_.blanks.end(), [&](const blank_text& blank) {
        return (blank.column.empty() || blank.column == column) && is_maybe_value(blank.text, at->type);
    });
    return may_be_blank ? std::nullopt : std::optional(at->type);
}

bool row_cells::is_whole(const std::string& column) const { return type(column) == column_type::integer; }

bool row_cells::is_time(const std::string& column) const {
    const std::optional<column_type> of = type(column);
    return of == column_type::date || of == column_type::timestamp;
}

std::string row_cells::value(const std::string& column) {
    const std::string named = "t." + name_of(column);
    return add(cells, column, "value", "value " + column,
               is_whole(column) ? filled(types_of(in_).integer, named) : named);
}

std::string row_cells::cell(const std::string& column) { return type(column) ? value(column) : text(column); }

std::string row_cells::shown(const std::string& column) {
    return type(column) ? filled(in_.text, value(column)) : text(column);
}

std::string row_cells::typed_number(const std::string& column) {
    const std::string of = value(column);
    const std::string as_real = filled(types_of(in_).real_of_number, of);
    if (type(column) == column_type::integer) {
        return add(read, column, "number", "number of " + column, as_real);
    }
    if (type(column) == column_type::precise) {
        return add(read, column, "number", "number of " + column,
                   sql_when(filled(types_of(in_).is_double, of) + " AND ABS(" + of + ") < 1e100", as_real));
    }
    // The text of a decimal becomes the nearest double; engines divide, and may miss it.
    return add(read, column, "number", "number of " + column,
               sql_when(filled(types_of(in_).is_decimal, of) + " AND " + is_within(of, {18, 18}),
                        filled(in_.real, text(column))));
}

std::string row_cells::typed_decimal(const std::string& column, sql_digits most) {
    const std::string of = value(column);
    const std::string digits = std::to_string(most.whole + most.places);
    const std::string places = std::to_string(most.places);
    const bool is_integer = type(column) == column_type::integer;
    const std::string largest(static_cast<std::size_t>(most.whole), '9');
    return add(read, column, "decimal", fmt::format("decimal {} {} {}", digits, places, column),
               sql_when(is_integer ? fmt::format("{} BETWEEN -{} AND {}", of, largest, largest)
                                   : filled(types_of(in_).is_decimal, of) + " AND " + is_within(of, most),
                        filled(types_of(in_).decimal_of_number, of, digits, places)));
}

std::string row_cells::known_year(const std::string& column) {
    return filled(types_of(in_).year, value(column)) + " BETWEEN 1000 AND 9999";
}

std::string row_cells::period_number(const std::string& column, grain every) {
    if (!is_time(column)) {
        const bool by_day = every == grain::day || every == grain::week;
        return sql_period_number(in_, every, day(column), by_day ? day_number(column) : "");
    }
    const auto whole = [&](std::string_view part) { return filled(in_.whole, filled(part, value(column))); };
    const sql_types& as = types_of(in_);
    const std::string number = every == grain::day || every == grain::week
                                   ? sql_period_number(in_, every, "", "(" + filled(as.days, value(column)) + ")")
                                   : sql_month_number(in_, every, whole(as.year), whole(as.month));
    return add(read, column, "period", "period " + column, sql_when(known_year(column), number));
}

}  // namespace cxm
