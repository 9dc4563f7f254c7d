#include <algorithm>
#include <cxm/metrics/customers.hpp>
#include <cxm/period.hpp>
#include <cxm/spell.hpp>
#include <numeric>
#include <utility>

#include "records/pool.hpp"
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

/// Where a group's customers_end is not the next period's customers_start, and more shards had the one than the other,
/// in words: shards that end at different periods leave their customers out of the later ones.
void refuse_lost_stock(const records& merged) {
    const records sorted = ordered(merged);
    const records::number_column* start = sorted.find(customers_start);
    const records::number_column* end = sorted.find(customers_end);
    for (std::size_t row = 1; start != nullptr && end != nullptr && row < sorted.size(); ++row) {
        const auto before = parse_period(sorted.periods[row - 1]);
        const auto own = parse_period(sorted.periods[row]);
        const bool follows = before && own && own->of != grain::free && *own == next(*before) &&
                             std::all_of(sorted.labels.begin(), sorted.labels.end(),
                                         [&](const auto& label) { return label.values[row] == label.values[row - 1]; });
        if (follows && sorted.pooled_from[row - 1] != sorted.pooled_from[row] &&
            end->values[row - 1] != start->values[row] && !is_missing(end->values[row - 1]) &&
            !is_missing(start->values[row])) {
            throw bad_input("", "customers_end of " + title(sorted, row - 1) + " is " + spell(end->values[row - 1]) +
                                    ", but the next period starts with " + spell(start->values[row]) +
                                    "; tally all shards with the same --from and --to");
        }
    }
}

/// In the order that tally writes them: by period, then by labels.
records as_tallied(const records& merged) {
    std::vector<std::size_t> order(merged.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto key = [&](std::size_t row) {
        const auto period_of_row = parse_period(merged.periods[row]);
        std::vector<std::string_view> texts = {merged.periods[row]};
        for (const records::label_column& label : merged.labels) {
            texts.push_back(label.values[row]);
        }
        return std::pair(period_of_row ? period_of_row->first : 0, texts);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    return picked(merged, order);
}

/// What cannot be added up; whoever is in two shards would count twice.
void refuse_gaps(const records& merged, bool by_customer) {
    for (const records::number_column& column : merged.numbers) {
        for (std::size_t row = 0; row < merged.size(); ++row) {
            if (!column.why[row].empty()) {
                throw bad_input(title(merged, row),
                                std::string(column.why[row]) + (column.of->joins == over_time::fixed
                                                                    ? "; what is assumed must be the same in all"
                                                                    : "; tally all shards by the same plan"));
            }
            if (column.of->joins == over_time::distinct && !by_customer && merged.pooled_from[row] > 1 &&
                !is_missing(column.values[row])) {
                throw bad_input(title(merged, row),
                                std::string(column.of->key) +
                                    " counts different ones, who may be in two shards; split by customer "
                                    "and say so with --by-customer, or tally the whole");
            }
        }
    }
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
    segment_pool pool(label_names(shards), true);
    for (const records& shard : shards) {
        pool.add(shard);
    }
    records merged = pool.finish();
    refuse_gaps(merged, r.by_customer);
    refuse_lost_stock(merged);
    warn_of_blanks(pool.blanks(), r.input.strict, io);
    merged = as_tallied(merged);
    merged.currency = r.output.currency.value_or(currency);
    put(io, r.output,
        form == format::json     ? json_records(merged)
        : form == format::ndjson ? ndjson_records(merged)
                                 : csv_records(merged));
    return 0;
}

}  // namespace cxm
