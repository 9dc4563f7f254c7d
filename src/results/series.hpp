#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cxm/contrast/result.hpp>
#include <cxm/trend.hpp>

#include "results/report.hpp"
#include "results/trend_options.hpp"

namespace cxm {

/// What there is at one period of a series.
enum class place_kind {
    counted,
    partial,    ///< not complete: shown, but no part of the chart
    no_value,   ///< a record, and no number
    no_record,  ///< a period of the calendar between the first and the last that no record is of
};

/// One period of a series.
struct trend_place {
    std::string period;
    place_kind is = place_kind::no_record;
    std::size_t row = 0;                ///< of the report, unless there is no record
    double value = not_given;           ///< of counted and partial places
    std::optional<double> year_before;  ///< the same period's value of the year before, where that is complete
    std::optional<difference> on_year;  ///< the change since then, where it was asked for and counts allow a test
};

/// Where the limits come from.
enum class chart_kind {
    p,    ///< from the counts behind shares
    u,    ///< from the counts behind rates
    xmr,  ///< from the moves between neighbours
};

/// The periods of the last year that the data have, each against the same one of the year before.
struct year_test {
    std::size_t first = 0;                  ///< the place that the last year begins at
    std::size_t periods = 0;                ///< how many of the year have one a year before
    bool whole_year = false;                ///< none of the year's lacks one
    std::optional<difference> change = {};  ///< of all together; absent where nothing can be tested
    std::string why = {};                   ///< why not, and what does it all the same
};

/// A metric of one label group over time.
struct trend {
    const metric* of;
    std::size_t row;  ///< of the report: the first one, for the labels
    std::vector<trend_place> places;
    chart_kind kind = chart_kind::xmr;
    control_chart chart;                    ///< a point for each place; only those counted have limits and signals
    bool lacks_baseline = false;            ///< none of its periods lies in the baseline: limits from all
    std::optional<year_test> on_year = {};  ///< where it was asked for
};

/// The series of every metric and label group of a report whose rows are ordered by labels and period.
///
/// Calendar periods of one length are completed with those that are missing. Throws bad_usage for options that no
/// series has a period for, and for a baseline within which limits begin anew.
std::vector<trend> trends_of(const report& figures, const trend_options& options = {});

/// Whether the order of a report's periods is that of the input, as these are none of the calendar.
bool is_in_order_of_input(const report& figures);

/// What the place says on its own, in the metric's better direction.
trend_verdict verdict_at(const trend& t, std::size_t place);

/// What a change since the year before means for the business; none without limits.
verdict year_verdict(const metric& m, const difference& change);

/// The last place that counts, and so carries the verdict of the whole; nothing where none does.
std::optional<std::size_t> last_counted(const trend& t);

}  // namespace cxm
