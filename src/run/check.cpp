#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <iterator>

#include "catalogue/targets.hpp"
#include "results/check/check_result.hpp"
#include "results/check/rules.hpp"
#include "run/as_of.hpp"
#include "run/check_data.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"
#include "write/check/formats.hpp"

namespace cxm {

namespace {

enum class check_format { table, json, markdown, junit, github, tap };
constexpr choice formats[] = {"table", "json", "markdown", "junit", "github", "tap"};
constexpr choice verdicts[] = {"fail", "undecided", "warn"};  // as fail_on

struct request {
    std::vector<std::string> files;
    std::vector<std::string> required;
    std::vector<std::string> rules;
    std::vector<std::string> targets;
    check_setup setup;
    bool explain = false;
    std::optional<std::string> limit;
    output_flags output;
    interval_flags intervals;
    std::vector<std::string> metric_files;
};

command_line line_of(request& r) {
    command_line line{"cxm check",
                      "A gate for CI: rules that must hold of the data",
                      "A rule: METRIC[.low|.high] OP NUMBER[%|pp], with OP one of < <= > >= == !=\n"
                      "  nps >= 30                                 of the last complete period, all records pooled\n"
                      "  churn <= 5% by segment                    of every segment\n"
                      "  churn <= 5% where segment = pro in 2024-03\n"
                      "  churn worsens by <= 1pp vs previous       or: vs year ago, vs target, vs FILE\n"
                      "Exit codes: 0 all hold, 1 a check failed, 2 a rule makes no sense, 3 input refused.\n"
                      "Examples:\n"
                      "  cxm check shop.csv --require 'nps >= 30' --require 'churn <= 5% by segment'\n"
                      "  cxm check shop.csv --rules rules.json --format junit -o checks.xml",
                      "FILE",
                      "JSON, NDJSON, CSV or TSV files of records; - is standard input",
                      &r.files,
                      {}};
    line.flags = {
        {"--require", "RULE", "A rule that must hold (repeatable)", &r.required, "Rules"},
        {"--rules", "FILE", "A JSON file of rules (repeatable)", &r.rules, "Rules"},
        {"--targets", "FILE", "A JSON file of targets, for 'vs target' (repeatable)", &r.targets, "Rules"},
        {"--fail-on", "VERDICT", either(verdicts) + ": from which verdict on the exit code is 1", &r.limit, "Rules",
         verdicts},
        {"--explain", "", "Say in words what each rule means, without data", &r.explain, "Rules"},
        {"--all-periods", "", "Check every complete period, not only the last", &r.setup.all_periods, "Choice"},
    };
    add_flags(line.flags, r.setup.pooled);
    add_flags(line.flags, r.output, formats);
    add_flags(line.flags, r.intervals);
    add_as_of_flag(line.flags, r.setup.input.as_of);
    add_flags(line.flags, r.setup.input);
    add_metrics_flag(line.flags, r.metric_files);
    return line;
}

check_format format_of(const output_flags& given) {
    if (given.json && given.format.value_or("json") != "json") {
        throw bad_usage("--json and --format " + shown(*given.format) + " contradict each other");
    }
    return static_cast<check_format>(
        place_of("--format", given.format.value_or(given.json ? "json" : "table"), formats));
}

fail_on limit_of(const request& r) {
    return static_cast<fail_on>(place_of("--fail-on", r.limit.value_or("fail"), verdicts));
}

std::vector<rule> rules_of(const request& r, const catalogue& known) {
    std::vector<rule> all;
    for (const std::string& text : r.required) {
        all.push_back(rule_of(text, known));
    }
    for (const std::string& file : r.rules) {
        auto more = read_rules(read_text(file), file, known);
        std::move(more.begin(), more.end(), std::back_inserter(all));
    }
    if (all.empty()) {
        throw bad_usage("no rule to check; give one with --require 'nps >= 30' or --rules FILE");
    }
    require_sound(all);
    return all;
}

std::vector<target> targets_of(const request& r, const catalogue& known) {
    std::vector<target> all;
    for (const std::string& file : r.targets) {
        for (target& t : read_targets(read_text(file), file, known)) {
            if (find_target(all, *t.of) != nullptr) {
                throw bad_input(shown(file),
                                "the target of " + std::string(t.of->key) + " is in another file too; keep one");
            }
            all.push_back(std::move(t));
        }
    }
    return all;
}

void require_targets(const std::vector<rule>& rules, const std::vector<target>& targets) {
    for (const rule& r : rules) {
        if (r.says.needs_target() && find_target(targets, *r.says.of) == nullptr) {
            refuse_rule(r, "no target of " + std::string(r.says.of->key) + "; give it with --targets FILE", "target");
        }
    }
}

std::string text_of(const check_result& result, check_format form, const request& r, const streams& io) {
    switch (form) {
        case check_format::json: return write_check_json(result);
        case check_format::markdown: return write_check_markdown(result);
        case check_format::junit: return write_check_junit(result);
        case check_format::github: return write_check_github(result);
        case check_format::tap: return write_check_tap(result);
        default: return write_check_table(result, look_of(r.output, io));
    }
}

}  // namespace

int run_check(const arguments& given, const streams& io) {
    request r;
    const command_line line = line_of(r);
    const auto help = read_flags(line, given);
    const bool nothing_given = r.files.empty() && !r.explain && isatty(fileno(io.in)) != 0;
    if (help || nothing_given) {
        put(io, {}, help ? *help : *read_flags(line, {"--help"}));
        return 0;
    }
    const check_format form = format_of(r.output);
    const fail_on limit = limit_of(r);
    const catalogue known = catalogue_of(r.metric_files);
    const std::vector<rule> rules = rules_of(r, known);
    if (r.explain) {
        put(io, r.output, write_check_explanation(rules, r.setup.all_periods, width_of(io)));
        return 0;
    }
    std::vector<const metric*> judged;
    for (const rule& each : rules) {
        judged.push_back(each.says.of);
    }
    require_interval_fits(r.intervals, judged);
    const std::vector<target> targets = targets_of(r, known);
    require_targets(rules, targets);
    if (r.files.empty()) {
        r.files.push_back("-");
    }
    take_columns(r.setup.pooled.by, r.setup.input.raw);
    r.setup.options = options_of(r.intervals);
    r.setup.input.usual_scales = !r.intervals.scale;
    check_result result = run_rules(rules, targets, r.files, r.setup, known, io);
    result.limit = limit;
    result.currency = r.output.currency.value_or(result.currency);
    if (result.count(check_verdict::no_data) == result.findings.size()) {
        warn(io, "there was no data for any rule, so nothing was checked");
    }
    put(io, r.output, text_of(result, form, r, io));
    return static_cast<int>(result.failed() ? exit_code::check_failed : exit_code::fine);
}

}  // namespace cxm
