#include "export/exports.hpp"

#include <fmt/format.h>

#include <iterator>

#include "run/command.hpp"
#include "run/common.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

struct exported {
    std::string_view name;
    std::string_view help;
    std::string (*make)(const catalogue& known);
};

constexpr exported exports[] = {
    {"catalogue", "every metric and measure, as JSON", catalogue_json},
    {"schema", "JSON Schema of records", records_schema},
    {"metrics-schema", "JSON Schema of a file of your own metrics", [](const catalogue&) { return metrics_schema(); }},
    {"rules-schema", "JSON Schema of a file of rules for cxm check", rules_schema},
    {"targets-schema", "JSON Schema of a file of targets", targets_schema},
    {"check-schema", "JSON Schema of what cxm check prints as JSON", [](const catalogue&) { return check_schema(); }},
    {"metrics-doc", "the page about all metrics, in Markdown", metrics_doc},
};

}  // namespace

int run_export(const arguments& given, const streams& io) {
    output_flags output;
    raw_flags raw;
    std::vector<std::string> by;
    std::vector<std::string> metric_files;
    std::vector<std::string> what;
    std::string kinds;
    std::vector<choice> names;
    for (const exported& e : exports) {
        names.emplace_back(e.name, e.help);
    }
    names.emplace_back("plan", "the plan that the flags for raw rows make");
    for (const choice& c : names) {
        kinds += fmt::format("{}{}: {}", kinds.empty() ? "" : "; ", c.word, c.meaning);
    }
    command_line line{"cxm export", "What the program knows, for machines and pages", "", "WHAT", kinds, &what, {}};
    line.flags = {file_flag(output)};
    add_metrics_flag(line.flags, metric_files);
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "For plan: a column whose values are a label (repeatable)", &by, "Raw rows"});
    add_flags(line.flags, raw);
    line.operand_words = names;
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    if (what.size() != 1) {
        throw bad_usage("cxm export takes one of " + listed(names));
    }
    const std::size_t at = place_of("cxm export", what[0], names);
    const catalogue known = catalogue_of(metric_files);
    put(io, output, at < std::size(exports) ? exports[at].make(known) : spell(plan_of(raw, by, known)));
    return 0;
}

}  // namespace cxm
