#include "records/period_span.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

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

void cut_periods::add(const cut_periods& later) {
    by_from = by_from ? by_from : later.by_from;
    by_to = by_to ? by_to : later.by_to;
}

cut_periods cut_by(const period_span& wanted, grain every) {
    cut_periods cut;
    const auto around = [&](std::int32_t day) { return containing(day, every); };
    if (wanted.from && every != grain::free && around(wanted.from->first).first != wanted.from->first) {
        cut.by_from = around(wanted.from->first);
    }
    if (wanted.to && every != grain::free && around(wanted.to->last).last != wanted.to->last) {
        cut.by_to = around(wanted.to->last);
    }
    return cut;
}

cut_periods cut_by(const period_span& wanted, const records& rows) {
    cut_periods cut;
    for (std::size_t row = 0; wanted.any() && row < rows.size(); ++row) {
        const auto own = parse_period(rows.periods[row]);
        if (!own || own->of == grain::free) {
            continue;
        }
        cut.add({wanted.from && own->first < wanted.from->first ? own : std::nullopt,
                 wanted.to && own->last > wanted.to->last ? own : std::nullopt});
    }
    return cut;
}

std::vector<std::string> warnings_of(const cut_periods& cut) {
    std::vector<std::string> warnings;
    for (const auto& [flag, around] : {std::pair("--from", cut.by_from), std::pair("--to", cut.by_to)}) {
        if (around) {
            warnings.push_back(fmt::format("{} lies within {}, of which all is counted", flag, spell(*around)));
        }
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
