#include "run/compare_request.hpp"

#include <algorithm>

#include "results/targets.hpp"
#include "run/as_of.hpp"
#include "run/compare_arms.hpp"
#include "run/flags/given_flag.hpp"
#include "run/flags/scales.hpp"
#include "run/metrics_wanted.hpp"
#include "text/problem.hpp"
#include "values/calendar_words.hpp"
#include "values/document.hpp"

namespace cxm {

command_line line_of(compare_flags& r, const choices& formats) {
    const choices methods = words_in(method_words);
    const choices adjustments = words_in(adjustment_words);
    command_line line = line_for("compare");
    line.operands_name = "FILE";
    line.operands_help = "BEFORE and AFTER, or one file with --from and --to; - is standard input";
    line.operands = &r.files;
    line.flags = {
        {"--from", "PERIOD|LABEL=VALUE", "The records before: 2024-01, 2024-Q1, arm=control", &r.from, "Choice"},
        {"--to", "PERIOD|LABEL=VALUE", "The records after", &r.to, "Choice"},
        {"--metric", "KEY", "Only this metric (repeatable)", &r.metrics, "Choice"},
        {"--total", "", "Pool all labels", &r.total, "Choice"},
        {"--by", "LABEL",
         "Pool all labels, and split each change into rates and mix by this one; of raw rows also LABEL=COLUMN", &r.by,
         "Choice"},
        {"--stratify", "LABEL",
         "Pool all labels, and compare shares like with like: within each value of this one, put together", &r.stratify,
         "Choice"},
        {"--expect-split", "[MEASURE=]A:B",
         "The sides are arms of a test, meant to be of such sizes: 50:50, visitors=3:1", &r.expect_split, "Choice"},
        {"--worth", "METRIC=VALUE",
         "What one is worth, so that a change has a price: return_rate=12 for each item returned (repeatable)",
         &r.worth, "Choice"},
        {"--targets", "FILE", "The same from a file of targets, which has \"worth\"", &r.targets, "Choice"},
        {"--standardise", "", "With --by: what the value would be at the old mix", &r.standardise, "Choice"},
        {"--method", "NAME", "For shares: " + either(methods), &r.method, "Intervals", methods},
        {"--adjust", "NAME", "For several comparisons at once: " + either(adjustments), &r.adjust, "Intervals",
         adjustments},
    };
    add_as_of_flag(line.flags, r.input.as_of);
    add_flags(line.flags, r.output, formats, {.receipt = true, .sentences = true, .words = true});
    add_flags_of_changes(line.flags, r.intervals);
    add_flags(line.flags, r.input);
    add_order_flag(line.flags, r.input);
    add_given_flag(line.flags, r.input.given);
    add_metrics_flag(line.flags, r.metric_files);
    return line;
}

namespace {

/// `; give --to 2024-Q2 as well`: the flag that one of the two lacks.
std::string lacking_side(const compare_flags& given) {
    const std::string& text = given.from ? *given.from : *given.to;
    const auto named = calendar_period(text.starts_with("period=") ? text.substr(7) : text);
    const std::string other = named ? " " + spell(given.from ? next(*named) : previous(*named)) : "";
    return std::string("; give ") + (given.from ? "--to" : "--from") + other + " as well";
}

selector selector_of(std::string_view name, const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos && calendar_period(text)) {
        return {"period", text};
    }
    if (equals == std::string::npos || equals == 0) {
        throw bad_usage(std::string(name) + ": " + quote_of(text) +
                        " is no LABEL=VALUE and no period; write 2024-01, arm=control or period=spring");
    }
    return {text.substr(0, equals), text.substr(equals + 1)};
}

void require_another_label(std::string_view flag, const std::optional<std::string>& label, const two_selectors& sides) {
    if (label && (*label == sides.before.label || *label == sides.after.label)) {
        throw bad_usage(std::string(flag) + " " + shown(*label) + " is what is compared; " +
                        (flag == "--by" ? "split" : "stratify") + " by another label");
    }
}

std::optional<two_selectors> selectors_of(const compare_flags& given, const compare_request& r) {
    if (!given.from && !given.to) {
        if (given.files.size() != 2) {
            throw bad_usage("cxm compare takes two files, or one with --from and --to; see 'cxm compare --help'");
        }
        return std::nullopt;
    }
    if (!given.from || !given.to) {
        throw bad_usage("--from and --to go together" + lacking_side(given));
    }
    two_selectors of_one{selector_of("--from", *given.from), selector_of("--to", *given.to)};
    require_another_label("--by", r.by, of_one);
    require_another_label("--stratify", r.stratify, of_one);
    return of_one;
}

/// The columns of raw rows that become labels: what changes are split by, and what tells the sides apart.
std::vector<std::string> labels_of(const compare_flags& given, const compare_request& r) {
    std::vector<std::string> labels;
    for (const auto& label : {given.by, given.stratify}) {
        if (label && std::find(labels.begin(), labels.end(), *label) == labels.end()) {
            labels.push_back(*label);
        }
    }
    if (r.of_one) {
        for (const std::string& label : {r.of_one->before.label, r.of_one->after.label}) {
            if (label != "period") {
                labels.push_back(label);
            }
        }
    }
    return labels;
}

std::vector<price> prices_of(const compare_flags& given, const catalogue& known) {
    std::vector<price> prices;
    const auto add = [&](const price& p) {
        if (std::any_of(prices.begin(), prices.end(), [&](const price& other) { return other.of == p.of; })) {
            throw bad_usage("--worth: " + std::string(p.of->key) + " is given twice");
        }
        prices.push_back(p);
    };
    for (const std::string& text : given.worth) {
        add(price_of(text, known));
    }
    if (given.targets) {
        const std::string text = read_text(*given.targets);
        if (std::string_view(text).find("\"targets\"") != std::string_view::npos) {
            read_targets(text, *given.targets, known);
        }
        const std::vector<price> of_file = read_prices(text, *given.targets, known);
        if (of_file.empty()) {
            throw bad_input(
                shown_end(*given.targets),
                "no \"worth\", all that compare takes of targets; write {\"worth\": {\"return_rate\": 12}}");
        }
        // What is typed goes before what stands in a file for everybody.
        for (const price& p : of_file) {
            if (std::none_of(prices.begin(), prices.end(), [&](const price& typed) { return typed.of == p.of; })) {
                prices.push_back(p);
            }
        }
    }
    return prices;
}

/// A price of a metric that is not compared would do nothing.
void require_compared(const std::vector<std::string>& typed, const compare_request& r) {
    for (const price& p : r.prices) {
        const bool is_typed = std::any_of(typed.begin(), typed.end(), [&](const std::string& text) {
            return text.starts_with(std::string(p.of->key) + "=");
        });
        if (is_typed && std::find(r.metrics.begin(), r.metrics.end(), p.of) == r.metrics.end()) {
            throw bad_usage("--worth: " + std::string(p.of->key) + " is not among the metrics that --metric picks");
        }
    }
}

}  // namespace

