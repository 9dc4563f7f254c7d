#include "results/cohort_reading.hpp"

#include <algorithm>

#include "page/cohort_page.hpp"
#include "run/cohort_request.hpp"
#include "run/command.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"
#include "run/summary.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "write/cohorts/formats.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

struct cohort_flags {
    people_flags rows = {};
    std::optional<std::string> orders = {};
    std::optional<std::string> every = {};
    std::optional<std::string> rolling = {};
    std::optional<std::string> ages = {};
    std::optional<std::string> cells = {};
    std::optional<std::string> level = {};
    bool unbounded = false;
    bool wide = false;
    output_flags output = {};
};

constexpr word_for<cell_figure> cell_words[] = {{"retention", cell_figure::retention},
                                                {"people", cell_figure::people},
                                                {"orders", cell_figure::orders},
                                                {"revenue", cell_figure::revenue}};
struct cohorts_writer {
    format form;
    std::string (*write)(const shown_cohorts& shown);
};

constexpr cohorts_writer cohorts_writers[] = {
    {format::table, table_cohorts},
    {format::json, json_cohorts},
    {format::csv, csv_cohorts},
    {format::ndjson, ndjson_cohorts},
    {format::markdown, markdown_cohorts},
    {format::html, [](const shown_cohorts& shown) { return cohort_page(shown, *shown.from); }}};

command_line line_of(cohort_flags& f) {
    command_line line = line_for("cohorts");
    add_flags(line, f.rows);
    constexpr const char* group = "Cohorts";
    const choices grains = words_in(cohort_grains);
    const choices cells = words_in(cell_words);
    line.flags.push_back(
        {"--orders", "ID,TIME[,AMOUNT]", "The same of orders, and the column of their amounts", &f.orders, "Rows"});
    line.flags.push_back(
        {"--every", "PERIOD", "Cohorts are of a " + either(grains) + " (month)", &f.every, group, grains});
    line.flags.push_back({"--rolling", "LENGTH",
                          "Ages are of so many days from each person's first day on, 30d, not of calendar periods",
                          &f.rolling, group});
    line.flags.push_back({"--unbounded", "", "Active is who came at this age or later", &f.unbounded, group});
    line.flags.push_back({"--ages", "N", "How many ages are counted (120 at most)", &f.ages, group});
    line.flags.push_back(
        {"--cells", "WHAT", "What a grid shows: " + either(cells) + ", these two a head", &f.cells, group, cells});
    line.flags.push_back({"--level", "LEVEL", "The confidence level of intervals (95%)", &f.level, group});
    line.flags.push_back({"--wide", "", "CSV as a grid: a line a cohort, a column an age", &f.wide, "Output"});
    add_flags(line.flags, f.output, formats_in(cohorts_writers), {.receipt = true, .sentences = true, .words = true});
    return line;
}

/// The columns of who, when and how much; the last is empty where none is given.
std::vector<std::string> order_columns(const cohort_flags& given) {
    if (given.rows.people && given.orders) {
        throw bad_usage("--people and --orders both say whose rows these are; give one of them");
    }
    if (!given.rows.people && !given.orders) {
        throw bad_usage(
            "nothing says whose rows these are; give --people ID,TIME, or --orders ID,TIME,AMOUNT: columns");
    }
    if (given.rows.people) {
        std::vector<std::string> columns = columns_of("--people", *given.rows.people, "ID,TIME");
        columns.emplace_back();
        return columns;
    }
    const bool has_amount = std::count(given.orders->begin(), given.orders->end(), ',') > 1;
    std::vector<std::string> columns = columns_of("--orders", *given.orders, has_amount ? "ID,TIME,AMOUNT" : "ID,TIME");
    columns.resize(3);
    return columns;
}

cohort_request request_of(const cohort_flags& given, bool has_amounts) {
    cohort_request asked;
    asked.rules.until = 0;
    asked.rules.of = given.every ? value_of("--every", *given.every, cohort_grains) : grain::month;
    if (given.rolling) {
        asked.rules.by = cohort_ages::rolling;
        asked.rules.length = rolling_days_of(*given.rolling);
    }
    asked.rules.count = given.unbounded ? cohort_activity::unbounded : cohort_activity::bounded;
    if (given.ages) {
        asked.most_ages = ages_of(*given.ages);
    }
    asked.until = last_moment_of(given.rows);
    asked.has_amounts = has_amounts;
    asked.level = given.level ? level_of(*given.level) : asked.level;
    return asked;
}

/// What the cells show; throws bad_usage for what the format, or the rows, do not have.
cell_figure cells_of(const cohort_flags& given, format form, bool has_amounts) {
    const cell_figure cells = given.cells ? value_of("--cells", *given.cells, cell_words) : cell_figure::retention;
    if (cells == cell_figure::revenue && !has_amounts) {
        throw bad_usage("--cells revenue needs amounts; give --orders ID,TIME,AMOUNT");
    }
    if (given.wide && form != format::csv) {
        throw bad_usage("--wide goes with --format csv");
    }
    const bool shows_all = form == format::json || form == format::ndjson || (form == format::csv && !given.wide);
    if (given.cells && shows_all) {
        throw bad_usage("--cells is about grids: table, markdown and --wide; this format has all figures");
    }
    return cells;
}

}  // namespace

int run_cohorts(const arguments& given, const streams& io) {
    cohort_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(cohorts_writers), io);
    if (!names_input(texts.rows.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    read_plan(texts.rows, &texts.orders, io);
    const std::vector<std::string> columns = order_columns(texts);
    people_question asked = question_of(texts.rows, columns[0], columns[1]);
    asked.amount = columns[2];
    asked.clock = clock_of_rows::as_written;
    const cohort_request request = request_of(texts, !asked.amount.empty());
    const cell_figure cells = cells_of(texts, output.form, request.has_amounts);
    const std::unique_ptr<people_histories> read = gather(asked, texts.rows, io);
    const cohort_reading made = read_cohorts(*read, request);
    note_late_rows(made.late_rows, io);
    const catalogue known;
    const auto write = texts.wide ? wide_csv_cohorts : writer_of(output.form, cohorts_writers);
    put_result(io, output,
               opened(
                   output, io, [&] { return sentences_of(made, sentences_in(output.drawn.say)); },
                   [&] {
                       return write({made, known, cells, output.shown_currency(), output.drawn, output.texts, io.kept});
                   }));
    return 0;
}

}  // namespace cxm
