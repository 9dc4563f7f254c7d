#include "records/same_records.hpp"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include <cxm/measure.hpp>

#include "records/labels.hpp"

namespace cxm {

namespace {

/// Period and labels, joined by a byte that neither has.
std::string key_of(const records& rows, std::size_t row) {
    std::string key(rows.periods[row]);
    for (const auto& [name, value] : labels_of(rows, row)) {
        for (const std::string_view part : {name, value}) {
            key += '\0';
            key += part;
        }
    }
    return key;
}

bool is_same_count(double a, double b) { return a == b || (is_missing(a) && is_missing(b)); }

/// Whether each measure of a record has the same value in another.
bool has_counts_of(const records& rows, std::size_t row, const records& others, std::size_t other) {
    return std::all_of(rows.numbers.begin(), rows.numbers.end(), [&](const records::number_column& column) {
        const records::number_column* const theirs = others.find(*column.of);
        return is_same_count(column.values[row], theirs == nullptr ? not_given : theirs->values[other]);
    });
}

bool counts_something(const records& rows, std::size_t row) {
    return std::any_of(rows.numbers.begin(), rows.numbers.end(), [&](const records::number_column& column) {
        return !is_missing(column.values[row]) && column.values[row] != 0;
    });
}

}  // namespace

std::vector<same_record> same_records(const std::vector<const records*>& inputs) {
    struct place_of_key {
        std::size_t input;
        std::size_t row;
    };
    std::unordered_map<std::string, place_of_key> first_of_key;
    std::vector<same_record> same;
    for (std::size_t input = 0; input < inputs.size(); ++input) {
        const records& rows = *inputs[input];
        for (std::size_t row = 0; row < rows.size(); ++row) {
            std::string key = key_of(rows, row);
            if (key.empty() || !counts_something(rows, row)) {
                continue;
            }
            const place_of_key first = first_of_key.try_emplace(std::move(key), place_of_key{input, row}).first->second;
            const records& others = *inputs[first.input];
            if (first.input != input && has_counts_of(rows, row, others, first.row) &&
                has_counts_of(others, first.row, rows, row)) {
                same.push_back({input, row, first.input, first.row});
            }
        }
    }
    return same;
}

}  // namespace cxm
