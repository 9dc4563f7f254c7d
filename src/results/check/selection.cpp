#include "results/check/selection.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::size_t most_values_seen = 1000;

bool meets(const label_condition& c, const records::label_column* column, std::size_t row) {
    return column != nullptr && column->has(row) && (column->values[row] == c.value) == c.equal;
}

std::vector<std::size_t> rows_that_meet(const std::vector<label_condition>& where, const records& block) {
    std::vector<const records::label_column*> columns;
    for (const label_condition& c : where) {
        columns.push_back(block.find_label(c.label));
    }
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < block.size(); ++row) {
        bool all = true;
        for (std::size_t i = 0; i < where.size(); ++i) {
            all = all && meets(where[i], columns[i], row);
        }
        if (all) {
            rows.push_back(row);
        }
    }
    return rows;
}

}  // namespace

void selection_pool::add(const records& block) {
    if (of_.where.empty()) {
        pool_.add(block);
        return;
    }
    for (const label_condition& c : of_.where) {
        auto& values = seen_[c.label];
        const records::label_column* const column = block.find_label(c.label);
        for (std::size_t row = 0; column != nullptr && row < block.size() && values.size() < most_values_seen; ++row) {
            values.emplace(column->values[row]);
        }
    }
    if (const auto rows = rows_that_meet(of_.where, block); !rows.empty()) {
        pool_.add(picked(block, rows));
    }
}

std::string selection_pool::why_empty() const {
    if (of_.where.empty()) {
        return "there is no record";
    }
    std::string text = "no record has ";
    for (const label_condition& c : of_.where) {
        text += fmt::format("{}{} {} {}", &c == &of_.where.front() ? "" : " and ", shown(c.label),
                            c.equal ? "=" : "!=", quoted(c.value));
        const auto seen = seen_.find(c.label);
        if (c.equal && seen != seen_.end() && !seen->second.contains(c.value)) {
            text += did_you_mean(c.value, {seen->second.begin(), seen->second.end()});
        }
    }
    return text;
}

}  // namespace cxm
