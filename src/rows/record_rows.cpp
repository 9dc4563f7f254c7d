#include "rows/record_rows.hpp"

#include <charconv>
#include <cstring>

#include "rows/cell_text.hpp"
#include "text/problem.hpp"

namespace cxm {

record_rows::cell_source record_rows::source_of(const std::string& column, const records& block) {
    if (column == "period") {
        return {&block.periods, nullptr};
    }
    if (const records::label_column* const label = block.find_label(column)) {
        return {&label->values, nullptr};
    }
    for (const records::number_column& number : block.numbers) {
        if (number.of->key == column) {
            return {nullptr, &number.values};
        }
    }
    return {};
}

bool has_column(const records& block, const std::string& column) {
    const record_rows::cell_source from = record_rows::source_of(column, block);
    return from.texts != nullptr || from.numbers != nullptr;
}

record_rows::record_rows(const period_condition& of, const records& block)
    : of_(of),
      block_(block),
      batch_(of.asked().columns.size()),
      room_(of.asked().columns.size() * row_batch::most),
      answers_(of.comparisons()) {
    for (std::size_t i = 0; i < of.asked().columns.size() - of.comparisons(); ++i) {
        const column_text& column = of.asked().columns[i];
        sources_.push_back(source_of(column.name, block));
        through_.push_back(&column.through);
    }
}

const row_batch& record_rows::batch(std::size_t first, std::size_t size) {
    batch_.size = size;
    for (std::size_t cell = 0; cell < sources_.size(); ++cell) {
        for (std::size_t row = 0; row < size; ++row) {
            cell_room& room = room_[cell * row_batch::most + row];
            batch_.column(cell)[row] =
                text_through(*through_[cell], text_of(sources_[cell], first + row, room), room.changed);
        }
    }
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        for (std::size_t row = 0; row < size; ++row) {
            batch_.column(sources_.size() + i)[row] = answer(i, first + row);
        }
    }
    return batch_;
}

std::string_view record_rows::text_of(const cell_source& from, std::size_t row, cell_room& room) {
    if (from.numbers != nullptr && !is_missing((*from.numbers)[row])) {
        const auto end = std::to_chars(room.bytes, room.bytes + sizeof room.bytes, (*from.numbers)[row]);
        return {room.bytes, static_cast<std::size_t>(end.ptr - room.bytes)};
    }
    const std::string_view text = from.texts != nullptr ? (*from.texts)[row] : std::string_view();
    if (text.empty()) {
        return blank_cell;
    }
    if (text.size() > sizeof room.bytes) {
        return text;
    }
    std::memcpy(room.bytes, text.data(), text.size());
    return {room.bytes, text.size()};
}

std::string_view record_rows::answer(std::size_t comparison, std::size_t row) {
    const std::string_view period = block_.periods[row];
    if (period.empty()) {
        return blank_cell;
    }
    try {
        return answers_[comparison].find(period, [&] { return of_.answer(comparison, period); });
    } catch (const cell_problem& problem) {
        throw bad_input(place_and_title(block_, row), "period: " + problem.finding);
    }
}

}  // namespace cxm
