#include "results/series_years.hpp"

#include <algorithm>

#include <cxm/compare/weighted_difference.hpp>
#include <cxm/contrast.hpp>
#include <cxm/histogram.hpp>
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
    if (inference_of(*r.of) != inference::share || (!r.note.empty() && !counts_answers(*r.of)) || !(r.n > 0)) {
        return std::nullopt;
    }
    const std::vector<double> inputs = inputs_of_row(*r.of, figures.rows, row);
    const fraction sides = split(r.of->value);
    return proportion{evaluate(sides.top, inputs).value, evaluate(sides.bottom, inputs).value};
}

/// A net share or a mean of the answers of one period against those of another, with its test where the counts allow
/// one; nothing where they do not.
std::optional<sized_difference> answers_compared(const report& figures, std::size_t before, std::size_t after,
                                                 std::size_t metric) {
    const auto& m = *figures.metrics[metric];
    const inference by = inference_of(m);
    if (by != inference::net && by != inference::mean) {
        return std::nullopt;
    }
    const contrast change =
        contrast_of(m, inputs_of_row(m, figures.rows, before), inputs_of_row(m, figures.rows, after));
    if (!change.limits || !change.error) {
        return std::nullopt;
    }
    return sized_difference{{*change.change, change.limits, change.p, change.test, change.error, change.statistic},
                            figures.of_row(before)[metric].n,
                            figures.of_row(after)[metric].n};
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

namespace {

/// What is known of the periods of a series that have the same one a year before.
struct year_pairs {
    std::vector<stratum> shares = {};
    std::vector<sized_difference> answers = {};
    bool testable = true;  ///< none of the last year lacks what a test takes

    std::optional<difference> together(inference by) const {
        return !testable                ? std::nullopt
               : by == inference::share ? common_difference(shares)
                                        : weighted_difference(answers);
    }
};

/// Tests one period against the same one a year before; nothing where their counts allow none.
std::optional<difference> on_year(const report& figures, std::size_t before, std::size_t after, std::size_t metric,
                                  bool in_year, year_pairs& to) {
    if (inference_of(*figures.metrics[metric]) == inference::share) {
        const auto then = counts_of(figures, before, metric);
        const auto now = counts_of(figures, after, metric);
        if (!then || !now) {
            return std::nullopt;
        }
        if (in_year) {
            to.shares.push_back({*then, *now});
        }
        return share_difference(*then, *now);
    }
    const auto found = answers_compared(figures, before, after, metric);
    if (found && in_year) {
        to.answers.push_back(*found);
    }
    return found ? std::optional(found->found) : std::nullopt;
}

/// Why a year cannot be tested though its periods have ones a year before.
std::string why_untested(const trend& t, std::size_t last) {
    switch (inference_of(*t.of)) {
        case inference::share: return "joined over several periods, so no share of counts; leave out --every";
        case inference::net: return "answers are missing in a period";
        case inference::mean:
            return "the sums of the squared answers are missing in a period, or all answers are equal";
        case inference::none: return std::string(needs_single_values);
        default:
            return "takes a share, an NPS or a mean of answers; cxm compare --from PERIOD --to " +
                   std::string(t.places[last].period) + " tests two periods";
    }
}

}  // namespace

void hold_against_last_year(const report& figures, const std::vector<dated_place>& axis, std::size_t metric, trend& t) {
    year_test& test = t.on_year.emplace();
    const auto last = last_counted(t);
    if (!last || !are_comparable(axis)) {
        test.why = "the same period a year before takes periods of the calendar";
        return;
    }
    year_pairs pairs;
    std::size_t lacking = 0;
    while (!is_of_last_year(axis, test.first, *last)) {
        ++test.first;
    }
    for (std::size_t i = 0; i <= *last; ++i) {
        const bool in_year = i >= test.first;
        if (t.places[i].is != place_kind::counted || !t.places[i].year_before) {
            lacking += in_year ? 1 : 0;
            continue;
        }
        test.periods += in_year ? 1 : 0;
        const std::size_t before = t.places[*place_year_before(axis, i)].row;
        t.places[i].on_year = on_year(figures, before, t.places[i].row, metric, in_year, pairs);
        pairs.testable = pairs.testable && (t.places[i].on_year || !in_year);
    }
    test.whole_year = test.periods > 0 && lacking == 0;
    test.change = pairs.together(inference_of(*t.of));
    test.why = test.change         ? std::string()
               : test.periods == 0 ? "no period of it has the same one a year before"
                                   : why_untested(t, *last);
}

void require_years(const std::vector<trend>& trends) {
    const bool any = std::any_of(trends.begin(), trends.end(), [](const trend& t) { return t.on_year->periods > 0; });
    if (!any) {
        throw bad_usage("--against last-year: no period has a value of the same one a year before");
    }
}

verdict year_verdict(const metric& m, const difference& change) { return verdict_of(m, change.limits); }

}  // namespace cxm
