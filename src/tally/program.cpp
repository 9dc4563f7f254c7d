#include "tally/program.hpp"

#include <algorithm>
#include <utility>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

std::size_t cell_of(program& to, const std::string& column) {
    const auto known = std::find(to.columns.begin(), to.columns.end(), column);
    const std::size_t cell = static_cast<std::size_t>(known - to.columns.begin());
    if (known == to.columns.end()) {
        to.columns.push_back(column);
    }
    return cell;
}

std::size_t cell_of(program& to, const column_text& column) {
    const std::size_t cell = cell_of(to, column.name);
    if (column.through.empty()) {
        return cell;
    }
    const program::changed_cell wanted{cell, column.through};
    const auto known = std::find(to.changed_cells.begin(), to.changed_cells.end(), wanted);
    const std::size_t number = static_cast<std::size_t>(known - to.changed_cells.begin());
    if (known == to.changed_cells.end()) {
        to.changed_cells.push_back(wanted);
    }
    return to.columns.size() + number;
}

template <class Column>
std::vector<std::size_t> cells_of(program& to, const std::vector<Column>& columns) {
    std::vector<std::size_t> cells;
    for (const Column& column : columns) {
        cells.push_back(cell_of(to, column));
    }
    return cells;
}

void note_perhaps_texts(program& to, const condition& where) {
    to.perhaps_texts.insert(to.perhaps_texts.end(), where.perhaps_texts.begin(), where.perhaps_texts.end());
}

std::size_t words_for(program& to, std::size_t count) {
    const std::size_t first = to.words;
    to.words += count;
    return first;
}

void add_survey(program& to, const plan::survey& given) {
    const std::size_t boxes = static_cast<std::size_t>(given.high - given.low + 1);
    const int top_from = given.of->has_cuts ? given.promoters_from : given.high - 1;
    const int middle_from = given.of->has_cuts ? given.passives_from : top_from;
    to.surveys.push_back(
        {given.of, cell_of(to, given.column), given.low, given.high, middle_from, top_from, words_for(to, boxes)});
}

void add_measure(program& to, const plan::own_measure& m, const catalogue& known) {
    const expression& e = m.counted;
    const bool is_column = e.kind == counting::sum && e.summand.is_column();
    const std::size_t cell = e.kind == counting::distinct ? cell_of(to, e.told_by)
                             : is_column                  ? cell_of(to, e.summand.columns[0])
                                                          : program::none;
    const arithmetic summand = is_column ? arithmetic() : e.summand;
    std::vector<std::size_t> summand_cells = cells_of(to, summand.columns);
    to.measures.push_back({known.find_measure(m.name), e.kind, cell, summand, std::move(summand_cells), m.text, e.where,
                           cells_of(to, e.where.columns), words_for(to, e.kind == counting::sum ? 3 : 1)});
    note_perhaps_texts(to, e.where);
}

/// The program, where all its columns are known.
program compiled(const plan& p, const catalogue& known, std::vector<std::string> columns) {
    program to;
    to.columns = std::move(columns);
    to.every = p.every;
    to.date_format = p.date_format;
    to.blanks = p.blanks;
    if (!p.period.empty()) {
        to.period_is_text = p.every == grain::free;
        const std::size_t cell = cell_of(to, p.period);
        if (to.period_is_text) {
            to.labels.push_back(cell);
        } else {
            to.period = cell;
        }
    }
    for (const plan::label& each : p.by) {
        to.label_names.push_back(each.name);
        to.labels.push_back(cell_of(to, each.column));
    }
    to.where = p.where.meets;
    to.where_cells = cells_of(to, to.where.columns);
    note_perhaps_texts(to, to.where);
    to.where_text = p.where.text;
    for (const plan::survey& s : p.surveys) {
        add_survey(to, s);
    }
    for (const plan::own_measure& m : p.measures) {
        add_measure(to, m, known);
    }
    to.counts_rows = !to.surveys.empty() || !to.measures.empty();
    if (p.subscriptions) {
        to.start = cell_of(to, p.subscriptions->start);
        to.end = cell_of(to, p.subscriptions->end);
        to.stay_word = words_for(to, 2);
    }
    to.counted = measures_of(p, known);
    return to;
}

void require_columns_of_blanks(const program& of) {
    for (const blank_text& blank : of.blanks) {
        const bool is_read = std::find(of.columns.begin(), of.columns.end(), blank.column) != of.columns.end();
        if (!blank.column.empty() && !is_read) {
            throw bad_usage("the blank " + quoted(blank.text) + " is of the column " + quoted(blank.column) +
                            ", which is not counted" +
                            those_there_are("columns counted", {of.columns.begin(), of.columns.end()}));
        }
    }
}

}  // namespace

program compile(const plan& p, const catalogue& known) {
    validate(p, known);
    // What is made of cells stands behind all columns, so these are collected first.
    program ready = compiled(p, known, compiled(p, known, {}).columns);
    require_columns_of_blanks(ready);
    return ready;
}

}  // namespace cxm
