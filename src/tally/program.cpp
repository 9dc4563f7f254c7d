#include "tally/program.hpp"

#include <utility>

#include "values/number.hpp"

namespace cxm {

namespace {

std::size_t words_for(program& to, std::size_t count) {
    const std::size_t first = to.words;
    to.words += count;
    return first;
}

void add_survey(program& to, const plan::survey& given) {
    const bool weighted = to.weight != program::none;
    const std::size_t each = weighted ? 2 : 1;
    const std::size_t words = each * static_cast<std::size_t>(given.high - given.low + 1 + (weighted ? 1 : 0));
    to.surveys.push_back({given.of, to.cell_of(given.column), given.low, given.high, middle_from(given),
                          top_from(given), given.reversed, given.answers, figures_of(given), words_for(to, words),
                          each});
}

void add_measure(program& to, const plan::own_measure& m, const catalogue& known) {
    const expression& e = m.counted;
    const bool is_column = e.kind == counting::sum && e.summand.is_column();
    const std::size_t cell = e.kind == counting::distinct ? to.cell_of(e.told_by)
                             : is_column                  ? to.cell_of(e.summand.columns[0])
                                                          : program::none;
    arithmetic summand = is_column ? arithmetic() : e.summand;
    summand.times = to.times;
    std::vector<std::size_t> summand_cells = to.cells_of(summand.columns);
    const measure* const of = known.find_measure(m.name);
    if (is_column) {
        to.number_cells.push_back(cell);
    }
    to.reads_money |= e.kind != counting::count && e.kind != counting::distinct && of->of == unit::money;
    const bool is_time_spent = of->of == unit::seconds && summand.has_seconds();
    for (const arithmetic_step& step : summand.steps) {
        if (step.does == arithmetic_step::kind::column) {
            to.number_cells.push_back(summand_cells[step.index]);
        }
    }
    program::measured& added = to.measures.emplace_back(
        program::measured{of, e.kind, e.percent, kind_of(*of), cell, std::move(summand), std::move(summand_cells),
                          is_time_spent, m.text, with_times(e.where, to.times), to.cells_of(e.where), 0});
    added.word = words_for(to, added.has_number() ? 3 : 1);
}

/// The program, where all its columns are known.
program compiled(const plan& p, const catalogue& known, std::vector<std::string> columns) {
    program to;
    to.columns = std::move(columns);
    to.every = p.every;
    to.times = {p.date_format, p.time_zone.empty() ? zone_wanted{} : parse_zone_wanted(p.time_zone)};
    to.blanks = p.blanks;
    if (!p.period.empty()) {
        to.period_is_text = p.every == grain::free;
        const std::size_t cell = to.cell_of(p.period);
        if (to.period_is_text) {
            to.labels.push_back(cell);
            to.label_sources.push_back({label_source::kind::text, p.period, {}});
        } else {
            to.period = cell;
        }
    }
    for (const plan::label& each : p.by) {
        to.label_names.push_back(each.name);
        to.label_sources.push_back(parse_label_source(each.column));
        to.labels.push_back(to.cell_of(to.label_sources.back().column));
        if (to.label_sources.back().is == label_source::kind::band) {
            to.number_cells.push_back(to.labels.back());
        }
    }
    to.where = with_times(p.where.meets, to.times);
    to.where_cells = to.cells_of(to.where);
    to.where_text = p.where.text;
    to.weight = p.weight.empty() ? program::none : to.cell_of(p.weight);
    for (const plan::survey& s : p.surveys) {
        add_survey(to, s);
    }
    for (const plan::own_measure& m : p.measures) {
        for (const plan::own_measure& part : parts_of(m, known)) {
            add_measure(to, part, known);
        }
    }
    to.counts_rows = !to.surveys.empty() || !to.measures.empty();
    if (p.subscriptions) {
        to.start = to.cell_of(p.subscriptions->start);
        to.end = to.cell_of(p.subscriptions->end);
        to.stay_word = words_for(to, 2);
    }
    to.counted = measures_of(p, known);
    return to;
}

}  // namespace

std::size_t program::distinct_measures() const {
    return static_cast<std::size_t>(std::count_if(measures.begin(), measures.end(),
                                                  [](const measured& m) { return m.kind == counting::distinct; }));
}

program compile(const plan& p, const catalogue& known) {
    validate(p, known);
    // What is made of cells stands behind all columns, so these are collected first.
    return compiled(p, known, compiled(p, known, {}).columns);
}

}  // namespace cxm
