#include "histories/key_program.hpp"

#include <string>
#include <utility>

namespace cxm {

key_program compile_keys(const plan& p, const wanted_cells& others) {
    const auto with_columns = [&](std::vector<std::string> columns) {
        key_program to;
        to.columns = std::move(columns);
        to.blanks = p.blanks;
        to.asked = p.one_per.value();
        for (const std::string& column : others.columns) {
            to.cell_of(column);
        }
        to.key = to.cells_of(to.asked.columns);
        const std::string time = time_of_keys(p);
        to.time = time.empty() ? wanted_cells::none : to.cell_of(time);
        to.where = p.where.meets;
        to.where_cells = to.cells_of(to.where);
        to.perhaps_texts.insert(to.perhaps_texts.end(), others.perhaps_texts.begin(), others.perhaps_texts.end());
        to.number_cells.insert(to.number_cells.end(), others.number_cells.begin(), others.number_cells.end());
        to.times.date_format = p.date_format;
        to.times.time_zone = p.time_zone;
        to.times.clock = clock_of_rows::as_written;
        return to;
    };
    // What is made of cells stands behind all columns, so these are collected first.
    return with_columns(with_columns({}).columns);
}

}  // namespace cxm
