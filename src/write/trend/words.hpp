#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/series.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

/// What a signal is, of one or of several periods: `above the upper limit`, `7 or more in a row below the mean`.
std::string in_words(const chart_signal& signal, const wording& say = {});

/// Why a place has no value; empty where it has one.
std::string why_no_value(const report& of, const trend& t, const trend_place& place, const wording& say = {});

/// What there is to know of a place's value: how it was made, or that few answered.
std::string note_of(const report& of, const trend& t, const trend_place& place);

/// Whether a place's value is a score of few answers.
bool has_few_answers(const report& of, const trend& t, const trend_place& place);

/// The last period that any trend of a label group counts, which a list shows them at; empty where none does.
std::string_view latest_period(const std::vector<trend>& trends, std::size_t row);

/// The last place that counts, where it is of a period.
std::optional<std::size_t> counted_in(const trend& t, std::string_view period);

/// Whether the limits of the last period that counts leave no value of the scale outside.
bool limits_span_all(const trend& t);

/// What to do about such limits.
inline constexpr std::string_view joins_answers =
    "so few counted in a period can show no change; --every quarter or --every year joins them";

/// `ok`, `partial`, `missing` or `undefined`.
std::string_view status_of(const report& of, const trend& t, const trend_place& place);

/// How many a place's value is of; not_given where it has none.
double n_of(const report& of, const trend& t, const trend_place& place);

/// How many decimals keep a trend's values and limits apart.
int trend_decimals(const trend& t);

/// A value with its unit, in those decimals; given where many values of a trend follow.
std::string trend_value(const trend& t, double value, const notation& in);
std::string trend_value(const trend& t, double value, int decimals, const notation& in);

style style_of(trend_verdict v);

/// What holds of the last period that counts.
std::string reason(const trend& t, std::size_t last, const wording& say = {});

/// Earlier points that stood out, those that belong together as one, the latest first.
std::vector<std::string> earlier_signals(const trend& t, std::size_t last, const wording& say);

/// `in %, lower is better`.
std::string direction_in_words(const trend& t, const notation& in);

/// `2024-12 3.6 %; limits 3.5 to 4.8 %; a year before 3.7 % (-0.1 pp)` of a place that counts.
std::string values_in_words(const trend& t, std::size_t place, const notation& in);

/// The chart of a phase as results name it: `p`, `laney_p`, `u`, `laney_u` or `xmr`.
std::string_view chart_name(const trend& t, const chart_phase& phase);

/// Trial limits, where limits come from and begin anew, periods that are not complete, gaps and why they are.
std::vector<std::string> remarks(const report& of, const trend& t, const notation& in);

/// The same for a list of trends: what holds of some or all of its lines.
std::vector<std::string> list_remarks(const report& of, const std::vector<trend>& trends, const wording& say);

/// What a reader has to know of the order of periods that are no calendar's.
inline constexpr std::string_view order_of_input = "The order of the periods is that of the input.";

}  // namespace cxm
