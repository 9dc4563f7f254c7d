#include "intake/csv_look.hpp"

#include "rows/csv_form.hpp"
#include "text/pieces.hpp"
#include "values/calendar_words.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// `3.4 %`, with a point or a comma.
bool is_percent(std::string_view cell) {
    const auto hundredths = percentage(cell);
    const std::string_view number = trimmed(hundredths.value_or(""));
    return parse_number(number).has_value() || parse_number(number, ',').has_value();
}

/// `€ 24.50`.
bool is_amount(std::string_view cell) {
    number_looks look;
    look.look(cell);
    return !look.currency.empty();
}

void look_at(std::string_view cell, bool semicolons, column_look& look) {
    const bool whole = parse_number(cell).has_value();
    const bool comma = !whole && semicolons && parse_number(cell, ',').has_value();
    const bool percent = is_percent(cell);
    const bool number = whole || comma || (!percent && is_amount(cell));
    look.percents |= percent;
    look.words |= !number && !percent;
    look.text |= !number;
    look.numbers |= number;
    look.marks.look(cell);
    look.dated = look.dated && (look.digits == 0 || look.digits == cell.size()) &&
                 read_calendar(cell).is == calendar_reading::kind::one;
    look.digits = cell.size();
}

}  // namespace

std::vector<column_look> look_at(csv_cells rows, const std::vector<std::string_view>& columns,
                                 const input_options& options) {
    std::vector<column_look> looks(columns.size());
    try {
        while (rows.at < rows.end) {
            if (rows.at_blank_line()) {
                rows.skip_line();
                continue;
            }
            auto behind = csv_cells::behind::delimiter;
            for (std::size_t i = 0; i < columns.size() && behind == csv_cells::behind::delimiter; ++i) {
                csv_cell cell;
                behind = rows.next(cell);
                if (!cell.text.empty() && !says_nothing(options.blanks, columns[i], cell.text)) {
                    look_at(cell.text, rows.delimiter() == ';', looks[i]);
                }
            }
            if (behind == csv_cells::behind::delimiter) {
                rows.skip_line();
            }
        }
    } catch (const csv_cells::fault&) {
        return looks;
    }
    return looks;
}

}  // namespace cxm
