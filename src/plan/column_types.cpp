#include "plan/column_types.hpp"

#include <algorithm>
#include <iterator>

#include "plan/label_source.hpp"
#include "plan/plan.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::string_view type_names[] = {"text",   "integer", "decimal", "double",
                                           "number", "boolean", "date",    "timestamp"};

/// Columns as they are met.
struct column_list {
    std::vector<std::string> columns;

    void add(const std::string& column) {
        if (!column.empty() && std::find(columns.begin(), columns.end(), column) == columns.end()) {
            columns.push_back(column);
        }
    }

    void add(const condition& c) {
        for (const column_text& each : c.columns) {
            add(each.name);
        }
    }
};

}  // namespace

std::string_view name(column_type type) { return type_names[static_cast<std::size_t>(type)]; }

void add_type(plan& p, const std::string& column, std::string_view type) {
    const auto* const at = std::find(std::begin(type_names), std::end(type_names), type);
    if (at == std::end(type_names)) {
        throw bad_usage(quote_of(type) +
                        " is no type of a column: text, integer, decimal, double, number, boolean, date or timestamp" +
                        did_you_mean(type, {std::begin(type_names), std::end(type_names)}));
    }
    p.types.push_back({column, static_cast<column_type>(at - std::begin(type_names))});
}

std::vector<std::string> columns_read_by(const plan& p) {
    column_list read;
    read.add(p.period);
    read.add(p.weight);
    for (const plan::label& each : p.by) {
        read.add(parse_label_source(each.column).column);
    }
    read.add(p.where.meets);
    for (const plan::survey& each : p.surveys) {
        read.add(each.column);
    }
    for (const plan::own_measure& each : p.measures) {
        read.add(each.counted.told_by.name);
        for (const std::string& column : each.counted.summand.columns) {
            read.add(column);
        }
        read.add(each.counted.where);
    }
    if (p.subscriptions) {
        read.add(p.subscriptions->start);
        read.add(p.subscriptions->end);
        read.add(p.subscriptions->leaving.meets);
    }
    for (const std::string& column :
         p.people ? std::vector{p.people->id, p.people->time} : std::vector<std::string>()) {
        read.add(column);
    }
    for (const std::string& column :
         p.orders ? std::vector{p.orders->id, p.orders->time, p.orders->amount} : std::vector<std::string>()) {
        read.add(column);
    }
    for (const std::string& column :
         p.amounts ? std::vector{p.amounts->id, p.amounts->month, p.amounts->amount} : std::vector<std::string>()) {
        read.add(column);
    }
    for (const std::string& column : p.one_per ? p.one_per->columns : std::vector<std::string>()) {
        read.add(column);
    }
    return read.columns;
}

void validate_types(const plan& p) {
    if (p.types.empty()) {
        return;
    }
    const std::vector<std::string> columns = columns_read_by(p);
    for (const typed_column& each : p.types) {
        if (std::find(columns.begin(), columns.end(), each.column) == columns.end()) {
            throw bad_usage("types: nothing in the plan reads a column " + quote_of(each.column) +
                            did_you_mean(each.column, {columns.begin(), columns.end()}) + "; leave its type out");
        }
    }
}

}  // namespace cxm
