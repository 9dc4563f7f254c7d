#include "intake/total_rows.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

namespace cxm {

namespace {

/// In small letters; as rows of totals are called in English, French and German.
constexpr std::string_view words[] = {
    "total",      "totals",        "grand total", "subtotal",      "sub-total",      "overall",
    "all",        "(all)",         "sum",         "total general", "ensemble",       "total général",
    "sous-total", "tous",          "toutes",      "gesamt",        "gesamtsumme",    "insgesamt",
    "summe",      "zwischensumme", "alle",        "sous total",    "gesamtergebnis", "sub total",
};

bool is_same(std::string_view label, std::string_view word) {
    return std::equal(label.begin(), label.end(), word.begin(), word.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

/// Marks the rows that say they are totals or lack a value, where others have one.
void mark(const std::vector<std::string_view>& values, std::vector<bool>& totals) {
    const bool any_part =
        std::any_of(values.begin(), values.end(), [](std::string_view v) { return !v.empty() && !is_total(v); });
    for (std::size_t row = 0; any_part && row < values.size(); ++row) {
        totals[row] = totals[row] || values[row].empty() || is_total(values[row]);
    }
}

}  // namespace

bool is_total(std::string_view label) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return word.size() == label.size() && is_same(label, word); });
}

records without_totals(const records& rows) {
    std::vector<bool> totals(rows.size());
    mark(rows.periods, totals);
    for (const records::label_column& label : rows.labels) {
        mark(label.values, totals);
    }
    std::vector<std::size_t> parts;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (!totals[row]) {
            parts.push_back(row);
        }
    }
    return picked(rows, parts);
}

}  // namespace cxm
