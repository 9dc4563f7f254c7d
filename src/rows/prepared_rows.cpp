#include "rows/prepared_rows.hpp"

#include <algorithm>

#include "rows/cell_text.hpp"

namespace cxm {

prepared_rows::prepared_rows(const wanted_cells& wanted)
    : wanted_(wanted),
      as_given_(wanted.blanks.empty() && wanted.changed_cells.empty()),
      prepared_(as_given_ ? 0 : wanted.columns.size() + wanted.changed_cells.size()),
      changed_(wanted.changed_cells.size() * row_batch::most) {}

const row_batch& prepared_rows::of(const row_batch& given) {
    if (as_given_) {
        return given;
    }
    prepared_.size = given.size;
    prepared_.chunk = given.chunk;
    for (std::size_t cell = 0; cell < wanted_.columns.size(); ++cell) {
        std::copy_n(given.column(cell), given.size, prepared_.column(cell));
    }
    if (!wanted_.blanks.empty()) {
        blank_out();
    }
    std::string* room = changed_.data();
    for (std::size_t i = 0; i < wanted_.changed_cells.size(); ++i) {
        const wanted_cells::changed_cell& changed = wanted_.changed_cells[i];
        const std::string_view* const from = prepared_.column(changed.from);
        std::transform(from, from + given.size, prepared_.column(wanted_.columns.size() + i),
                       [&](std::string_view text) { return text_through(changed.through, text, *room++); });
    }
    return prepared_;
}

void prepared_rows::blank_out() {
    for (std::size_t cell = 0; cell < wanted_.columns.size(); ++cell) {
        std::string_view* const cells = prepared_.column(cell);
        std::transform(cells, cells + prepared_.size, cells, [&](std::string_view text) {
            return says_nothing(wanted_.blanks, wanted_.columns[cell], text) ? blank_cell : text;
        });
    }
}

}  // namespace cxm
