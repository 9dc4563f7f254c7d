#include <algorithm>

#include "records/period_kinds.hpp"
#include "results/targets.hpp"
#include "rows/record_filter.hpp"

namespace cxm {

namespace {

bool is_meant(const target& t, const targeted& figure) {
    return t.of == &figure.of && (t.where.empty() || (figure.chosen != nullptr && *figure.chosen == t.where) ||
                                  holds_of_any(t.where, picked(figure.rows, {figure.row})));
}

/// How many of a grain a year has; leap years aside.
double periods_a_year(grain g) {
    constexpr double days = 365;
    switch (g) {
        case grain::day: return days;
        case grain::week: return days / 7;
        case grain::month: return 12;
        case grain::quarter: return 4;
        default: return 1;
    }
}

}  // namespace

double carried_over(const target& to, const targeted& figure) {
    const grain own = kind_of(figure.rows.periods[figure.row]).value_or(grain::free);
    if (to.per == grain::free || to.per == own) {
        return 1;
    }
    const bool carries = figure.annualise && figure.of.chain != chained::no && own != grain::free && own < to.per;
    return carries ? periods_a_year(own) / periods_a_year(to.per) : 0;
}

const target* find_target(const std::vector<target>& targets, const targeted& figure) {
    const target* best = nullptr;
    int best_rank = -1;
    for (const target& t : targets) {
        if (!is_meant(t, figure)) {
            continue;
        }
        const bool fits = carried_over(t, figure) > 0;
        const int rank = (fits ? 4 : 0) + (t.where.empty() ? 0 : 2) + (fits && t.per != grain::free ? 1 : 0);
        if (rank > best_rank) {
            best = &t;
            best_rank = rank;
        }
    }
    return best;
}

}  // namespace cxm
