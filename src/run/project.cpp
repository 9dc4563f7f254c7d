#include <fmt/format.h>

#include "page/projection_page.hpp"
#include "run/as_of.hpp"
#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/projection_request.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "write/project/formats.hpp"
#include "write/receipt.hpp"

namespace cxm {

namespace {

struct projection_writer {
    format form;
    std::string (*write)(const projection& p, std::string_view currency, const output_settings& how,
                         const receipt& from);
};

constexpr projection_writer projection_writers[] = {
    {format::table, [](const projection& p, std::string_view currency, const output_settings& how,
                       const receipt&) { return write_projection(p, currency, how.drawn); }},
    {format::json, [](const projection& p, std::string_view currency, const output_settings&,
                      const receipt&) { return projection_json(p, currency); }},
    {format::csv, [](const projection& p, std::string_view, const output_settings& how,
                     const receipt&) { return projection_csv(p, how.texts); }},
    {format::markdown, [](const projection& p, std::string_view currency, const output_settings& how,
                          const receipt&) { return projection_markdown(p, currency, how.drawn.say); }},
    {format::html,
     [](const projection& p, std::string_view currency, const output_settings& how, const receipt& from) {
         return projection_page(p, {currency, false, how.drawn.say}, from);
     }},
};

command_line line_of(projection_flags& r) {
    command_line line = line_for("project");
    line.footer = "Records are those of one cohort, an age each, in the order of the file, or of several that a label "
                  "tells apart. Raw rows are contracts, by --subscriptions.";
    line.operands_name = "FILE";
    line.operands_help = "JSON, NDJSON, CSV or TSV files of records, or raw rows; - is standard input";
    line.operands = &r.files;
    const choices models = words_in(curve_words);
    constexpr const char* group = "Question";
    line.flags = {
        {"--survivors", "N,N,…", "In place of files: customers at the start and after each renewal", &r.survivors,
         group},
        {"--cohorts", "LABEL", "The label that tells several cohorts apart, whose counts are pooled (cohort)",
         &r.cohorts, group},
        {"--model", "NAME", either(models) + "; else sbg, unless bdw fits better by more than chance", &r.model, group,
         models},
        {"--horizon", "N", "The renewal up to which to project (twice as many as are seen)", &r.horizon, group},
        {"--discount", "RATE[/year]", "What later payments are discounted by: 10%/year, or 1% of a period", &r.discount,
         group},
        {"--periods-per-year", "N", "How long a period is, where the records' periods do not tell it", &r.per_year,
         group},
        {"--margin", "MONEY", "What a payment brings; without it payments are counted", &r.margin, group},
        {"--base", "N,N,…", "Customers with 0, 1, 2, … renewals behind them, in place of the cohort's own", &r.base,
         group},
        {"--no-holdout", "", "Leave out the test on the last third of the ages", &r.no_holdout, group},
        {"--level", "LEVEL", "Confidence of limits (0.95, or 95%)", &r.level, group}};
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.output, formats_in(projection_writers), {.receipt = true, .words = true});
    add_flags(line.flags, r.input);
    return line;
}

/// What says how files are read has nothing to act on.
void require_no_files(const command_line& line, const projection_flags& given) {
    if (!given.files.empty()) {
        throw bad_usage("--survivors stand in place of files; leave out " + shown_end(given.files.front()));
    }
    for (const flag& f : line.flags) {
        if ((f.names == "--cohorts" || f.group == "Input" || f.group == "Raw rows") && is_given(f)) {
            throw bad_usage(f.names + " is about files, and --survivors stand in their place");
        }
    }
}

void put_projection(const projection_question& q, const output_settings& output, std::string_view currency,
                    const streams& io) {
    if (q.renewals() > most_projected_ages) {
        throw bad_input(
            "", fmt::format("{} ages are more than a curve is read for ({})", q.renewals(), most_projected_ages));
    }
    const projection p = project(q);
    put_result(io, output, writer_of(output.form, projection_writers)(p, currency, output, *io.kept));
}

}  // namespace

int run_project(const arguments& given, const streams& io) {
    projection_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(projection_writers), io);
    projection_question q = question_of(texts);
    if (texts.survivors) {
        require_no_files(line, texts);
        io.kept->inputs.clear();
        q.cohorts = {survivors_of(texts)};
        q.discount = discount_of(texts, grain::free);
        put_projection(q, output, output.shown_currency(), io);
        return 0;
    }
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    const cohorts_input read = read_cohorts_of(texts, q, io);
    q.discount = discount_of(texts, read.every);
    put_projection(q, output, output.currency.value_or(read.currency), io);
    return 0;
}

}  // namespace cxm
