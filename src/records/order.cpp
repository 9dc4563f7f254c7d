#include <algorithm>
#include <cxm/period.hpp>
#include <iterator>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "records/records.hpp"

namespace cxm {

namespace {

template <class Value>
void extend(std::vector<Value>& to, const std::vector<Value>& more) {
    to.insert(to.end(), more.begin(), more.end());
}

void append_sources(records& to, const records& more, std::size_t before) {
    if (to.sources.empty() && more.sources.empty() && (before == 0 || to.source == more.source)) {
        to.source = more.source;
        return;
    }
    const auto fill = [](const records& from, std::size_t count) {
        const auto name = std::make_shared<const std::string>(from.source);
        return std::pair(std::vector<std::string_view>(count, *name), name);
    };
    if (to.sources.empty()) {
        auto [names, owner] = fill(to, before);
        to.sources = std::move(names);
        to.owners.push_back(std::move(owner));
    }
    if (more.sources.empty()) {
        auto [names, owner] = fill(more, more.size());
        extend(to.sources, names);
        to.owners.push_back(std::move(owner));
    } else {
        extend(to.sources, more.sources);
    }
}

}  // namespace

void append(records& to, records more) {
    const std::size_t before = to.size();
    const std::size_t after = before + more.size();
    append_sources(to, more, before);
    extend(to.periods, more.periods);
    extend(to.lines, more.lines);
    extend(to.pooled_from, more.pooled_from);
    if (!to.partial.empty() || !more.partial.empty()) {
        to.partial.resize(before);
        more.partial.resize(more.size());
        to.partial.insert(to.partial.end(), more.partial.begin(), more.partial.end());
    }
    for (records::number_column& column : more.numbers) {
        auto at =
            std::find_if(to.numbers.begin(), to.numbers.end(), [&](const auto& n) { return *n.of == *column.of; });
        if (at == to.numbers.end()) {
            at = to.numbers.insert(at, {column.of, std::vector<double>(before, not_given), {}});
        }
        extend(at->values, column.values);
        if (!at->why.empty() || !column.why.empty()) {
            at->why.resize(before);
            column.why.resize(more.size());
            extend(at->why, column.why);
        }
    }
    for (const records::label_column& column : more.labels) {
        auto at =
            std::find_if(to.labels.begin(), to.labels.end(), [&](const auto& l) { return l.name == column.name; });
        if (at == to.labels.end()) {
            at = to.labels.insert(at, {column.name, std::vector<std::string_view>(before)});
        }
        extend(at->values, column.values);
    }
    for (records::number_column& column : to.numbers) {
        column.values.resize(after, not_given);
        if (!column.why.empty()) {
            column.why.resize(after);
        }
    }
    for (records::label_column& column : to.labels) {
        column.values.resize(after);
    }
    to.currency = to.currency.empty() ? more.currency : to.currency;
    std::move(more.owners.begin(), more.owners.end(), std::back_inserter(to.owners));
}

namespace {

template <class Value>
std::vector<Value> picked(const std::vector<Value>& from, const std::vector<std::size_t>& order) {
    std::vector<Value> made;
    if (from.empty()) {
        return made;
    }
    made.reserve(order.size());
    for (const std::size_t row : order) {
        made.push_back(from[row]);
    }
    return made;
}

std::vector<std::size_t> order_of(const records& all) {
    std::unordered_map<std::string, std::size_t> groups;
    std::unordered_map<std::string_view, std::int64_t> free_labels;
    struct place_in_order {
        std::size_t group;
        bool dated;
        std::int64_t first;
        std::int64_t last;

        auto operator<=>(const place_in_order&) const = default;
    };
    std::vector<place_in_order> rank;
    for (std::size_t row = 0; row < all.size(); ++row) {
        std::string labels;
        for (const records::label_column& label : all.labels) {
            labels += label.values[row].data() == nullptr ? '\1' : '\2';
            labels += label.values[row];
            labels += '\0';
        }
        const std::size_t group = groups.try_emplace(std::move(labels), groups.size()).first->second;
        const auto known = parse_period(all.periods[row]);
        const bool dated = known && known->of != grain::free;
        const auto free_rank = static_cast<std::int64_t>(free_labels.size());
        const std::int64_t first =
            dated ? known->first : free_labels.try_emplace(all.periods[row], free_rank).first->second;
        rank.push_back({group, dated, first, dated ? known->last : first});
    }
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank[a] < rank[b]; });
    return order;
}

}  // namespace

records picked(const records& all, const std::vector<std::size_t>& order) {
    records made;
    made.source = all.source;
    made.currency = all.currency;
    made.owners = all.owners;
    made.periods = picked(all.periods, order);
    made.lines = picked(all.lines, order);
    made.sources = picked(all.sources, order);
    made.partial = picked(all.partial, order);
    made.pooled_from = picked(all.pooled_from, order);
    for (const records::number_column& column : all.numbers) {
        made.numbers.push_back({column.of, picked(column.values, order), picked(column.why, order)});
    }
    for (const records::label_column& column : all.labels) {
        made.labels.push_back({column.name, picked(column.values, order)});
    }
    return made;
}

records ordered(const records& all) { return picked(all, order_of(all)); }

}  // namespace cxm
