#include "run/check_request.hpp"

#include <unistd.h>

#include <algorithm>
#include <iterator>
#include <set>

#include "run/as_of.hpp"
#include "run/check_scales.hpp"
#include "run/flags/given_flag.hpp"
#include "run/flags/scales.hpp"
#include "run/metrics_wanted.hpp"
#include "run/target_flags.hpp"
#include "text/problem.hpp"
#include "values/document.hpp"

namespace cxm {

namespace {

void add_rule_flags(std::vector<flag>& to, check_flags& r) {
    const choices verdicts = words_in(fail_on_words);
    to.push_back({"--require", "RULE", "A rule that must hold (repeatable)", &r.required, "Rules"});
    to.push_back({"--rules", "FILE", "A JSON file of rules (repeatable)", &r.rules, "Rules"});
    to.push_back({"--targets", "FILE", "A JSON file of targets, for 'vs target' (repeatable)", &r.targets, "Rules"});
    to.push_back({"--fail-on", "VERDICT", either(verdicts) + ": from which verdict on the exit code is 1", &r.limit,
                  "Rules", verdicts});
}

}  // namespace

command_line line_of_forecasts(check_flags& r, const choices& formats) {
    command_line line{"cxm check", "Rules held against the JSON of cxm project and cxm customers.",
                      "Records of a forecast are judged one by one and never put together: docs/check.md."};
    line.operands_name = "FILE";
    line.operands_help = "Forecasts; - is standard input";
    line.operands = &r.files;
    add_rule_flags(line.flags, r);
    add_flags(line.flags, r.output, formats, {.receipt = true, .sentences = true, .words = true});
    return line;
}

command_line line_of(check_flags& r, const choices& formats) {
    command_line line = line_for("check");
    line.footer = "A rule: METRIC[.low|.high] OP NUMBER[%|pp], with OP one of < <= > >= == !=\n"
                  "  nps >= 30                                 of the last complete period, all records pooled\n"
                  "  churn <= 5% by segment                    of every segment\n"
                  "  churn <= 5% where segment = pro in 2024-03\n"
                  "  churn worsens by <= 1pp vs previous       or: vs year ago, vs target, vs FILE\n"
                  "Exit codes: 0 all hold, 1 a check failed, 2 a rule makes no sense, 3 input refused.";
    line.operands_name = "FILE";
    line.operands_help = "JSON, NDJSON, CSV or TSV files of records; - is standard input";
    line.operands = &r.files;
    add_rule_flags(line.flags, r);
    const flag more[] = {
        {"--explain", "", "Say in words what each rule means, without data", &r.explain, "Rules"},
        {"--all-periods", "", "Check every complete period, not only the last", &r.all_periods, "Choice"},
    };
    line.flags.insert(line.flags.end(), std::begin(more), std::end(more));
    line.flags.push_back(annualise_flag(r.annualise));
    add_flags(line.flags, r.pooled);
    add_flags(line.flags, r.output, formats, {.receipt = true, .sentences = true, .words = true});
    add_flags(line.flags, r.intervals);
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.input);
    add_order_flag(line.flags, r.input);
    add_given_flag(line.flags, r.input.given);
    add_metrics_flag(line.flags, r.metric_files);
    line.flags.push_back(
        {"--metric", "KEY = FORMULA", "A metric of your own, for the rules (repeatable)", &r.metrics, "Input"});
    return line;
}

