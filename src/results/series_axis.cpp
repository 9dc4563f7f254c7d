#include "results/series_axis.hpp"

#include <fmt/format.h>

#include "records/period_kinds.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// More are a slip of the pen, such as a year 9999.
constexpr std::size_t most_periods = 10'000;

}  // namespace

bool are_comparable(const std::vector<dated_place>& places) {
    for (std::size_t i = 0; i < places.size(); ++i) {
        const period& when = places[i].when;
        if (when.of == grain::free || when.of != places[0].when.of ||
            (i > 0 && when.first <= places[i - 1].when.first)) {
            return false;
        }
    }
    return true;
}

std::vector<dated_place> axis_of(const records& rows, std::size_t first, std::size_t end) {
    std::vector<dated_place> given;
    for (std::size_t row = first; row < end; ++row) {
        given.push_back({parse_period(rows.periods[row]).value_or(period{}), row});
    }
    // A quarter is no point between two months, and a free label none between dates.
    period_kinds kinds;
    kinds.add(rows, first, end);
    const grain usual = kinds.usual().value_or(grain::free);
    std::erase_if(given, [&](const dated_place& p) { return p.when.of != usual; });
    if (!are_comparable(given)) {
        return given;
    }
    std::vector<dated_place> axis;
    for (const dated_place& place_on_axis : given) {
        while (!axis.empty() && next(axis.back().when) != place_on_axis.when) {
            axis.push_back({next(axis.back().when), std::nullopt});
            if (axis.size() > most_periods) {
                throw bad_input(place(rows, *place_on_axis.row),
                                fmt::format("more than {} {} lie between {} and the first of its group; is it a slip?",
                                            most_periods, plural(usual), quote_of(rows.periods[*place_on_axis.row])));
            }
        }
        axis.push_back(place_on_axis);
    }
    return axis;
}

}  // namespace cxm
