#include "intake/derived_columns.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "text/folded.hpp"

namespace cxm {

namespace {

/// Words that say of a number that it is no count, in English, French and German.
constexpr std::string_view marks[] = {
    "pct",  "percent", "percentage", "rate",  "ratio",   "share",  "avg",   "average",      "mean",       "per",
    "taux", "part",    "moyenne",    "moyen", "prozent", "anteil", "quote", "durchschnitt", "mittelwert", "mittel"};

/// The words of a name in small letters, without those that say so; whether there was one.
struct plain_words {
    std::string key;  ///< joined by `_`
    bool marked = false;
};

plain_words words_of(std::string_view name) {
    plain_words plain;
    const std::string text = folded(name) + " ";
    std::string word;
    for (const char c : text) {
        if (c != ' ' && c != '_' && c != '-' && c != '(' && c != ')' && c != '.' && c != '/') {
            word += c;
            continue;
        }
        const bool mark = std::find(std::begin(marks), std::end(marks), word) != std::end(marks);
        plain.marked |= mark;
        plain.key += mark || word.empty() ? "" : (plain.key.empty() ? "" : "_") + word;
        word.clear();
    }
    return plain;
}

/// A name as the keys of the catalogue are written.
std::string as_key(std::string_view name) {
    std::string key = folded(name);
    std::replace(key.begin(), key.end(), ' ', '_');
    return key;
}

bool is_measure_of(const csv_header& header, std::string_view key) {
    return std::any_of(header.columns.begin(), header.columns.end(),
                       [&](const auto& column) { return column.is == role::measure && column.of->key == key; });
}

bool has_inputs(const csv_header& header, const metric* of) {
    if (of == nullptr) {
        return false;
    }
    const auto inputs = of->value.inputs();
    return !inputs.empty() &&
           std::all_of(inputs.begin(), inputs.end(), [&](const measure* m) { return is_measure_of(header, m->key); });
}

bool is_derived(const csv_header& header, std::size_t i, const column_look& look, const catalogue& known) {
    if (look.words || look.is_blank()) {
        return false;
    }
    if (look.percents) {
        return true;
    }
    const std::string& name = header.columns[i].name;
    const plain_words plain = words_of(name);
    return name.find('%') != std::string::npos || has_inputs(header, known.find_metric(as_key(name))) ||
           (plain.marked && is_measure_of(header, plain.key));
}

}  // namespace

std::vector<std::size_t> derived_columns(const csv_header& header, const std::vector<column_look>& looks,
                                         const catalogue& known, const input_options& options) {
    std::vector<std::size_t> derived;
    const bool any_measure = std::any_of(header.columns.begin(), header.columns.end(),
                                         [](const auto& column) { return column.is == role::measure; });
    for (std::size_t i = 0; i < header.columns.size() && any_measure; ++i) {
        const csv_header::column& column = header.columns[i];
        const bool asked = is_label(options, column.name) || is_ignored(options, column.name, true) ||
                           std::find(options.asked.begin(), options.asked.end(), column.name) != options.asked.end();
        if (column.is == role::label && !asked && is_derived(header, i, looks[i], known)) {
            derived.push_back(i);
        }
    }
    return derived;
}

}  // namespace cxm
