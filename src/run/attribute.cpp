#include <algorithm>

#include "page/credit_page.hpp"
#include "results/credit_reading.hpp"
#include "run/command.hpp"
#include "run/credit_files.hpp"
#include "run/credit_request.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "write/credit/formats.hpp"

namespace cxm {

namespace {

struct credit_writer {
    format form;
    std::string (*write)(const shown_credit& shown);
};

constexpr credit_writer credit_writers[] = {
    {format::table, table_credit},
    {format::json, json_credit},
    {format::csv, csv_credit},
    {format::markdown, markdown_credit},
    {format::html, [](const shown_credit& shown) { return credit_page(shown, *shown.from); }}};

command_line line_of(credit_flags& f) {
    command_line line = line_for("attribute");
    add_flags(line, f);
    add_flags(line.flags, f.output, formats_in(credit_writers), {.receipt = true, .words = true});
    return line;
}

credit_paths paths_of(const credit_flags& given, const credit_request& request, const streams& io) {
    const std::vector<std::string> columns = columns_of("--touches", *given.touches, "ID,TIME,CHANNEL");
    people_question asked = question_of(given.rows, columns[0], columns[1]);
    asked.label = columns[2];
    asked.events = {{parse_condition(*given.conversion), *given.conversion}};
    asked.amount = given.value.value_or("");
    asked.amount_of_events = true;
    asked.keeps = kept_rows::of_events_or_labels;
    const std::unique_ptr<people_histories> read = gather(asked, given.rows, io);
    return read_paths(*read, request);
}

}  // namespace

int run_attribute(const arguments& given, const streams& io) {
    credit_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(credit_writers), io);
    if (!names_input(texts.rows.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    credit_request request = request_of(texts);
    read_plan(texts.rows, nullptr, io);
    credit_paths from;
    if (texts.paths) {
        request.has_values = std::count(texts.paths->begin(), texts.paths->end(), ',') == 3;
        from = paths_from_files(*texts.paths, texts.rows, io);
    } else {
        from = paths_of(texts, request, io);
    }
    note_late_rows(from.late_rows, io);
    credit_reading made = divide_credit(request, std::move(from));
    if (texts.cost) {
        made.costs = costs_from_file(*texts.cost, made, io);
    }
    if (output.form == format::csv) {
        note(io, std::string(no_cause));
    }
    put_result(
        io, output,
        writer_of(output.form, credit_writers)({made, output.shown_currency(), output.drawn, output.texts, io.kept}));
    return 0;
}

}  // namespace cxm
