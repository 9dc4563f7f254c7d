#include "tally/program.hpp"

#include <algorithm>

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

std::vector<std::size_t> cells_of(program& to, const condition& where) {
    std::vector<std::size_t> cells;
    for (const std::string& column : where.columns) {
        cells.push_back(cell_of(to, column));
    }
    return cells;
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

}  // namespace

program compile(const plan& p, const catalogue& known) {
    validate(p, known);
    program to;
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
    to.where_cells = cells_of(to, to.where);
    to.where_text = p.where.text;
    for (const plan::survey& s : p.surveys) {
        add_survey(to, s);
    }
    for (const plan::own_measure& m : p.measures) {
        const bool has_column = m.counted.kind != counting::count;
        const std::size_t cell = has_column ? cell_of(to, m.counted.column) : program::none;
        to.measures.push_back({known.find_measure(m.name), m.counted.kind, cell, m.text, m.counted.where,
                               cells_of(to, m.counted.where), words_for(to, m.counted.kind == counting::sum ? 3 : 1)});
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

}  // namespace cxm
