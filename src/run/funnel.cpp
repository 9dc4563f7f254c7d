#include <algorithm>

#include "results/funnel_reading.hpp"
#include "run/command.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/people_flags.hpp"
#include "run/terminal.hpp"
#include "text/problem.hpp"
#include "write/funnel/formats.hpp"

namespace cxm {

namespace {

struct funnel_flags {
    people_flags rows = {};
    std::vector<std::string> steps = {};
    std::optional<std::string> within = {};
    std::optional<std::string> order = {};
    std::optional<std::string> anchor = {};
    std::optional<std::string> by = {};
    std::optional<std::string> level = {};
    bool drop_young = false;
    output_flags output = {};
};

constexpr word_for<step_order> order_words[] = {
    {"order", step_order::ordered}, {"strict", step_order::strict}, {"any", step_order::any}};
constexpr word_for<bool> anchor_words[] = {{"every", false}, {"first", true}};

struct funnel_writer {
    format form;
    std::string (*write)(const shown_funnel& shown);
};

constexpr funnel_writer funnel_writers[] = {{format::table, table_funnel},
                                            {format::json, json_funnel},
                                            {format::csv, csv_funnel},
                                            {format::markdown, markdown_funnel}};

command_line line_of(funnel_flags& f) {
    command_line line = line_for("funnel");
    add_flags(line, f.rows);
    const choices orders = words_in(order_words);
    const choices anchors = words_in(anchor_words);
    line.flags.push_back({"--step", "[NAME:] CONDITION",
                          "A step, in the order they are taken: \"cart: event = 'add'\" (repeatable)", &f.steps,
                          "Funnel"});
    line.flags.push_back({"--within", "LENGTH", "The longest time from the first step to the last: 7d, 36h, 15min",
                          &f.within, "Funnel"});
    line.flags.push_back({"--steps-in", "ORDER",
                          either(orders) + ": one after the other whatever lies between, with nothing between, or in "
                                           "any order",
                          &f.order, "Funnel", orders});
    line.flags.push_back({"--anchor", "WHICH",
                          either(anchors) + ": which of a person's first steps may begin the way that counts",
                          &f.anchor, "Funnel", anchors});
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "Apart by what the row of the first step says there", &f.by, "Funnel"});
    line.flags.push_back(
        {"--drop-young", "", "Leave out who entered less than --within before the data end", &f.drop_young, "Funnel"});
    line.flags.push_back({"--level", "LEVEL", "The confidence level of intervals (95%)", &f.level, "Funnel"});
    add_flags(line.flags, f.output, formats_in(funnel_writers), {.money = false});
    return line;
}

/// `cart: event = 'add'` as a name and a condition; without a name the condition is its own.
std::pair<std::string, plan::row_condition> step_of(const std::string& text) {
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string name = text.substr(0, colon);
    const bool is_named = colon != text.size() && name.find_first_of("'\"=<>(") == std::string::npos;
    const std::size_t from = is_named ? text.find_first_not_of(' ', colon + 1) : 0;
    const std::string condition = from == std::string::npos ? "" : text.substr(from);
    if ((is_named && name.empty()) || condition.empty()) {
        throw bad_usage("--step: " + quoted(text) + " is not NAME: CONDITION, as \"cart: event = 'add'\"");
    }
    return {is_named ? name : condition, {parse_condition(condition), condition}};
}

std::vector<std::string> add_steps(const funnel_flags& given, people_question& asked) {
    std::vector<std::string> names;
    for (const std::string& text : given.steps) {
        auto [name, condition] = step_of(text);
        if (std::find(names.begin(), names.end(), name) != names.end()) {
            throw bad_usage("--step: two steps are called " + quoted(name));
        }
        names.push_back(std::move(name));
        asked.events.push_back(std::move(condition));
    }
    if (names.size() < 2 || names.size() > funnel_rules::most_steps) {
        throw bad_usage("a funnel has 2 to 32 steps; give each by --step \"NAME: CONDITION\"");
    }
    return names;
}

funnel_request request_of(const funnel_flags& given) {
    funnel_request asked;
    asked.rules.steps = given.steps.size();
    if (given.within) {
        asked.rules.window = length_of("--within", *given.within);
    } else if (given.drop_young) {
        throw bad_usage("--drop-young leaves out who had less time than --within, which is not given");
    }
    asked.rules.order = given.order ? value_of("--steps-in", *given.order, order_words) : step_order::ordered;
    asked.rules.first_entry_only = given.anchor && value_of("--anchor", *given.anchor, anchor_words);
    asked.drop_young = given.drop_young;
    asked.until = last_moment_of(given.rows);
    asked.level = given.level ? level_of(*given.level) : asked.level;
    return asked;
}

/// The name and the column of `--by`.
plan::label by_of(const funnel_flags& given) {
    plan labels;
    if (given.by) {
        add_label(labels, *given.by);
    }
    return given.by ? labels.by.front() : plan::label{};
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
    const std::unique_ptr<people_histories> read = gather(asked, texts.rows, io);
    const funnel_reading made = read_funnel(*read, request);
    note_late_rows(made.late_rows, io);
    put(io, output.file, writer_of(output.form, funnel_writers)({made, steps, by.name, output.drawn, output.texts}));
    return 0;
}

}  // namespace cxm
