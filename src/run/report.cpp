#include <unistd.h>
#include <algorithm>
#include <cstdio>

#include "problem.hpp"
#include "read/document.hpp"
#include "read/targets.hpp"
#include "report.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/input.hpp"
#include "run/output.hpp"
#include "run/pooling.hpp"
#include "write/csv.hpp"
#include "write/gaps.hpp"
#include "write/json.hpp"
#include "write/markdown.hpp"
#include "write/table.hpp"

namespace cxm {

namespace {

struct request {
    std::vector<std::string> files;
    std::vector<std::string> metrics;
    pooling pools;
    bool all = false;
    bool wide = false;
    output_flags output;
    interval_flags intervals;
    input_flags input;
    std::vector<std::string> metric_files;
    std::optional<std::string> targets;
    std::optional<std::string> benchmarks;
};

command_line line_of(request& r) {
    command_line line{"cxm report",
                      "Every metric that the records allow, with intervals",
                      "Examples:\n"
                      "  cxm report shop.csv\n"
                      "  cxm report shop.csv --metric churn --metric nps --by segment --every quarter\n"
                      "  cxm report shop.csv --total --format csv > kpis.csv",
                      "FILE",
                      "JSON, NDJSON, CSV or TSV files of records; - is standard input",
                      &r.files,
                      {}};
    line.flags = {{"--metric", "KEY", "Only this metric (repeatable)", &r.metrics, "Choice"}};
    add_flags(line.flags, r.pools);
    line.flags.push_back({"--all", "", "List what cannot be computed as well, and what it lacks", &r.all, "Choice"});
    line.flags.push_back({"--wide", "", "CSV with one column a metric", &r.wide, "Output"});
    add_flags(line.flags, r.output, "table, json, ndjson, csv or markdown");
    add_flags(line.flags, r.intervals);
    add_flags(line.flags, r.input);
    add_metrics_flag(line.flags, r.metric_files);
    line.flags.push_back(
        {"--targets", "FILE", "Values that the last period is held against, a JSON file", &r.targets, "Choice"});
    line.flags.push_back(
        {"--benchmarks", "FILE", "The same of others' values, with their source", &r.benchmarks, "Choice"});
    return line;
}

report_options options_of(const request& r, const catalogue& known) {
    report_options options = options_of(r.intervals);
    if (r.targets) {
        options.targets = read_targets(read_text(*r.targets), *r.targets, known);
    }
    if (r.benchmarks) {
        options.benchmarks = read_targets(read_text(*r.benchmarks), *r.benchmarks, known);
    }
    return options;
}

std::vector<const metric*> chosen(const request& r, const catalogue& known) {
    if (r.metrics.empty()) {
        return known.metrics();
    }
    std::vector<const metric*> picked;
    for (const std::string& key : r.metrics) {
        const metric* m = &metric_of(known, key);
        if (std::find(picked.begin(), picked.end(), m) == picked.end()) {
            picked.push_back(m);
        }
    }
    return picked;
}

/// Why pooling left a measure without a value; empty where it is simply not there.
std::string_view why_not_pooled(const records::number_column* column) {
    if (column == nullptr) {
        return {};
    }
    const auto at =
        std::find_if(column->why.begin(), column->why.end(), [](std::string_view why) { return !why.empty(); });
    return at == column->why.end() ? std::string_view() : *at;
}

/// Nothing came out: says for the metrics that are nearest to it what they lack.
[[noreturn]] void refuse_empty(const records& rows, const std::vector<const metric*>& metrics) {
    std::vector<std::pair<std::size_t, std::string>> lacking;
    for (const metric* m : metrics) {
        std::string names;
        std::string_view pooled;
        std::size_t missing_inputs = 0;
        bool any_given = false;
        for (const measure* input : m->value.inputs()) {
            const records::number_column* column = rows.find(*input);
            const bool is_given =
                column != nullptr && !std::all_of(column->values.begin(), column->values.end(), is_missing);
            any_given = any_given || is_given;
            if (is_missing(input->absent) && !is_given) {
                names += (missing_inputs++ == 0 ? "" : " and ") + std::string(input->key);
                pooled = pooled.empty() ? why_not_pooled(column) : pooled;
            }
        }
        // What has nothing at all of a metric is not near to it.
        constexpr std::size_t far_away = 100;
        lacking.emplace_back(missing_inputs + (any_given ? 0 : far_away),
                             std::string(m->key) + " lacks " + (names.empty() ? "whole records" : names) +
                                 (pooled.empty() ? "" : " (" + std::string(pooled) + ")"));
    }
    std::stable_sort(lacking.begin(), lacking.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    constexpr std::size_t most = 4;
    std::string text = "no metric can be computed";
    for (std::size_t i = 0; i < std::min(most, lacking.size()); ++i) {
        text += (i == 0 ? ": " : "; ") + lacking[i].second;
    }
    throw bad_input(shown(rows.source), text + (lacking.size() > most ? "; and so on" : ""));
}

/// Columns of one name would be read as one.
void require_free_names(const std::vector<std::string>& labels, bool wide, const std::vector<const metric*>& metrics) {
    constexpr std::string_view tidy[] = {"period", "metric", "value", "unit", "low", "high", "n", "status", "reason"};
    for (const std::string& label : labels) {
        const bool taken =
            wide ? std::any_of(metrics.begin(), metrics.end(), [&](const metric* m) { return m->key == label; })
                 : std::find(std::begin(tidy), std::end(tidy), label) != std::end(tidy);
        if (taken) {
            throw bad_input(
                "", "label " + quoted(label) + " has the name of a column of the CSV; rename it, or use --format json");
        }
    }
}

/// A refusal where a long stream brings what its beginning, which decided the columns, did not have.
void require_known(const std::vector<std::string>& labels, const records& rows) {
    for (const records::label_column& label : rows.labels) {
        if (std::find(labels.begin(), labels.end(), label.name) == labels.end()) {
            throw bad_input(place(rows, 0),
                            "label " + quoted(label.name) +
                                " appears only after the first records, when the columns of the CSV are "
                                "decided; give it to every record or use --format ndjson");
        }
    }
}

/// Records that need neither pooling nor sight of each other: written as they come, in flat memory.
class streamed {
public:
    streamed(const request& r, const catalogue& known, record_input& input, const streams& io)
        : request_(r),
          form_(format_of(r.output, {format::json, format::ndjson, format::csv})),
          options_(options_of(r, known)),
          input_(input),
          out_(r.output.file, io.out),
          metrics_(chosen(r, known)) {
        for (const records::label_column& label : input.sample().labels) {
            labels_.push_back(label.name);
        }
        if (r.wide) {
            options_.intervals = false;
            metrics_ = r.metrics.empty() ? computable(input.sample(), metrics_, options_) : metrics_;
        }
        keep_missing_ = r.all || !r.metrics.empty();
        if (form_ == format::csv) {
            require_free_names(labels_, r.wide, metrics_);
        }
    }

    void run() {
        begin();
        input_.for_each([&](records rows) { return text_of(std::move(rows)); },
                        [&](const part& p) {
                            out_.append(!p.text.empty() && form_ == format::json && !any_text_
                                            ? std::string_view(p.text).substr(std::string_view(",\n").size())
                                            : std::string_view(p.text));
                            any_text_ = any_text_ || !p.text.empty();
                            computed_ = computed_ || p.computed;
                        });
        if (!computed_) {
            refuse_empty(input_.sample(), metrics_);
        }
        if (form_ == format::json) {
            out_.append(json_tail());
        }
        out_.commit();
    }

private:
    struct part {
        std::string text;
        bool computed;
    };

    const request& request_;
    format form_;
    report_options options_;
    record_input& input_;
    output out_;
    std::vector<const metric*> metrics_;
    std::vector<std::string> labels_;
    bool keep_missing_;
    bool computed_ = false;
    bool any_text_ = false;

    void begin() {
        std::string head;
        if (form_ == format::json) {
            const std::string& said = input_.sample().currency;
            head = json_head(options_.level, request_.output.currency.value_or(said));
        } else if (form_ == format::csv && request_.wide) {
            append_wide_csv_header(head, labels_, metrics_);
        } else if (form_ == format::csv) {
            append_csv_header(head, labels_);
        }
        out_.append(head);
    }

    part text_of(records rows) const {
        if (form_ == format::csv) {
            require_known(labels_, rows);
        }
        // A metric whose measures are in no record of the block can only be missing.
        const bool fixed = request_.wide || keep_missing_;
        const report made = make_report(std::move(rows), fixed ? metrics_ : computable_of(rows), options_);
        part p{{}, std::any_of(made.results.begin(), made.results.end(), [](const result& r) {
                   return r.comes_to.is != status::missing;
               })};
        if (form_ == format::json) {
            append_json(p.text, made, false, keep_missing_);
        } else if (form_ == format::ndjson) {
            append_ndjson(p.text, made, keep_missing_);
        } else if (request_.wide) {
            append_wide_csv(p.text, made, labels_);
        } else {
            append_csv(p.text, made, labels_, keep_missing_);
        }
        return p;
    }

    std::vector<const metric*> computable_of(const records& rows) const {
        std::vector<const metric*> all;
        for (const metric* m : metrics_) {
            const auto inputs = m->value.inputs();
            if (std::all_of(inputs.begin(), inputs.end(), [&](const measure* input) {
                    return rows.find(*input) != nullptr || !is_missing(input->absent) || options_.gross;
                })) {
                all.push_back(m);
            }
        }
        return all;
    }
};

void warn_of_partial(const records& rows, const streams& io) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!rows.partial.empty() && rows.partial[row]) {
            warn(io, title(rows, row) + ": not complete");
        }
    }
}

