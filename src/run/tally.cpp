#include "tally/tally.hpp"
#include "run/span.hpp"

#include "intake/count_rows.hpp"
#include "intake/reconciler.hpp"
#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/metrics_wanted.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/record_formats.hpp"

namespace cxm {

namespace {

struct tally_flags {
    std::vector<std::string> files = {};
    std::vector<std::string> by = {};
    std::optional<std::string> every = {};
    span_flags wanted = {};
    output_flags output = {};
    input_flags input = {};
};

struct tally_writer {
    format form;
    std::string (*write)(const records& rows, const output_settings& how);
};

constexpr tally_writer tally_writers[] = {
    {format::csv, [](const records& rows, const output_settings& how) { return csv_records(rows, how.texts); }},
    {format::json, [](const records& rows, const output_settings&) { return json_records(rows); }},
    {format::ndjson, [](const records& rows, const output_settings&) { return ndjson_records(rows); }},
    {format::table,
     [](const records& rows, const output_settings& how) { return table_records(rows, how.drawn.say); }}};

constexpr word_for<grain> tally_grains[] = {{"day", grain::day},
                                            {"week", grain::week},
                                            {"month", grain::month},
                                            {"quarter", grain::quarter},
                                            {"year", grain::year}};

/// What `--every` says is said by a period without a column.
void take_every(tally_flags& given) {
    if (!given.every) {
        return;
    }
    (void)value_of("--every", *given.every, tally_grains);
    if (given.input.raw.period) {
        throw bad_usage("--period " + quote_of(*given.input.raw.period) +
                        " and --every both say how long a period is; give one of them");
    }
    given.input.raw.period = ":" + *given.every;
}

command_line line_of(tally_flags& r) {
    command_line line = line_for("tally");
    line.operands_name = "FILE";
    line.operands_help = "CSV, TSV or NDJSON files of rows, gzip and zstd among them; - is standard input";
    line.operands = &r.files;
    line.flags.push_back(
        {"--by", "[LABEL=]COLUMN", "A column whose values are a label (repeatable)", &r.by, "Raw rows"});
    line.flags.push_back({"--every", "GRAIN",
                          "Of orders and subscriptions the length of a period, as --period :month says it too",
                          &r.every, "Raw rows", words_in(tally_grains)});
    add_flags(line.flags, r.input.raw);
    add_flags(line.flags, r.wanted, "Raw rows");
    add_flags(line.flags, r.output, formats_in(tally_writers), {.drawing = false, .words = true});
    add_input_format_flag(line.flags, r.input.format, words_in(row_format_words));
    add_decimal_flag(line.flags, r.input.decimal);
    add_threads_flag(line.flags, r.input.threads);
    return line;
}

/// What to know of a span that leaves nothing, and of rows that made nothing.
void warn_of_nothing(const tally_result& tallied, const period_span& wanted, const streams& io) {
    if (wanted.any() && tallied.counted.size() == 0) {
        warn(io, "no record is of the periods that --from and --to choose");
    } else if (tallied.rows != 0 && !tallied.why_empty.empty()) {
        warn(io, tallied.why_empty);
    }
    const std::string objection = objection_to("--from and --to leave out", tallied.counted);
    if (wanted.any() && !objection.empty()) {
        warn(io, objection);
    }
}

/// What no metric can be computed of is written all the same, for whoever looks for the slip.
void warn_of_odd(const records& counted, const catalogue& known, const streams& io) {
    counted_warnings warnings(warnings_to(io), "like these");
    for (const remark& r : reconciler(known).check(counted)) {
        warnings.add(spell(r));
    }
    warnings.finish();
}

}  // namespace

int run_tally(const arguments& given, const streams& io) {
    tally_flags texts;
    const command_line line = line_of(texts);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(texts.output, line, formats_in(tally_writers), io);
    if (!names_input(texts.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    take_every(texts);
    const catalogue known = catalogue_of({}, texts.input.raw);
    tell_notes(known, io);
    const period_span wanted = span_of(texts.wanted);
    const input_settings input = settled(texts.input, texts.by, known, io);
    // Where nothing says what becomes of the rows, this says so.
    const plan how = input.rows ? *input.rows : plan_of(texts.input.raw, texts.by, known);
    tally_result tallied = count_rows(how, known, texts.files, input.counting, wanted, listening(io));
    for (const std::string& warning : tallied.warnings) {
        warn(io, warning);
    }
    warn_of_nothing(tallied, wanted, io);
    warn_of_odd(tallied.counted, known, io);
    tallied.counted.currency = output.currency.value_or("");
    put_as(io, output, writer_of(output.form, tally_writers)(tallied.counted, output));
    return 0;
}

}  // namespace cxm
