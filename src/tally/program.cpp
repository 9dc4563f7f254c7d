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

void add_survey(program& to, program::survey::kind kind, const std::optional<plan::survey>& given) {
    if (!given) {
        return;
    }
    const std::size_t boxes = static_cast<std::size_t>(given->high - given->low + 1);
    to.surveys.push_back({kind, cell_of(to, given->column), given->low, given->high, given->passives_from,
                          given->promoters_from, words_for(to, boxes)});
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
    if (!p.where.empty()) {
        to.where = parse_condition(p.where);
        to.where_cells = cells_of(to, to.where);
        to.where_text = p.where;
    }
    add_survey(to, program::survey::kind::nps, p.nps);
    add_survey(to, program::survey::kind::csat, p.csat);
    add_survey(to, program::survey::kind::ces, p.ces);
    for (const auto& [name, text] : p.measures) {
        expression parsed = parse_expression(text);
        const std::size_t cell = parsed.kind == counting::count ? program::none : cell_of(to, parsed.column);
        std::vector<std::size_t> cells = cells_of(to, parsed.where);
        to.measures.push_back({known.find_measure(name), parsed.kind, cell, std::move(parsed.where), std::move(cells),
                               words_for(to, parsed.kind == counting::sum ? 3 : 1)});
    }
    to.counts_rows = !to.surveys.empty() || !to.measures.empty();
    if (p.subscriptions) {
        to.start = cell_of(to, p.subscriptions->start);
        to.end = cell_of(to, p.subscriptions->end);
        to.stay_word = words_for(to, 2);
    }
    to.made = measures_of(p, known);
    return to;
}

}  // namespace cxm
