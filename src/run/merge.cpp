#include <algorithm>

#include "pool.hpp"
#include "problem.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/input.hpp"
#include "write/record_formats.hpp"

namespace cxm {

namespace {

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
    add_flags(line.flags, r.output, "csv, json or ndjson");
    add_flags(line.flags, r.input);
    return line;
}

std::vector<std::string> label_names(const std::vector<records>& shards) {
    std::vector<std::string> names;
    for (const records& shard : shards) {
        for (const records::label_column& label : shard.labels) {
            if (std::find(names.begin(), names.end(), label.name) == names.end()) {
                names.push_back(label.name);
            }
        }
    }
    return names;
}

/// Whoever is in two shards would count twice.
void refuse_distinct(const records& shard) {
    for (const records::number_column& column : shard.numbers) {
        if (column.of->joins == over_time::distinct) {
            throw bad_input(shown(shard.source),
                            std::string(column.of->key) +
                                " counts different ones, who may be in two shards; split by customer "
                                "and say so with --by-customer, or tally the whole");
        }
    }
}

}  // namespace

int run_merge(const arguments& given, const streams& io) {
    request r;
    const command_line line = line_of(r);
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    const format form = format_of(r.output, {format::csv, format::json, format::ndjson});
    if (r.files.empty()) {
        throw bad_usage("cxm merge needs files of records; see 'cxm merge --help'");
    }
    const catalogue known;
    std::vector<records> shards;
    std::string currency;
    for (const std::string& file : r.files) {
        record_input input({file}, known, r.input, io);
        shards.push_back(input.all());
        if (!r.by_customer) {
            refuse_distinct(shards.back());
        }
        if (!currency.empty() && !input.currency().empty() && currency != input.currency()) {
            throw bad_input(shown(file), "is in " + input.currency() + ", not in " + currency + " as the files before");
        }
        currency = currency.empty() ? input.currency() : currency;
    }
    segment_pool pool(label_names(shards), true);
    for (const records& shard : shards) {
        pool.add(shard);
    }
    records merged = pool.finish();
    for (const records::number_column& column : merged.numbers) {
        for (std::size_t row = 0; row < merged.size(); ++row) {
            if (!column.why[row].empty()) {
                throw bad_input(title(merged, row), std::string(column.why[row]));
            }
        }
    }
    merged.currency = r.output.currency.value_or(currency);
    put(io, r.output,
        form == format::json     ? json_records(merged)
        : form == format::ndjson ? ndjson_records(merged)
                                 : csv_records(merged));
    return 0;
}

}  // namespace cxm
