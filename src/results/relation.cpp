#include "results/relation.hpp"

#include <algorithm>
#include <map>

#include "records/labels.hpp"
#include "results/series.hpp"

namespace cxm {

namespace {

metric_relation relation_of(std::size_t row, const std::vector<double>& a, const std::vector<double>& b,
                            std::span<const int> lags, double level) {
    metric_relation made{row, spearman_lags(a, b, lags)};
    for (std::size_t i = 0; i < a.size(); ++i) {
        made.without_value += is_missing(a[i]) || is_missing(b[i]) ? 1 : 0;
    }
    made.detectable = detectable_rho(a.size() - made.without_value, level);
    return made;
}

/// The values of a series by period, not_given where one is missing or under way.
std::vector<double> values_of_series(const trend& of) {
    std::vector<double> values;
    for (const trend_place& place : of.places) {
        values.push_back(place.is == place_kind::counted ? place.value : not_given);
    }
    return values;
}

double value_at(const report& figures, std::size_t row, std::size_t metric) {
    const result& r = figures.of_row(row)[metric];
    return r.comes_to.ok() && figures.rows.is_complete(row) ? r.comes_to.value : not_given;
}

/// Over the groups of each period that has several.
void add_segments(relation_reading& to, const report& figures) {
    std::map<std::string_view, std::vector<std::size_t>> by_period;
    for (std::size_t row = 0; row < figures.rows.size(); ++row) {
        by_period[figures.rows.periods[row]].push_back(row);
    }
    constexpr int no_lag[] = {0};
    for (const auto& [period, rows] : by_period) {
        std::vector<double> a;
        std::vector<double> b;
        for (const std::size_t row : rows) {
            a.push_back(value_at(figures, row, 0));
            b.push_back(value_at(figures, row, 1));
        }
        to.relations.push_back(relation_of(rows.front(), a, b, no_lag, to.level));
    }
}

bool has_several_periods(const report& figures) {
    for (std::size_t row = 1; row < figures.rows.size(); ++row) {
        if (same_labels(figures.rows, row - 1, figures.rows, row)) {
            return true;
        }
    }
    return false;
}

}  // namespace

relation_reading relate(const report& figures, std::span<const int> lags, double level) {
    relation_reading made{.a = figures.metrics[0], .b = figures.metrics[1], .level = level, .relations = {}};
    if (!has_several_periods(figures)) {
        made.over = related_over::segments;
        add_segments(made, figures);
        return made;
    }
    // Of each group both series have the same places: those between its first period and its last.
    const std::vector<trend> series = trends_of(figures);
    for (const trend& a : series) {
        const auto b = std::find_if(series.begin(), series.end(),
                                    [&](const trend& t) { return t.of == made.b && t.row == a.row; });
        if (a.of == made.a && b != series.end() && a.places.size() == b->places.size()) {
            made.relations.push_back(relation_of(a.row, values_of_series(a), values_of_series(*b), lags, level));
        }
    }
    return made;
}

bool is_told(const lagged_correlation& of, double level) {
    const std::optional<double>& p = of.adjusted_p ? of.adjusted_p : of.at_lag.p;
    return p && *p < 1 - level;
}

}  // namespace cxm
