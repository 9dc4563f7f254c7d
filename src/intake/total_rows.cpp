#include "intake/total_rows.hpp"

#include <algorithm>
#include <iterator>
#include <string>

namespace cxm {

namespace {

/// Where a word stands in a value that says so of its row.
enum class stands {
    first_or_last,  ///< `Total:`, `total customers`, `EU Total`, not `Total Energies`
    last,           ///< `EU average`, not `average spenders`
    alone,
    before_all_parts,  ///< `all`, `all segments`, not `all inclusive`
};

struct total_word {
    std::string_view text;  ///< in small letters
    stands where;
};

/// As rows of totals and averages are called in several languages.
constexpr total_word total_words[] = {
    {"total", stands::first_or_last},
    {"totals", stands::first_or_last},
    {"totale", stands::first_or_last},
    {"totaux", stands::first_or_last},
    {"subtotal", stands::first_or_last},
    {"overall", stands::first_or_last},
    {"combined", stands::first_or_last},
    {"gesamt", stands::first_or_last},
    {"insgesamt", stands::first_or_last},
    {"summe", stands::first_or_last},
    {"gesamtsumme", stands::first_or_last},
    {"totaal", stands::first_or_last},
    {"zwischensumme", stands::first_or_last},
    {"gesamtergebnis", stands::first_or_last},
    {"average", stands::last},
    {"avg", stands::last},
    {"mean", stands::last},
    {"median", stands::last},
    {"durchschnitt", stands::last},
    {"mittelwert", stands::last},
    {"moyenne", stands::last},
    {"promedio", stands::last},
    {"sum", stands::alone},
    {"ensemble", stands::alone},
    {"all", stands::before_all_parts},
    {"alle", stands::before_all_parts},
    {"tous", stands::before_all_parts},
    {"toutes", stands::before_all_parts},
};

/// What is all of it: `all segments`, `total customers`.
constexpr std::string_view all_parts[] = {"segments",   "plans",    "regions", "countries", "customers",
                                          "channels",   "products", "markets", "groups",    "segmente",
                                          "kunden",     "regionen", "clients", "produkte",  "users",
                                          "categories", "all",      "general", "général"};

bool is_same(std::string_view label, std::string_view word) {
    return std::equal(label.begin(), label.end(), word.begin(), word.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

/// Letters, and the bytes of those beyond ASCII.
bool is_of_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & '\x80') != 0; }

std::string_view first_word(std::string_view text) {
    const auto from = std::find_if(text.begin(), text.end(), is_of_word);
    const auto to = std::find_if_not(from, text.end(), is_of_word);
    return text.substr(static_cast<std::size_t>(from - text.begin()), static_cast<std::size_t>(to - from));
}

std::string_view last_word(std::string_view text) {
    const auto to = std::find_if(text.rbegin(), text.rend(), is_of_word);
    const auto from = std::find_if_not(to, text.rend(), is_of_word);
    return text.substr(static_cast<std::size_t>(text.rend() - from), static_cast<std::size_t>(from - to));
}

bool is_said_of_all(std::string_view last) {
    return std::any_of(std::begin(all_parts), std::end(all_parts),
                       [&](std::string_view part) { return is_same(last, part); });
}

}  // namespace

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

std::string_view value_under(const records& rows, std::size_t row, const std::string& name) {
    const records::label_column* const label = name.empty() ? nullptr : rows.find_label(name);
    return name.empty() ? rows.periods[row] : label == nullptr ? std::string_view() : label->values[row];
}

bool has_part(const records& rows, std::size_t row, const std::string& name) {
    const std::string_view value = value_under(rows, row, name);
    return !value.empty() && !is_total(value);
}

bool is_total(std::string_view label) {
    const std::string_view first = first_word(label);
    const std::string_view last = last_word(label);
    const bool is_one = first.data() == last.data();
    // `Total: EU`, not `Total Energies`
    const std::string_view rest = label.substr(static_cast<std::size_t>(first.data() + first.size() - label.data()));
    const std::size_t next = rest.find_first_not_of(' ');
    const bool is_set_off = next == std::string_view::npos || !is_of_word(rest[next]);
    return std::any_of(std::begin(total_words), std::end(total_words), [&](const total_word& w) {
        switch (w.where) {
            case stands::first_or_last:
                return is_same(last, w.text) || (is_same(first, w.text) && (is_set_off || is_said_of_all(last)));
            case stands::last: return is_same(last, w.text);
            case stands::alone: return is_one && is_same(last, w.text);
            case stands::before_all_parts: return is_same(first, w.text) && (is_one || is_said_of_all(last));
        }
        return false;
    });
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
