#include "rows/wanted_cells.hpp"

#include <algorithm>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

template <class Value>
std::size_t place_in(std::vector<Value>& values, const Value& wanted) {
    const auto known = std::find(values.begin(), values.end(), wanted);
    const auto place = static_cast<std::size_t>(known - values.begin());
    if (known == values.end()) {
        values.push_back(wanted);
    }
    return place;
}

}  // namespace

std::size_t wanted_cells::cell_of(const std::string& column) { return place_in(columns, column); }

std::size_t wanted_cells::cell_of(const column_text& column) {
    const std::size_t cell = cell_of(column.name);
    return column.through.empty() ? cell : columns.size() + place_in(changed_cells, {cell, column.through});
}

std::vector<std::size_t> wanted_cells::cells_of(const condition& where) {
    perhaps_texts.insert(perhaps_texts.end(), where.perhaps_texts.begin(), where.perhaps_texts.end());
    std::vector<std::size_t> cells = cells_of(where.columns);
    for (const condition_step& step : where.steps) {
        if (step.does == condition_step::kind::compare && where.literals[step.literals].is_number) {
            number_cells.push_back(cells[step.column]);
        }
    }
    return cells;
}

void require_columns_of_blanks(const wanted_cells& wanted) {
    for (const blank_text& blank : wanted.blanks) {
        const bool is_read =
            std::find(wanted.columns.begin(), wanted.columns.end(), blank.column) != wanted.columns.end();
        if (!blank.column.empty() && !is_read) {
            throw bad_usage("the blank " + quote_of(blank.text) + " is of the column " + quote_of(blank.column) +
                            ", which is not counted" +
                            those_there_are("columns counted", {wanted.columns.begin(), wanted.columns.end()}));
        }
    }
}

}  // namespace cxm
