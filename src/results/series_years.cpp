#include "results/series_years.hpp"

#include <algorithm>

#include <cxm/contrast/families.hpp>
#include <cxm/inference.hpp>
#include <cxm/readings.hpp>

#include "records/inputs_of_row.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

/// The place of the same period a year before; nothing where none is on the axis.
std::optional<std::size_t> place_year_before(const std::vector<dated_place>& axis, std::size_t place) {
    const auto before = year_before(axis[place].when);
    if (!before) {
        return std::nullopt;
    }
    const auto at = std::lower_bound(axis.begin(), axis.end(), before->first,
                                     [](const dated_place& p, std::int32_t day) { return p.when.first < day; });
    return at != axis.end() && at->when == *before ? std::optional(static_cast<std::size_t>(at - axis.begin()))
                                                   : std::nullopt;
}

/// The count that a share is of, within its total; nothing where the value is none of one period's counts.
std::optional<proportion> counts_of(const report& figures, std::size_t row, std::size_t metric) {
    const result& r = figures.of_row(row)[metric];
    if (inference_of(*r.of) != inference::share || !r.note.empty() || !(r.n > 0)) {
        return std::nullopt;
    }
    const std::vector<double> inputs = inputs_of_row(*r.of, figures.rows, row);
    const fraction sides = split(r.of->value);
    return proportion{evaluate(sides.top, inputs).value, evaluate(sides.bottom, inputs).value};
}

/// Whether a place is of the year that ends with the last one.
bool is_of_last_year(const std::vector<dated_place>& axis, std::size_t place, std::size_t last) {
    constexpr std::int32_t weeks_of_a_year = 364;
    const auto before = year_before(axis[last].when);
    const std::int32_t after = before ? before->first : axis[last].when.first - weeks_of_a_year;
    return axis[place].when.first > after;
}

}  // namespace

void add_years_before(const std::vector<dated_place>& axis, std::vector<trend_place>& places) {
    for (std::size_t i = 0; i < axis.size(); ++i) {
        if (const auto before = place_year_before(axis, i); before && places[*before].is == place_kind::counted) {
            places[i].year_before = places[*before].value;
        }
    }
}

void hold_against_last_year(const report& figures, const std::vector<dated_place>& axis, std::size_t metric, trend& t) {
    year_test& test = t.on_year.emplace();
    const auto last = last_counted(t);
    if (!last || !are_comparable(axis)) {
        test.why = "the same period a year before takes periods of the calendar";
        return;
    }
    std::vector<stratum> together;
    std::size_t lacking = 0;
    while (!is_of_last_year(axis, test.first, *last)) {
        ++test.first;
    }
    bool counts = true;
    for (std::size_t i = 0; i <= *last; ++i) {
        const bool in_year = i >= test.first;
        if (t.places[i].is != place_kind::counted || !t.places[i].year_before) {
            lacking += in_year ? 1 : 0;
            continue;
        }
        test.periods += in_year ? 1 : 0;
        const auto now = counts_of(figures, t.places[i].row, metric);
        const auto then = counts_of(figures, t.places[*place_year_before(axis, i)].row, metric);
        if (!now || !then) {
            counts = counts && !in_year;
            continue;
        }
        t.places[i].on_year = share_difference(*then, *now);
        if (in_year) {
            together.push_back({*then, *now});
        }
    }
    test.whole_year = test.periods > 0 && lacking == 0;
    test.change = counts ? common_difference(together) : std::nullopt;
    test.why = test.change                               ? ""
               : test.periods == 0                       ? "no period of it has the same one a year before"
               : inference_of(*t.of) != inference::share ? "only shares of counts can be tested"
                                                         : "joined over several periods, so no share of counts";
}

void require_years(const std::vector<trend>& trends) {
    const bool any = std::any_of(trends.begin(), trends.end(), [](const trend& t) { return t.on_year->periods > 0; });
    if (!any) {
        throw bad_usage("--against last-year: no period has a value of the same one a year before");
    }
}

verdict year_verdict(const metric& m, const difference& change) { return verdict_of(m, change.limits); }

}  // namespace cxm
