#include <algorithm>
#include <iterator>
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
    to.in_order = to.in_order || more.in_order;
    to.currency = to.currency.empty() ? more.currency : to.currency;
    std::move(more.owners.begin(), more.owners.end(), std::back_inserter(to.owners));
}

}  // namespace cxm
