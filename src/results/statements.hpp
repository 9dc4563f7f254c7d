#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "results/against.hpp"
#include "results/comparison.hpp"
#include "results/series.hpp"

namespace cxm {

/// Whose value the one is that a figure is held against.
enum class against_what : std::uint8_t {
    period,  ///< of an earlier time
    side,    ///< of another arm or segment
    file     ///< of the file before
};

/// What a control chart says of a figure.
struct charted_figure {
    trend_verdict is = trend_verdict::too_few;
    std::optional<chart_signal> why = {};
    std::optional<bounds> usual = {};  ///< between which it varies anyway
    std::size_t periods = 0;           ///< that the chart rests on
};

/// What can be said in one breath, as data: of a figure, or of many of which none moved. Numbers are in the metric's
/// unit.
struct statement {
    enum class about : std::uint8_t { figure, still_metrics, still_groups };

    about is = about::figure;
    const metric* of = nullptr;  ///< null of several metrics
    std::string group = {};      ///< safe to show; empty where there are no labels, or they are pooled
    std::string period = {};     ///< as it is written; empty where there is none
    double value = not_given;
    std::optional<interval> limits = {};
    verdict moved = verdict::none;
    std::optional<double> before = {};  ///< absent where there is nothing to hold it against
    std::string before_name = {};       ///< the period, or the other side
    against_what against = against_what::period;
    std::optional<held_against> goal = {};  ///< how it stands to its target
    std::optional<charted_figure> chart = {};
    std::size_t judged = 0;  ///< of still ones, how many

    /// What has to be looked at first: 0 a missed target, 1 a turn to the worse, 2 to the better; nothing for the rest.
    std::optional<int> urgency() const;
};

/// The most that are said where nobody asked for a metric, and of single groups.
inline constexpr std::size_t most_statements = 3;

/// What a report says of its last complete periods: of each metric that was asked for, else of those that clearly
/// changed or miss their target, by the verdicts of `judged_steps`. Nothing of what has no value.
std::vector<statement> statements_of(const report& of, bool asked);

/// The same of a comparison; nothing of sides that are not complete.
std::vector<statement> statements_of(const comparison& of, bool asked, against_what before,
                                     const std::string& before_name, const std::string& after_name);

/// The same of control charts.
std::vector<statement> statements_of(const report& of, const std::vector<trend>& trends, bool asked);

}  // namespace cxm
