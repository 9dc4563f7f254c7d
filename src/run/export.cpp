#include "export/exports.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <functional>

#include "problem.hpp"
#include "run/command.hpp"
#include "run/common.hpp"

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
    std::vector<std::string_view> names;
    for (const exported& e : exports) {
        kinds += fmt::format("{}{}: {}", kinds.empty() ? "" : "; ", e.name, e.help);
        names.push_back(e.name);
    }
    kinds += "; plan: the plan that the flags for raw rows make";
    names.push_back("plan");
    command_line line{"cxm export", "What the program knows, for machines and pages", "", "WHAT", kinds, &what, {}};
    line.flags = {{"-o,--output", "FILE", "Write to a file, whole or not at all", &output.file, "Output"}};
    add_metrics_flag(line.flags, metric_files);
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "For plan: a column whose values are a label (repeatable)", &by, "Raw rows"});
    add_flags(line.flags, raw);
    const auto help = read_flags(line, given);
    if (help) {
        put(io, {}, *help);
        return 0;
    }
    if (what.size() != 1) {
        throw bad_usage(fmt::format("cxm export takes one of {}", fmt::join(names, ", ")));
    }
    if (what[0] == "plan") {
        put(io, output, spell(plan_of(raw, by, catalogue_of(metric_files))));
        return 0;
    }
    const auto* const found =
        std::find_if(std::begin(exports), std::end(exports), [&](const exported& e) { return e.name == what[0]; });
    if (found == std::end(exports)) {
        throw bad_usage(fmt::format("cannot export {}{}; one of {}", quoted(what[0]), did_you_mean(what[0], names),
                                    fmt::join(names, ", ")));
    }
    put(io, output, found->make(catalogue_of(metric_files)));
    return 0;
}

}  // namespace cxm
