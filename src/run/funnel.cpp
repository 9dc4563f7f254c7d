#include <algorithm>

#include "page/funnel_page.hpp"
#include "results/funnel_reading.hpp"
#include "run/command.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"
#include "run/funnel_comparison.hpp"
#include "run/funnel_request.hpp"
#include "run/summary.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "write/funnel/formats.hpp"
#include "write/sentences/sentences.hpp"

namespace cxm {

namespace {

struct funnel_writer {
    format form;
    std::string (*write)(const shown_funnel& shown);
    std::string (*write_change)(const shown_funnel_change& shown);
};

constexpr funnel_writer funnel_writers[] = {
    {format::table, table_funnel, table_funnel_change},
    {format::json, json_funnel, json_funnel_change},
    {format::csv, csv_funnel, csv_funnel_change},
    {format::markdown, markdown_funnel, markdown_funnel_change},
    {format::html, [](const shown_funnel& shown) { return funnel_page(shown, *shown.from); },
     [](const shown_funnel_change& shown) { return funnel_change_page(shown, *shown.after.in.from); }}};

command_line line_of(funnel_flags& f) {
    command_line line = line_for("funnel");
    add_flags(line, f);
    add_flags(line.flags, f.output, formats_in(funnel_writers),
              {.money = false, .receipt = true, .sentences = true, .words = true});
    return line;
}

std::string names_of_files(const std::vector<std::string>& files) {
    std::string names;
    for (const std::string& file : files) {
        names += (names.empty() ? "" : ", ") + file;
    }
    return names;
}

}  // namespace

int run_funnel(const arguments& given, const streams& io) {
    funnel_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(funnel_writers), io);
    if (!names_input(texts.rows.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    read_plan(texts.rows, nullptr, io);
    if (!texts.rows.people) {
        throw bad_usage("nothing says whose rows these are; give --people ID,TIME: the columns of who and when");
    }
    const std::vector<std::string> people = columns_of("--people", *texts.rows.people, "ID,TIME");
    people_question asked = question_of(texts.rows, people[0], people[1]);
    const plan::label by = by_of(texts);
    const funnel_request request = request_of(texts);
    const std::vector<std::string> steps = add_steps(texts, asked);
    asked.label = by.column;
    // What is no step breaks a chain of steps that follow each other at once.
    asked.keeps = request.rules.order == step_order::strict ? kept_rows::every : kept_rows::of_events;
    require_one_comparison(texts, io, output.file);
    const auto follow = [&](const std::vector<std::string>& files) {
        people_flags rows = texts.rows;
        rows.files = files;
        const std::unique_ptr<people_histories> read = gather(asked, rows, io);
        funnel_reading made = read_funnel(*read, request);
        note_late_rows(made.late_rows, io);
        return made;
    };
    const funnel_reading made = follow(texts.rows.files);
    const shown_funnel shown{made, steps, by.name, output.drawn, output.texts, io.kept};
    const funnel_writer& writer = *std::find_if(std::begin(funnel_writers), std::end(funnel_writers),
                                                [&](const funnel_writer& w) { return w.form == output.form; });
    const auto put_change = [&](const funnel_side& before, const funnel_side& after) {
        const funnel_change change = change_of_funnel(before, after);
        const shown_funnel_change both{before, after, change};
        put_result(io, output,
                   opened(
                       output, io, [&] { return sentences_of(both, sentences_in(output.drawn.say)); },
                       [&] { return writer.write_change(both); }));
    };
    if (texts.against) {
        const funnel_reading earlier = follow({*texts.against});
        const shown_funnel shown_earlier{earlier, steps, by.name, output.drawn, output.texts};
        put_change({shown_earlier, earlier.everyone, *texts.against},
                   {shown, made.everyone, names_of_files(texts.rows.files)});
    } else if (texts.between) {
        const auto [a, b] = values_between(*texts.between);
        put_change(side_of(shown, a), side_of(shown, b));
    } else {
        put_result(io, output,
                   opened(
                       output, io, [&] { return sentences_of(shown, sentences_in(output.drawn.say)); },
                       [&] { return writer.write(shown); }));
    }
    return 0;
}

}  // namespace cxm
