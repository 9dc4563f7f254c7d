#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <fmt/format.h>

namespace cxm {

/// What a page says of its own; the words of results are those of `write`.
enum class page_word : std::uint8_t {
    language,
    title_report,
    title_compare,
    title_trend,
    title_check,
    title_cohorts,
    title_funnel,
    title_attribute,
    title_project,
    contents,
    overview,
    trends,
    segments,
    every_value,
    why_moved,
    changes,
    checks,
    cohorts,
    funnel,
    credit,
    curve,
    figures,
    quality,
    method,
    receipt,
    periods_of,
    groups_of,
    level_of,
    as_of,
    everyone,
    better,
    worse,
    no_change,
    change_since,
    without_interval,
    no_interval,
    interval_of,
    interval_in_full,
    target,
    meets,
    misses,
    undecided,
    targets_missed,
    targets_met,
    targets_undecided,
    period,
    value,
    limits,
    mean,
    n,
    lower,
    upper,
    signal,
    change,
    segment,
    metric,
    course,
    before,
    after,
    p,
    verdict,
    unfinished,
    remark,
    values,
    all_values,
    by_period,
    chart_of,
    spark_of,
    dots_of,
    none_yet,
    legend_trend,
    legend_segments,
    lacks_nothing,
    key,
    direction,
    formula,
    filled_in,
    interval,
    method_of,
    command_of_number,
    reading,
    pitfalls,
    rivals,
    source,
    command_of_page,
    inputs,
    bytes_of,
    size_unknown,
    rows,
    rows_of,
    version,
};

/// The word in the language of the page.
std::string_view say(page_word word);

/// A sentence with what stands in its gaps.
template <class First, class... Values>
std::string say(page_word word, const First& first, const Values&... others) {
    return fmt::format(fmt::runtime(say(word)), first, others...);
}

}  // namespace cxm
