#include "intake/total_rows.hpp"

#include <algorithm>
#include <iterator>
#include <string>

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

/// The names of the labels, and an empty one for the period, of which a record has a value that is no total.
std::vector<std::string> names_with_parts(const std::vector<records>& files) {
    std::vector<std::string> names;
    const auto look_at = [&](const std::string& name, const std::vector<std::string_view>& values) {
        const bool known = std::find(names.begin(), names.end(), name) != names.end();
        const auto is_part = [](std::string_view v) { return !v.empty() && !is_total(v); };
        if (!known && std::any_of(values.begin(), values.end(), is_part)) {
            names.push_back(name);
        }
    };
    for (const records& rows : files) {
        look_at("", rows.periods);
        for (const records::label_column& label : rows.labels) {
            look_at(label.name, label.values);
        }
    }
    return names;
}

bool has_part(const records& rows, std::size_t row, const std::string& name) {
    const records::label_column* const label = name.empty() ? nullptr : rows.find_label(name);
    const std::string_view value = name.empty()       ? rows.periods[row]
                                   : label == nullptr ? std::string_view()
                                                      : label->values[row];
    return !value.empty() && !is_total(value);
}

}  // namespace

bool is_total(std::string_view label) {
    return std::any_of(std::begin(words), std::end(words),
                       [&](std::string_view word) { return word.size() == label.size() && is_same(label, word); });
}

std::size_t drop_totals(std::vector<records>& files) {
    const std::vector<std::string> names = names_with_parts(files);
    std::size_t dropped = 0;
    for (records& rows : files) {
        std::vector<std::size_t> parts;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool is_part = std::all_of(names.begin(), names.end(),
                                             [&](const std::string& name) { return has_part(rows, row, name); });
            if (is_part) {
                parts.push_back(row);
            }
        }
        dropped += rows.size() - parts.size();
        rows = picked(rows, parts);
    }
    return dropped;
}

}  // namespace cxm