std::string text_of(const report& made, const request& r, const catalogue& known, const streams& io) {
    std::vector<std::string> labels;
    for (const records::label_column& label : made.rows.labels) {
        labels.push_back(label.name);
    }
    const bool all = r.all || !r.metrics.empty();
    std::string text;
    switch (format_of(r.output, {format::table, format::json, format::ndjson, format::csv, format::markdown})) {
        case format::json:
            text = json_head(made.options.level, made.rows.currency);
            append_json(text, made, true, all);
            return text += json_tail();
        case format::ndjson: append_ndjson(text, made, all); return text;
        case format::csv:
            require_free_names(labels, r.wide, made.metrics);
            if (r.wide) {
                append_wide_csv_header(text, labels, made.metrics);
                append_wide_csv(text, made, labels);
            } else {
                append_csv_header(text, labels);
                append_csv(text, made, labels, all);
            }
            return text;
        case format::markdown: return write_markdown(made, known.themes(), {.all = all});
        default:
            return write_table(made, known.themes(),
                               {.width = width_of(io),
                                .colour = colour_wanted(r.output, io),
                                .ascii = r.output.ascii,
                                .all = all}) +
                   write_gaps(made, {.width = width_of(io),
                                     .colour = colour_wanted(r.output, io),
                                     .ascii = r.output.ascii,
                                     .currency = made.rows.currency});
    }
}

