#include "sql/row_cells.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "sql/calendar.hpp"
#include "sql/date_format.hpp"
#include "sql/sql_moments.hpp"
#include "sql/sql_types.hpp"
#include "text/ascii.hpp"

namespace cxm {

namespace {

bool is_word_byte(char c) { return is_digit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '_'; }

bool is_plain_word(std::string_view name) {
    return !name.empty() && !is_digit(name[0]) && std::all_of(name.begin(), name.end(), is_word_byte);
}

/// What a column is called within the query, which no engine folds or cuts.
std::string word_of(std::string_view column) {
    constexpr std::size_t longest = 40;
    std::string word;
    for (const char c : column.substr(0, longest)) {
        word += is_word_byte(c) ? lower(c) : '_';
    }
    return word.empty() || is_digit(word[0]) || word.starts_with("cxm_") ? "c_" + word : word;
}

}  // namespace

std::string sql_when(const std::string& condition, const std::string& then) {
    return "CASE WHEN " + condition + " THEN " + then + " END";
}

const std::string& row_cells::add(level at, const std::string& column, std::string_view suffix, const std::string& what,
                                  const std::string& expression) {
    const auto [known, is_new] = names_.try_emplace(what);
    if (is_new) {
        const std::string first = word_of(column) + "_" + std::string(suffix);
        std::string name = first;
        for (int i = 2; !taken_.insert(name).second; ++i) {
            name = first + "_" + std::to_string(i);
        }
        known->second = name;
        columns_[at].push_back(sql_column(expression, name));
    }
    return known->second;
}

std::string row_cells::name_of(const std::string& column) const {
    return bare_names_ && is_plain_word(column) ? column : sql_name(in_, column);
}

std::string row_cells::text(const std::string& column) {
    if (type(column)) {
        return add(cells, column, "cell", "cell " + column, filled(in_.cell, "t." + name_of(column)));
    }
    if (std::find(asked_.begin(), asked_.end(), column) == asked_.end()) {
        asked_.push_back(column);
    }
    std::string expression = fmt::format("NULLIF({}, '')", filled(in_.cell, "t." + name_of(column)));
    for (const blank_text& blank : plan_.blanks) {
        if (blank.column.empty() || blank.column == column) {
            expression = fmt::format("NULLIF({}, {})", expression, sql_text(in_, blank.text));
        }
    }
    return add(cells, column, "cell", "cell " + column, expression);
}

std::string row_cells::text(const column_text& column) {
    std::string name = text(column.name);
    std::string expression = name;
    std::string what = "cell " + column.name;
    for (const text_function function : column.through) {
        const bool lowers = function == text_function::lower;
        expression = lowers ? "LOWER(" + expression + ")" : "NULLIF(" + filled(in_.trim, expression) + ", '')";
        what = (lowers ? "lower " : "trim ") + what;
    }
    return column.through.empty() ? name : add(changed, column.name, "text", what, expression);
}

std::string row_cells::fault_of_letters(const column_text& column) {
    const bool lowers =
        std::find(column.through.begin(), column.through.end(), text_function::lower) != column.through.end();
    const std::string cell = text(column.name);
    return lowers ? fmt::format("({0} IS NOT NULL AND {1} <> {2})", cell,
                                in_.name == "clickhouse" ? "lengthUTF8(" + cell + ")" : "LENGTH(" + cell + ")",
                                filled(in_.bytes, cell))
                  : "";
}

std::string row_cells::number(const column_text& column) {
    const std::optional<column_type> of = column.through.empty() ? type(column.name) : std::nullopt;
    if (of == column_type::integer || of == column_type::precise || of == column_type::decimal) {
        return typed_number(column.name);
    }
    const std::string cell = text(column);
    return add(read, column.name, "number", "number " + cell, sql_when(is_number(in_, cell), filled(in_.real, cell)));
}

std::string row_cells::decimal(const std::string& column, sql_digits most) {
    if (is_whole(column) || type(column) == column_type::decimal) {
        return typed_decimal(column, most);
    }
    const std::string cell = text(column);
    const std::string digits = std::to_string(most.whole + most.places);
    const std::string places = std::to_string(most.places);
    return add(read, column, "decimal", fmt::format("decimal {} {} {}", digits, places, column),
               sql_when(is_decimal(in_, cell, most), filled(in_.decimal, cell, digits, places)));
}

std::string row_cells::units(const std::string& column) {
    const std::string cell = text(column);
    return add(derived, column, "units", "units " + column, sql_when(has_billionths(column), filled(in_.whole, cell)));
}

std::string row_cells::billionths(const std::string& column) {
    const std::string digits = fmt::format(
        "LTRIM(SUBSTR({0}, 1, 1), '0123456789') || SUBSTR(REPLACE(SUBSTR({0} || '.', INSTR({0} || '.', '.') + 1), "
        "'.', '') || '000000000', 1, 9)",
        text(column));
    return add(derived, column, "billionths", "billionths " + column,
               sql_when(has_billionths(column), filled(in_.whole, digits)));
}

/// Whether a number has no more than nine places.
std::string row_cells::has_billionths(const std::string& column) {
    return fmt::format("{0} IS NOT NULL AND LENGTH({1}) - INSTR({1} || '.', '.') <= 9", number({column}), text(column));
}

std::string row_cells::zone(const std::string& column) {
    return in_.matches.empty() ? add(zones, column, "zone", "zone " + column, zone_by_glob(iso(column))) : "";
}

/// The cell with its date as ISO 8601 writes it, which most have already.
std::string row_cells::iso(const std::string& column) {
    const std::string cell = text(column);
    return plan_.date_format.empty()
               ? cell
               : add(changed, column, "iso", "iso " + column, iso_of_format(in_, cell, plan_.date_format));
}

std::string row_cells::day(const std::string& column) {
    if (is_time(column)) {
        return add(read, column, "day", "day " + column,
                   sql_when(known_year(column), fmt::format("SUBSTR({}, 1, 10)", shown(column))));
    }
    if (!plan_.time_zone.empty()) {
        return add(derived, column, "day", "day " + column, fmt::format("SUBSTR({}, 1, 10)", local(column)));
    }
    const std::string cell = iso(column);
    return add(read, column, "day", "day " + column,
               sql_when(is_day(in_, cell, zone(column)), fmt::format("SUBSTR({}, 1, 10)", cell)));
}

std::string row_cells::day_number(const std::string& column) {
    if (is_time(column)) {
        return add(read, column, "day_number", "day number " + column,
                   sql_when(known_year(column), filled(types_of(in_).days, value(column))));
    }
    const std::string of = plan_.time_zone.empty() ? day(column) : fmt::format("SUBSTR({}, 1, 10)", local(column));
    return add(derived, column, "day_number", "day number " + column, sql_day_number(in_, of));
}

std::string row_cells::clock(const std::string& column) {
    return add(derived, column, "clock", "clock " + column, sql_clock(iso(column), day(column)));
}

std::string row_cells::is_day_alone(const std::string& column) { return fmt::format("LENGTH({}) < 16", iso(column)); }

std::string row_cells::zone_offset(const std::string& column) {
    return add(derived, column, "offset", "offset " + column, sql_zone_offset(iso(column), day(column)));
}

std::string row_cells::contents() {
    std::string together;
    const std::vector<std::string> columns = asked_;
    for (const std::string& column : columns) {
        const std::string written = add(cells, column, "written", "written " + column,
                                        "COALESCE(" + filled(in_.cell, "t." + name_of(column)) + ", '')");
        together +=
            (together.empty() ? "" : " || ") + filled(in_.text, "LENGTH(" + written + ")") + " || ':' || " + written;
    }
    return together;
}

std::string row_cells::hour(const std::string& column) {
    if (is_time(column)) {
        const std::string time = text(column);
        return add(read, column, "hour", "hour " + column,
                   sql_when(known_year(column) + " AND LENGTH(" + time + ") > 12", "SUBSTR(" + time + ", 12, 2)"));
    }
    if (!plan_.time_zone.empty()) {
        const std::string time = local(column);
        return add(derived, column, "hour", "hour " + column,
                   sql_when("LENGTH(" + time + ") > 12", "SUBSTR(" + time + ", 12, 2)"));
    }
    const std::string cell = iso(column);
    return add(read, column, "hour", "hour " + column,
               sql_when(is_day(in_, cell, zone(column), true) + fmt::format(" AND SUBSTR({}, 12, 2) <> '24'", cell),
                        fmt::format("SUBSTR({}, 12, 2)", cell)));
}

std::vector<sql_stage> row_cells::stages(const std::string& table) const {
    constexpr const char* names[] = {"cxm_cells",    "cxm_texts",  "cxm_zones",  "cxm_values",
                                     "cxm_instants", "cxm_locals", "cxm_derived"};
    constexpr const char* comments[] = {
        "The columns that are used, as text; what is blank is NULL.",
        "What is made of these texts.",
        "What stands behind times of day.",
        "Their values: NULL where a cell is not what it has to be. Each is tested before it is converted.",
        "Times as seconds since 1970 in UTC; NULL where nobody says in which zone they are.",
        "The same by the clocks of the place whose days are wanted; a day without a time is what it is.",
        "What these values come to; days are numbered from 1970-01-01 on."};
    std::vector<sql_stage> all;
    for (int i = 0; i < levels; ++i) {
        sql_stage stage{names[i], comments[i], columns_[i], table + " AS t"};
        if (i != cells) {
            if (columns_[i].empty()) {
                continue;
            }
            stage.from = all.back().name;
            stage.columns.insert(stage.columns.begin(), all.back().name + ".*");
        } else if (stage.columns.empty()) {
            stage.columns.push_back("1 AS cxm_row");
        }
        all.push_back(std::move(stage));
    }
    return all;
}

}  // namespace cxm
