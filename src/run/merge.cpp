#include "records/merge.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/input.hpp"
#include "text/problem.hpp"
#include "write/record_formats.hpp"

namespace cxm {

namespace {

constexpr choice formats[] = {"csv", "json", "ndjson"};

struct request {
    std::vector<std::string> files;
    bool by_customer = false;
    output_flags output;
    input_flags input;
};

command_line line_of(request& r) {
    command_line line{"cxm merge",
                      "Records of the same period and labels, from shards of one whole, added up",
                      "Example:\n  cxm merge shard1.csv shard2.csv | cxm report -",
                      "FILE",
                      "Files of records; - is standard input",
                      &r.files,
                      {}};
    line.flags.push_back({"--by-customer", "", "The shards share no customer, so that counts of different ones add up",
                          &r.by_customer, "Choice"});
    add_flags(line.flags, r.output, formats);
    add_flags(line.flags, r.input);
    return line;
}

void warn_of_blanks(const std::vector<std::string>& blanks, bool strict, const streams& io) {
    counted_warnings warnings(io, "that are blank");
    for (const std::string& blank : blanks) {
        const std::string text = blank + ", and adds nothing there: the sum of no number";
        if (strict) {
            throw bad_input("", text);
        }
        warnings.add({text});
    }
    warnings.finish();
}

}  // namespace

int run_merge(const arguments& given, const streams& io) {
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
    std::vector<records> shards;
    std::string currency;
    for (const std::string& file : r.files) {
        record_input input({file}, known, r.input, io);
        shards.push_back(input.all());
        if (!currency.empty() && !input.currency().empty() && currency != input.currency()) {
            throw bad_input(shown(file), "is in " + input.currency() + ", not in " + currency + " as the files before");
        }
        currency = currency.empty() ? input.currency() : currency;
    }
    merged_shards merged = merge(shards, r.by_customer);
    warn_of_blanks(merged.blanks, r.input.strict, io);
    merged.rows.currency = r.output.currency.value_or(currency);
    put(io, r.output,
        form == format::json     ? json_records(merged.rows)
        : form == format::ndjson ? ndjson_records(merged.rows)
                                 : csv_records(merged.rows));
    return 0;
}

}  // namespace cxm
