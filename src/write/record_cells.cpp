#include "write/record_cells.hpp"

#include <algorithm>
#include <cxm/spell.hpp>

namespace cxm {

namespace {

bool has_periods(const records& rows) {
    return std::any_of(rows.periods.begin(), rows.periods.end(), [](std::string_view p) { return !p.empty(); });
}

}  // namespace

std::size_t text_columns(const records& rows) {
    return (has_periods(rows) ? 1 : 0) + (rows.all_complete() ? 0 : 1) + rows.labels.size();
}

std::vector<std::vector<std::string>> cells_of(const records& rows) {
    std::vector<std::vector<std::string>> cells(rows.size() + 1);
    const auto column = [&](std::string_view title, auto&& cell) {
        cells[0].emplace_back(title);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            cells[row + 1].push_back(cell(row));
        }
    };
    if (has_periods(rows)) {
        column("period", [&](std::size_t row) { return std::string(rows.periods[row]); });
    }
    if (!rows.all_complete()) {
        column("complete", [&](std::size_t row) { return std::string(rows.is_complete(row) ? "true" : "false"); });
    }
    for (const records::label_column& label : rows.labels) {
        column(label.name, [&](std::size_t row) { return std::string(label.values[row]); });
    }
    for (const records::number_column& number : rows.numbers) {
        column(number.of->key, [&](std::size_t row) {
            return is_missing(number.values[row]) ? std::string() : spell(number.values[row]);
        });
    }
    return cells;
}

}  // namespace cxm
