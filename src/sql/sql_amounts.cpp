#include "sql/sql_amounts.hpp"

#include <fmt/format.h>

namespace cxm {

namespace {

// So many orders that a sum of them is beyond what engines hold are nowhere.
constexpr sql_digits digits_of_amounts{12, 18};

}  // namespace

sql_amounts::sql_amounts(row_cells& cells, sql_counting& to, const std::string& known, const std::string& column)
    : in_(cells.dialect()) {
    if (column.empty()) {
        return;
    }
    const std::string value = in_.decimal.empty() ? cells.units(column) : cells.decimal(column, digits_of_amounts);
    to.refuse(cells, fmt::format("{}{} IS NOT NULL AND {} IS NULL", known, cells.text(column), value), column,
              "is not a plain number, or has more digits than are added up exactly");
    of_row_.push_back(value);
    if (in_.decimal.empty()) {
        of_row_.push_back(cells.billionths(column));
    }
}

std::vector<std::string> sql_amounts::names() const {
    std::vector<std::string> names = {"amount", "amount_billionths"};
    names.resize(of_row_.size());
    return names;
}

std::vector<std::string> sql_amounts::of_rows(const std::string& when) const {
    std::vector<std::string> columns;
    for (std::size_t i = 0; i < of_row_.size(); ++i) {
        columns.push_back(sql_column(sql_when(when, of_row_[i]), names()[i]));
    }
    return columns;
}

std::vector<std::string> sql_amounts::sums() const {
    std::vector<std::string> columns;
    for (const std::string& name : names()) {
        columns.push_back(sql_column("SUM(" + name + ")", name));
    }
    return columns;
}

std::vector<std::string> sql_amounts::nothing() const {
    std::vector<std::string> columns;
    for (const std::string& name : names()) {
        columns.push_back(
            sql_column(in_.decimal.empty() ? "NULLIF(0, 0)" : filled(in_.decimal, "NULLIF('', '')", "30", "18"), name));
    }
    return columns;
}

std::string sql_amounts::text() const {
    if (!in_.decimal.empty()) {
        return "COALESCE(" + filled(in_.text, "amount") + ", '0')";
    }
    // Billionths of either sign become 0 to 999999999 of them.
    const std::string rest = "((COALESCE(amount_billionths, 0) % 1000000000 + 1000000000) % 1000000000)";
    const std::string units =
        fmt::format("(COALESCE(amount, 0) + (COALESCE(amount_billionths, 0) - {}) / 1000000000)", rest);
    const std::string places = "SUBSTR(CAST(1000000000 + {} AS TEXT), 2)";
    return fmt::format("CASE WHEN {0} >= 0 THEN CAST({0} AS TEXT) || '.' || {2}\n"
                       "  WHEN {1} = 0 THEN CAST({0} AS TEXT)\n"
                       "  ELSE '-' || CAST(-({0} + 1) AS TEXT) || '.' || {3} END",
                       units, rest, filled(places, rest), filled(places, "1000000000 - " + rest));
}

}  // namespace cxm
