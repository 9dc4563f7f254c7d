#include "records/merge.hpp"

#include <algorithm>
#include <cxm/metrics/customers.hpp>
#include <cxm/period.hpp>
#include <cxm/spell.hpp>
#include <map>
#include <numeric>
#include <utility>

#include "records/labels.hpp"
#include "records/pool.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

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

/// Whether a record is of the calendar period after that of the one before it, in the same group.
bool follows(const records& sorted, std::size_t row) {
    const auto before = parse_period(sorted.periods[row - 1]);
    const auto own = parse_period(sorted.periods[row]);
    return before && own && own->of != grain::free && *own == next(*before) &&
           same_labels(sorted, row, sorted, row - 1);
}

/// Where a group's customers_end is not the next period's customers_start, and more shards had the one than the other,
/// in words: shards that end at different periods leave their customers out of the later ones.
void refuse_lost_stock(const records& merged) {
    const records sorted = ordered(merged);
    const records::number_column* start = sorted.find(customers_start);
    const records::number_column* end = sorted.find(customers_end);
    for (std::size_t row = 1; start != nullptr && end != nullptr && row < sorted.size(); ++row) {
        if (follows(sorted, row) && sorted.pooled_from[row - 1] != sorted.pooled_from[row] &&
            end->values[row - 1] != start->values[row] && !is_missing(end->values[row - 1]) &&
            !is_missing(start->values[row])) {
            throw bad_input("", "customers_end of " + title(sorted, row - 1) + " is " + spell(end->values[row - 1]) +
                                    ", but the next period starts with " + spell(start->values[row]) +
                                    "; tally all shards with the same --from and --to");
        }
    }
}

/// Free labels keep the order in which they come.
records as_tallied(const records& merged, const std::vector<records>& shards) {
    std::vector<std::size_t> order(merged.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::unordered_map<std::string_view, std::int32_t> places;
    for (const records& shard : shards) {
        for (const std::string_view period : shard.periods) {
            places.try_emplace(period, static_cast<std::int32_t>(places.size()));
        }
    }
    std::vector<std::tuple<bool, std::int32_t, std::vector<std::string_view>>> keys;
    for (std::size_t row = 0; row < merged.size(); ++row) {
        const auto own = parse_period(merged.periods[row]);
        const bool dated = own && own->of != grain::free;
        std::vector<std::string_view> texts = {merged.periods[row]};
        for (const records::label_column& label : merged.labels) {
            texts.push_back(label.values[row]);
        }
        keys.emplace_back(dated, dated ? own->first : places.at(merged.periods[row]), std::move(texts));
    }
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return keys[a] < keys[b]; });
    return picked(merged, order);
}

}  // namespace

std::vector<records> shards_in(records together) {
    std::map<std::vector<std::string_view>, std::size_t> seen;
    std::vector<std::vector<std::size_t>> rows;
    for (std::size_t row = 0; row < together.size(); ++row) {
        std::vector<std::string_view> key = {together.periods[row]};
        for (const records::label_column& label : together.labels) {
            key.push_back(label.values[row]);
        }
        const std::size_t shard = seen[std::move(key)]++;
        rows.resize(std::max(rows.size(), shard + 1));
        rows[shard].push_back(row);
    }
    std::vector<records> shards;
    if (rows.size() <= 1) {
        shards.push_back(std::move(together));
        return shards;
    }
    for (const std::vector<std::size_t>& of_shard : rows) {
        shards.push_back(picked(together, of_shard));
    }
    return shards;
}

merged_shards merge(const std::vector<records>& shards, bool by_customer) {
    segment_pool pool(label_names(shards), parts::shards);
    for (const records& shard : shards) {
        pool.add(shard);
    }
    const records merged = pool.finish();
    refuse_gaps(merged, by_customer);
    refuse_lost_stock(merged);
    return {as_tallied(merged, shards), pool.blanks()};
}

}  // namespace cxm
