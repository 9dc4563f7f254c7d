#include "records/period_span.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace cxm {

bool period_span::holds(std::string_view written) const {
    const auto own = parse_period(written);
    return !own || own->of == grain::free || ((!from || own->last >= from->first) && (!to || own->first <= to->last));
}

period_span widened(period_span what, grain to) {
    if (what.from) {
        what.from = containing(what.from->first, to);
    }
    if (what.to) {
        what.to = containing(what.to->last, to);
    }
    return what;
}

records within(records rows, const period_span& wanted) {
    if (!wanted.any()) {
        return rows;
    }
    std::vector<std::size_t> kept;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (wanted.holds(rows.periods[row])) {
            kept.push_back(row);
        }
    }
    if (kept.size() == rows.size()) {
        return rows;
    }
    if (kept.empty()) {
        records none;
        none.source = rows.source;
        none.currency = rows.currency;
        return none;
    }
    return picked(rows, kept);
}

std::vector<std::string> warnings_of(const period_span& wanted, grain every) {
    std::vector<std::string> warnings;
    const auto add = [&](const char* flag, const period& around) {
        warnings.push_back(fmt::format("{} lies within {}, of which all rows are counted", flag, spell(around)));
    };
    if (wanted.from && every != grain::free && containing(wanted.from->first, every).first != wanted.from->first) {
        add("--from", containing(wanted.from->first, every));
    }
    if (wanted.to && every != grain::free && containing(wanted.to->last, every).last != wanted.to->last) {
        add("--to", containing(wanted.to->last, every));
    }
    return warnings;
}

std::string objection_to(std::string_view what, const records& rows) {
    const bool dated = std::any_of(rows.periods.begin(), rows.periods.end(), [](std::string_view text) {
        const auto own = parse_period(text);
        return own && own->of != grain::free;
    });
    return rows.size() == 0 || dated ? "" : fmt::format("{} nothing: no record has a period of the calendar", what);
}

}  // namespace cxm
