#include "records/merge.hpp"

#include <utility>

#include "intake/record_input.hpp"
#include "records/same_records.hpp"

#include "run/command.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/terminal.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"
#include "write/record_formats.hpp"

namespace cxm {

namespace {

struct merge_flags {
    std::vector<std::string> files = {};
    bool by_customer = false;
    output_flags output = {};
    input_flags input = {};
};

constexpr records_writer merge_writers[] = {
    {format::csv, csv_records},
    {format::json, [](const records& rows, csv_texts) { return json_records(rows); }},
    {format::ndjson, [](const records& rows, csv_texts) { return ndjson_records(rows); }}};

command_line line_of(merge_flags& r) {
    command_line line = line_for("merge");
    line.operands_name = "FILE";
    line.operands_help = "Files of records; - is standard input";
    line.operands = &r.files;
    line.flags.push_back({"--by-customer", "", "The shards share no customer, so that counts of different ones add up",
                          &r.by_customer, "Choice"});
    add_flags(line.flags, r.output, formats_in(merge_writers), {.drawing = false});
    add_flags(line.flags, r.input);
    return line;
}

void warn_of_blanks(const std::vector<std::string>& blanks, bool strict, const streams& io) {
    counted_warnings warnings(warnings_to(io, strict), "that are blank");
    for (const std::string& blank : blanks) {
        warnings.add(blank + ", and adds nothing there: the sum of no number");
    }
    warnings.finish();
}

/// A file exported twice looks like two shards.
void warn_of_same(const std::vector<records>& shards, bool strict, const streams& io) {
    std::vector<const records*> inputs;
    for (const records& shard : shards) {
        inputs.push_back(&shard);
    }
    counted_warnings warnings(warnings_to(io, strict), "that stand in two files");
    for (const same_record& same : same_records(inputs)) {
        warnings.add(place_and_title(shards[same.input], same.row) + " stands with the same counts at " +
                     place(shards[same.first_input], same.first_row) + ", and the same record is added twice");
    }
    warnings.finish();
}

struct read_shards {
    std::vector<records> shards;
    std::string currency;
};

read_shards read(const std::vector<std::string>& files, const catalogue& known, input_settings how, const streams& io) {
    how.may_take_none = files.size() > 1;
    how.may_repeat = true;
    read_shards read;
    for (const std::string& file : files) {
        record_input input({file}, known, how, listening(io));
        for (records& shard : shards_in(input.all())) {
            read.shards.push_back(std::move(shard));
        }
        if (!read.currency.empty() && !input.currency().empty() && read.currency != input.currency()) {
            throw bad_input(shown_end(file),
                            "is in " + input.currency() + ", not in " + read.currency + " as the files before");
        }
        read.currency = read.currency.empty() ? input.currency() : read.currency;
    }
    return read;
}

}  // namespace

int run_merge(const arguments& given, const streams& io) {
    merge_flags r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const output_settings output = settled(r.output, line, formats_in(merge_writers), io);
    if (!names_input(r.files, io)) {
        put(io, {}, help_of(line));
        return 0;
    }
    const catalogue known;
    const input_settings input = settled(r.input, {}, known, io);
    if (input.every) {
        throw bad_usage("--period: cxm merge adds up the periods as they are; leave the grain out");
    }
    const read_shards of = read(r.files, known, input, io);
    merged_shards merged = merge(of.shards, r.by_customer);
    warn_of_same(of.shards, r.input.strict, io);
    warn_of_blanks(merged.blanks, r.input.strict, io);
    merged.rows.currency = output.currency.value_or(of.currency);
    put(io, output.file, writer_of(output.form, merge_writers)(merged.rows, output.texts));
    return 0;
}

}  // namespace cxm
