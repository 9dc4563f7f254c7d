#include "export/exports.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <cxm/catalogue.hpp>
#include <memory>
#include <utility>

#include "run/command.hpp"
#include "run/flags/describe.hpp"
#include "run/flags/manual.hpp"
#include "run/flags/output_flags.hpp"
#include "run/flags/raw_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "text/problem.hpp"
#include "write/json/plan.hpp"

namespace cxm {

namespace {

struct export_flags {
    std::vector<std::string> what;
    output_flags output;
    raw_flags raw;
    std::vector<std::string> by;
    std::vector<std::string> metric_files;
};

struct exported {
    std::string_view word;
    std::string_view meaning;
    std::string (*write)(const catalogue& known, const export_flags& r);
};

/// A plan says what becomes of rows, not how a file of them is read.
std::string spelled_plan(const catalogue& known, const export_flags& r) {
    const std::pair<std::string_view, bool> given[] = {
        {"--ragged", r.raw.ragged.has_value()},       {"--encoding", r.raw.encoding.has_value()},
        {"--delimiter", r.raw.delimiter.has_value()}, {"--header-row", r.raw.header_row.has_value()},
        {"--skip-rows", r.raw.skip_rows.has_value()}, {"--max-memory", r.raw.max_memory.has_value()},
        {"--until", r.raw.until.has_value()}};
    for (const auto& [name, is_there] : given) {
        if (is_there) {
            throw bad_usage(std::string(name) + " is no part of a plan; give it where the rows are counted");
        }
    }
    return spell(plan_of(r.raw, r.by, known));
}

/// What a command answers when it is asked for its own line.
template <class Run>
std::string answer_to(const char* question, Run run) {
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> answer(std::tmpfile(), std::fclose);
    if (!answer) {
        throw cannot_write("a temporary file cannot be made");
    }
    run(arguments{question}, streams{stdin, answer.get(), stderr});
    std::string text(static_cast<std::size_t>(std::ftell(answer.get())), '\0');
    std::rewind(answer.get());
    text.resize(std::fread(text.data(), 1, text.size(), answer.get()));
    return text;
}

/// Every command and every metric with its flags.
std::string cli_json(const catalogue&, const export_flags&) {
    std::string text = "{\"schema\":\"cxm.cli/1\",\"version\":\"" CXM_VERSION "\",\"commands\":[";
    const char* before = "\n";
    for (const command& c : commands()) {
        text += std::exchange(before, ",\n") + answer_to(describe_as_json, c.run);
    }
    text += "\n],\"metrics\":[";
    before = "\n";
    for (const metric* m : all_metrics()) {
        text += std::exchange(before, ",\n") +
                answer_to(describe_as_json,
                          [&](const arguments& given, const streams& io) { return run_metric(m->key, given, io); });
    }
    return text + "\n]}\n";
}

std::string manual(const catalogue&, const export_flags& r) {
    if (r.what.size() < 2) {
        return program_manual();
    }
    const auto known = commands();
    choices names;
    for (const command& c : known) {
        names.emplace_back(c.name);
    }
    return answer_to(describe_as_manual, known[place_of("cxm export manual", r.what[1], names)].run);
}

constexpr std::string_view glossary_word = "glossary";

constexpr exported exports[] = {
    {"catalogue", "every metric and measure, as JSON",
     [](const catalogue& known, const export_flags&) { return catalogue_json(known); }},
    {"schema", "JSON Schema of records",
     [](const catalogue& known, const export_flags&) { return records_schema(known); }},
    {"metrics-schema", "JSON Schema of a file of your own metrics",
     [](const catalogue&, const export_flags&) { return metrics_schema(); }},
    {"rules-schema", "JSON Schema of a file of rules for cxm check",
     [](const catalogue& known, const export_flags&) { return rules_schema(known); }},
    {"targets-schema", "JSON Schema of a file of targets",
     [](const catalogue& known, const export_flags&) { return targets_schema(known); }},
    {"check-schema", "JSON Schema of what cxm check prints as JSON",
     [](const catalogue&, const export_flags&) { return check_schema(); }},
    {"funnel-schema", "JSON Schema of what cxm funnel prints as JSON",
     [](const catalogue&, const export_flags&) { return funnel_schema(); }},
    {"funnel-change-schema", "JSON Schema of what cxm funnel prints as JSON where it compares",
     [](const catalogue&, const export_flags&) { return funnel_change_schema(); }},
    {"cohorts-schema", "JSON Schema of what cxm cohorts prints as JSON",
     [](const catalogue&, const export_flags&) { return cohorts_schema(); }},
    {"attribution-schema", "JSON Schema of what cxm attribute prints as JSON",
     [](const catalogue&, const export_flags&) { return attribution_schema(); }},
    {"relation-schema", "JSON Schema of what cxm relate prints as JSON",
     [](const catalogue&, const export_flags&) { return relation_schema(); }},
    {"forecast-schema", "JSON Schema of what cxm project and customers print as JSON",
     [](const catalogue&, const export_flags&) { return forecast_schema(); }},
    {"metrics-doc", "the page about all metrics, in Markdown",
     [](const catalogue& known, const export_flags&) { return metrics_doc(known); }},
    {glossary_word, "what the words mean, in Markdown",
     [](const catalogue& known, const export_flags& r) { return glossary(known, wording_of(r.output, true, false)); }},
    {"plan", "the plan that the flags for raw rows make", spelled_plan},
    {"cli", "every command and metric with its flags, as JSON", cli_json},
    {"manual", "the manual's page about the program, or about the command whose name follows", manual},
};

command_line line_of(export_flags& r) {
    command_line line = line_for("export");
    std::string kinds;
    for (const exported& e : exports) {
        line.operand_words.emplace_back(e.word, e.meaning);
        kinds += fmt::format("{}{}: {}", kinds.empty() ? "" : "; ", e.word, e.meaning);
    }
    line.operands_name = "WHAT";
    line.operands_help = kinds;
    line.operands = &r.what;
    line.flags = {file_flag(r.output), language_flag(r.output, "the glossary")};
    add_metrics_flag(line.flags, r.metric_files);
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "For plan: a column whose values are a label (repeatable)", &r.by, "Raw rows"});
    add_flags(line.flags, r.raw);
    return line;
}

/// What goes into a plan goes into nothing else that is exported.
void require_no_plan(const command_line& line, std::string_view wanted) {
    for (const flag& f : line.flags) {
        if (f.group == "Raw rows" && is_given(f)) {
            throw bad_usage(names_of(f).front() + " goes into a plan: cxm export plan, not " + std::string(wanted));
        }
    }
}

}  // namespace

int run_export(const arguments& given, const streams& io) {
    export_flags r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    if (r.what.empty() || r.what.size() > (r.what[0] == "manual" ? 2u : 1u)) {
        throw bad_usage("cxm export takes one of " + listed(line.operand_words));
    }
    const exported& wanted = exports[place_of("cxm export", r.what[0], line.operand_words)];
    if (r.output.language && wanted.word != glossary_word) {
        throw bad_usage("--lang is the language of the glossary; " + std::string(wanted.word) + " has one form");
    }
    if (wanted.word != "plan") {
        require_no_plan(line, wanted.word);
    }
    const std::optional<std::string> file = settled_file(r.output, line, io);
    const catalogue known = catalogue_of(r.metric_files, r.raw);
    put(io, file, wanted.write(known, r));
    return 0;
}

}  // namespace cxm