namespace {

std::vector<rule> rules_of(const check_flags& r, const catalogue& known) {
    std::vector<rule> rules;
    for (const std::string& text : r.required) {
        rules.push_back(rule_of(text, known));
    }
    for (const std::string& file : r.rules) {
        if (file.find_first_of("<>=") != std::string::npos && access(file.c_str(), F_OK) != 0) {
            throw bad_usage("--rules names a file, and there is none that is called " + quote_of(file) +
                            "; a rule itself is given by --require");
        }
        auto more = read_rules(read_text(file), file, known);
        std::move(more.begin(), more.end(), std::back_inserter(rules));
    }
    if (rules.empty()) {
        throw bad_usage("no rule to check; give one with --require 'nps >= 30' or --rules FILE");
    }
    require_sound(rules);
    return rules;
}

std::vector<target> targets_of(const check_flags& r, const catalogue& known) {
    std::vector<target> targets;
    for (const std::string& file : r.targets) {
        add_targets(targets, read_targets(read_text(file), file, known), file);
    }
    return targets;
}

void require_targets(const std::vector<rule>& rules, const std::vector<target>& targets) {
    for (const rule& r : rules) {
        if (r.says.needs_target() && !has_target(targets, *r.says.of)) {
            refuse_rule(r, "no target of " + std::string(r.says.of->key) + "; give it with --targets FILE", "target");
        }
    }
}

/// The columns of raw rows that become labels: `--by`, and what the rules look at.
std::vector<std::string> labels_of(const std::vector<rule>& rules, std::vector<std::string> by) {
    std::set<std::string> looked_at;
    for (const rule& r : rules) {
        looked_at.insert(r.says.by.begin(), r.says.by.end());
        for (const auto& [label, through] : r.says.where.columns) {
            looked_at.insert(label);
        }
    }
    by.insert(by.end(), looked_at.begin(), looked_at.end());
    return by;
}

/// An interval of shares says how sure a value is; changes of shares are judged by one of their own.
void require_fit(const interval_settings& intervals, const std::vector<rule>& rules) {
    const auto is_of_value = [](const rule& r) {
        return r.says.moves == movement::none || r.says.versus == baseline::target;
    };
    std::vector<const metric*> judged;
    for (const rule& r : rules) {
        if (is_of_value(r) || is_net(*r.says.of)) {
            judged.push_back(r.says.of);
        }
    }
    require_fit(intervals, judged);
    std::vector<const metric*> ruled;
    std::transform(rules.begin(), rules.end(), std::back_inserter(ruled), [](const rule& r) { return r.says.of; });
    require_scores(intervals.options, ruled);
    if (!is_missing(intervals.options.population) && std::none_of(rules.begin(), rules.end(), is_of_value)) {
        throw bad_usage("--population is of the values of surveys, and the rules are about changes");
    }
    if (intervals.asked != nullptr && judged.empty()) {
        throw bad_usage("--interval: the rules are about changes of shares, which have an interval of their own");
    }
}

}  // namespace

std::vector<std::string> baselines_of(const std::vector<rule>& rules) {
    std::vector<std::string> files;
    for (const rule& r : rules) {
        if (r.says.versus == baseline::file) {
            files.push_back(r.says.file);
        }
    }
    return files;
}

check_request settled_for_forecasts(const check_flags& given, const catalogue& known) {
    check_request r;
    r.files = given.files;
    r.rules = rules_of(given, known);
    r.limit = given.limit ? value_of("--fail-on", *given.limit, fail_on_words) : r.limit;
    r.targets = targets_of(given, known);
    require_targets(r.rules, r.targets);
    return r;
}

check_request settled(const check_flags& given, const catalogue& known, const streams& io) {
    check_request r;
    r.files = given.files;
    r.rules = rules_of(given, known);
    r.explain = given.explain;
    r.limit = given.limit ? value_of("--fail-on", *given.limit, fail_on_words) : r.limit;
    check_setup& setup = r.setup;
    setup.all_periods = given.all_periods;
    setup.pooled = settled(given.pooled, given.input.raw);
    const interval_settings intervals = settled(given.intervals, known);
    setup.options = intervals.options;
    if (r.explain) {
        return r;
    }
    require_fit(intervals, r.rules);
    r.targets = targets_of(given, known);
    require_targets(r.rules, r.targets);
    if (given.annualise) {
        require_spans({&r.targets});
        setup.options.annualise = true;
    }
    setup.input = settled(given.input, labels_of(r.rules, given.pooled.by), known, io);
    take_grain(setup.pooled, setup.input);
    setup.input.on_usual_scales = on_usual_scales(intervals.options, known);
    require_limits_on_scales(r.rules, setup.options, setup.input);
    return r;
}

}  // namespace cxm
