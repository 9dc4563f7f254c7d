#include "records/records.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "records/labels.hpp"
#include "text/problem.hpp"

namespace cxm {

const records::number_column* records::find(const measure& m) const {
    for (const number_column& column : numbers) {
        if (*column.of == m) {
            return &column;
        }
    }
    return nullptr;
}

const records::label_column* records::find_label(std::string_view name) const {
    const auto at = std::find_if(labels.begin(), labels.end(), [&](const label_column& l) { return l.name == name; });
    return at == labels.end() ? nullptr : &*at;
}

bool records::all_complete() const { return std::find(partial.begin(), partial.end(), true) == partial.end(); }

std::string place(const records& rows, std::size_t row) {
    if (!rows.sources.empty()) {
        return fmt::format("{}:{}", shown(rows.sources[row]), rows.lines[row]);
    }
    if (rows.source.empty() || rows.lines.empty()) {
        return shown_end(rows.source);
    }
    return fmt::format("{}:{}", shown_end(rows.source), rows.lines[row]);
}

std::string title(const records& rows, std::size_t row) {
    std::string text = shown(rows.periods[row]);
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) {
        text += fmt::format("{}{}={}", text.empty() ? "" : ", ", shown(name), shown(value));
    });
    return text;
}

std::string place_and_title(const records& rows, std::size_t row) {
    const std::string stands = place(rows, row);
    const std::string named = title(rows, row);
    return stands + (stands.empty() || named.empty() ? "" : ": ") + named;
}

}  // namespace cxm