compare_request settled(const compare_flags& given, const catalogue& known, const streams& io) {
    compare_request r;
    r.files = given.files;
    if (given.standardise && !given.by) {
        throw bad_usage("--standardise goes with --by: it needs the mix of a label");
    }
    if (given.by) {
        r.by = label_of(*given.by, given.input.raw);
    }
    if (given.stratify) {
        r.stratify = label_of(*given.stratify, given.input.raw);
    }
    r.of_one = selectors_of(given, r);
    if (given.expect_split) {
        r.split = split_of(*given.expect_split, known);
    }
    r.metrics = given.metrics.empty() ? known.metrics() : metrics_of(known, given.metrics);
    r.prices = prices_of(given, known);
    require_compared(given.worth, r);
    r.total = given.total;
    r.standardise = given.standardise;
    r.intervals = settled(given.intervals, known);
    if (r.intervals.asked != nullptr && !r.intervals.asked->value.nets) {
        throw bad_usage("--interval: " + std::string(r.intervals.asked->word) +
                        " is of the value of a share; how changes of shares are judged is said by --method: " +
                        either(words_in(method_words)));
    }
    r.options.level = r.intervals.options.level;
    r.options.nets = r.intervals.options.nets;
    if (given.method) {
        r.options.shares = value_of("--method", *given.method, method_words);
    }
    if (given.adjust) {
        r.options.adjust = value_of("--adjust", *given.adjust, adjustment_words);
    }
    r.input = settled(given.input, labels_of(given, r), known, io);
    require_read(r.input.given, r.metrics);
    r.input.on_usual_scales = on_usual_scales(r.intervals.options, known);
    return r;
}

}  // namespace cxm
