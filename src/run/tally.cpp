#include "tally/tally.hpp"

#include "run/command.hpp"
#include "run/common.hpp"
#include "run/count_rows.hpp"
#include "run/raw_rows.hpp"
#include "run/span.hpp"
#include "write/record_formats.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"csv", "json", "ndjson", "table"};

struct request {
    std::vector<std::string> files;
    raw_flags raw;
    std::vector<std::string> by;
    span_flags wanted;
    output_flags output;
    input_flags input;
    std::vector<std::string> metric_files;
};

command_line line_of(request& r) {
    command_line line{"cxm tally",
                      "Raw rows to records: surveys, events, customer lists counted by period and label",
                      "Examples:\n"
                      "  cxm tally survey.csv --nps score --period answered_at:month --by plan\n"
                      "  cxm tally subscriptions.csv --subscriptions signup_date,cancel_date --period :month\n"
                      "  cxm tally events.ndjson --period ts:month --measure \"conversions=count where event = 'buy'\"",
                      "FILE",
                      "CSV, TSV or NDJSON files of rows, gzip and zstd among them; - is standard input",
                      &r.files,
                      {}};
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "A column whose values are a label (repeatable)", &r.by, "Raw rows"});
    add_flags(line.flags, r.raw);
    add_flags(line.flags, r.wanted, "Raw rows");
    add_flags(line.flags, r.output, formats);
    add_input_format_flag(line.flags, r.input.format, choices(input_format_names).subspan(1));  // an array is no rows
    add_decimal_flag(line.flags, r.input.decimal);
    line.flags.push_back(
        {"--threads", "N", "Threads to read with (as many as there are processors)", &r.input.threads, "Input"});
    return line;
}

std::string text_of(const records& rows, format form) {
    switch (form) {
        case format::json: return json_records(rows);
        case format::ndjson: return ndjson_records(rows);
        case format::table: return table_records(rows);
        default: return csv_records(rows);
    }
}

}  // namespace

int run_tally(const arguments& given, const streams& io) {
    request r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const format form = format_of(r.output, formats);
    if (!names_input(r.files, io)) {
        put(io, {}, *read_flags(line, {"--help"}));
        return 0;
    }
    const catalogue known;
    const plan how = plan_of(r.raw, r.by, known);
    const period_span wanted = span_of(r.wanted);
    tally_result made = count_rows(how, known, r.files, tally_options_of(r.input, r.raw, io), wanted, io);
    for (const std::string& warning : made.warnings) {
        warn(io, warning);
    }
    if (wanted.any() && made.counted.size() == 0) {
        warn(io, "no record is of the periods that --from and --to choose");
    } else if (made.rows != 0 && !made.why_empty.empty()) {
        warn(io, made.why_empty);
    }
    if (const std::string found = objection_to("--from and --to leave out", made.counted);
        wanted.any() && !found.empty()) {
        warn(io, found);
    }
    made.counted.currency = r.output.currency.value_or("");
    put(io, r.output, text_of(made.counted, form));
    return 0;
}

}  // namespace cxm
