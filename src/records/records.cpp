#include "records/records.hpp"

#include <fmt/format.h>

#include <cxm/period.hpp>

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

void mark_partial(records& all, std::int32_t as_of) {
    all.partial.resize(all.size());
    for (std::size_t row = 0; row < all.size(); ++row) {
        const auto own = parse_period(all.periods[row]);
        if (own && own->of != grain::free && own->last > as_of) {
            all.partial[row] = true;
        }
    }
}

std::string place(const records& all, std::size_t row) {
    if (!all.sources.empty()) {
        return fmt::format("{}:{}", shown(all.sources[row]), all.lines[row]);
    }
    if (all.source.empty() || all.lines.empty()) {
        return shown(all.source);
    }
    return fmt::format("{}:{}", shown(all.source), all.lines[row]);
}

std::string title(const records& all, std::size_t row) {
    std::string text = shown(all.periods[row]);
    for (const auto& label : all.labels) {
        if (label.values[row].data() != nullptr) {
            text += fmt::format("{}{}={}", text.empty() ? "" : ", ", shown(label.name), shown(label.values[row]));
        }
    }
    return text;
}

std::string place_and_title(const records& all, std::size_t row) {
    const std::string stands = place(all, row);
    const std::string named = title(all, row);
    return stands + (stands.empty() || named.empty() ? "" : ": ") + named;
}

}  // namespace cxm
