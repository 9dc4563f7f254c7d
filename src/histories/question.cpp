#include "histories/question.hpp"

#include <utility>

namespace cxm {

namespace {

/// The program, where all its columns are known.
history_program with_columns(const people_question& asked, std::vector<std::string> columns) {
    history_program to;
    to.columns = std::move(columns);
    to.blanks = asked.blanks;
    to.id = to.cell_of(asked.id);
    to.time = to.cell_of(asked.time);
    to.label = asked.label.empty() ? wanted_cells::none : to.cell_of(asked.label);
    for (const plan::label& each : asked.by) {
        to.sources.push_back(parse_label_source(each.column));
        to.by.push_back(to.cell_of(to.sources.back().column));
        if (to.sources.back().is == label_source::kind::band) {
            to.number_cells.push_back(to.by.back());
        }
    }
    to.end = asked.end.empty() ? wanted_cells::none : to.cell_of(asked.end);
    to.amount = asked.amount.empty() ? wanted_cells::none : to.cell_of(asked.amount);
    if (to.amount != wanted_cells::none) {
        to.number_cells.push_back(to.amount);
        to.reads_money = true;
    }
    to.where_cells = to.cells_of(asked.where.meets);
    for (const plan::row_condition& event : asked.events) {
        to.event_cells.push_back(to.cells_of(event.meets));
    }
    to.asked = asked;
    const time_form times{asked.date_format,
                          asked.time_zone.empty() ? zone_wanted{} : parse_zone_wanted(asked.time_zone)};
    to.asked.where.meets = with_times(asked.where.meets, times);
    for (plan::row_condition& event : to.asked.events) {
        event.meets = with_times(event.meets, times);
    }
    return to;
}

}  // namespace

history_program compile(const people_question& asked) {
    // What is made of cells stands behind all columns, so these are collected first.
    return with_columns(asked, with_columns(asked, {}).columns);
}

}  // namespace cxm
