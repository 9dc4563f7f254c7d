#include "tally/row_copy.hpp"

#include <algorithm>

#include "run/command.hpp"
#include "run/flags/complete.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "run/output.hpp"
#include "run/span.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/nearest.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"
#include "write/json/string.hpp"

namespace cxm {

namespace {

struct rows_flags {
    std::vector<std::string> files = {};
    std::optional<std::string> of = {};
    std::vector<std::string> columns = {};
    span_flags wanted = {};
    output_flags output = {};
    input_flags input = {};
};

command_line line_of(rows_flags& r) {
    command_line line = line_for("rows");
    line.operands_name = "FILE";
    line.operands_help = "CSV, TSV or NDJSON files of rows, gzip and zstd among them; - is standard input";
    line.operands = &r.files;
    line.flags.push_back(
        {"--of", "MEASURE", "The figure: a measure, or a metric for all of its measures", &r.of, "Rows"});
    line.flags.push_back({"--columns", "COLUMN,…", "What of the rows is copied (all)", &r.columns, "Rows"});
    add_flags(line.flags, r.wanted, "Rows");
    add_flags(line.flags, r.input.raw);
    line.flags.push_back(file_flag(r.output));
    add_input_format_flag(line.flags, r.input.format, words_in(row_format_words));
    add_decimal_flag(line.flags, r.input.decimal);
    return line;
}

std::string in_words(const std::vector<std::string_view>& keys) {
    std::string text;
    for (const std::string_view key : keys) {
        text.append(text.empty() ? "" : ", ").append(key);
    }
    return text;
}

/// The measure of a key, or those of a metric, of which the plan has to make each but for what counts as 0 without it.
std::vector<std::string_view> measures_of(const std::optional<std::string>& of, const plan& how,
                                          const catalogue& known) {
    std::vector<std::string_view> counted;
    for (const measure* each : measures_of(how, known)) {
        counted.push_back(each->key);
    }
    if (!of) {
        throw bad_usage("nothing says which figure's rows are wanted; --of names it: " + in_words(counted));
    }
    std::string key = *of;
    std::replace(key.begin(), key.end(), '-', '_');
    std::vector<std::string_view> wanted;
    const auto add = [&](const measure& m, bool is_needed) {
        if (std::find(counted.begin(), counted.end(), m.key) != counted.end()) {
            wanted.push_back(m.key);
        } else if (is_needed) {
            throw bad_usage("--of: the plan makes no " + std::string(m.key) + "; it makes " + in_words(counted));
        }
    };
    if (const measure* const m = known.find_measure(key)) {
        add(*m, true);
    } else if (const metric* const of_several = known.find_metric_typed(key)) {
        for (const measure* input : of_several->value.inputs()) {
            add(*input, is_missing(input->absent));
        }
    } else {
        throw bad_usage("--of: " + quote_of(*of) + " is no measure and no metric" + did_you_mean(key, counted) +
                        "; the plan makes " + in_words(counted));
    }
    return wanted;
}

/// What is counted of a person's whole history is of no rows alone.
void require_single_rows(const plan& how) {
    if (how.orders || how.amounts || how.people || how.one_per) {
        throw bad_usage(std::string(how.orders    ? "orders are"
                                    : how.amounts ? "amounts are"
                                    : how.people  ? "stays of people are"
                                                  : "one row per key is") +
                        " read from whole histories, of which cxm rows shows none; it shows the rows behind surveys, "
                        "measures and subscriptions");
    }
}

rows_wanted wanted_of(const rows_flags& given, const plan& how, const catalogue& known) {
    rows_wanted wanted{measures_of(given.of, how, known), {}, {}, span_of(given.wanted)};
    for (const std::string& text : given.columns) {
        for (const std::string_view column : between_commas(text)) {
            if (column.empty()) {
                throw bad_usage("--columns: " + quote_of(text) + " has an empty name; write comment,score");
            }
            append_json_string(wanted.keys.emplace_back(), wanted.columns.emplace_back(column));
        }
    }
    return wanted;
}

}  // namespace

int run_rows(const arguments& given, const streams& io) {
    rows_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const std::optional<std::string> file = settled_file(texts.output, line, io);
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    const catalogue known = catalogue_of({}, texts.input.raw);
    tell_notes(known, io);
    const input_settings input = settled(texts.input, {}, known, io);
    const plan how = input.rows ? *input.rows : plan_of(texts.input.raw, {}, known);
    require_single_rows(how);
    const rows_wanted wanted = wanted_of(texts, how, known);
    const listener told = listening(io);
    tally_options options = input.counting;
    options.from = wanted.span.from;
    options.to = wanted.span.to;
    options.progress = told.progress;
    output to(file, io.out);
    std::uint64_t copied = 0;
    const tally_result counted = copy_rows(
        how, known, texts.files, options, wanted, [&](std::string_view text) { to.append(text); }, copied);
    told.progress_ends();
    for (const std::string& text : counted.notes) {
        note(io, text);
    }
    for (const std::string& text : counted.warnings) {
        warn(io, text);
    }
    for (const std::string& text : warnings_of(cut_by(wanted.span, how.every))) {
        warn(io, text);
    }
    if (copied == 0) {
        warn(io, counted.why_empty.empty() ? "no row is behind " + *texts.of : counted.why_empty);
    }
    to.commit();
    return 0;
}

}  // namespace cxm