void write_whole(const request& r, const catalogue& known, record_input& input, const streams& io) {
    records rows = pooled_records(r.pools, input, io);
    warn_of_partial(rows, io);
    const report_options options = options_of(r, known);
    const std::vector<const metric*> metrics = chosen(r, known);
    const std::vector<const metric*> possible = computable(rows, metrics, options);
    if (possible.empty()) {
        refuse_empty(rows, metrics);
    }
    rows.currency = r.output.currency.value_or(input.currency());
    const report made = make_report(std::move(rows), r.all || !r.metrics.empty() ? metrics : possible, options);
    put(io, r.output, text_of(made, r, known, io));
}

}  // namespace

int run_report(const arguments& given, const streams& io) {
    request r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const format form =
        format_of(r.output, {format::table, format::json, format::ndjson, format::csv, format::markdown});
    if (r.wide && form != format::csv) {
        throw bad_usage("--wide goes with --format csv");
    }
    if (r.pools.every) {
        grain_of(*r.pools.every);
    }
    if (r.files.empty()) {
        if (isatty(fileno(io.in)) != 0) {
            put(io, {}, *read_flags(line, {"--help"}));
            return 0;
        }
        r.files.push_back("-");
    }
    const catalogue known = catalogue_of(r.metric_files);
    chosen(r, known);
    record_input input(r.files, known, r.input, io, r.pools.by);
    const bool for_people = form == format::table || form == format::markdown;
    if (r.pools.any() || for_people) {
        write_whole(r, known, input, io);
    } else {
        streamed(r, known, input, io).run();
    }
    return 0;
}

}  // namespace cxm
