#pragma once

#include <string>
#include <vector>

#include "write/compare/formats.hpp"
#include "write/lines.hpp"

namespace cxm {

/// A side's name, in the language where it is a period or a word of ours.
std::string side_name(std::string_view name, const wording& say);

/// What holds of the table: how several tests were judged at once, why there is no verdict, what was joined, is not
/// complete or on one side alone, and where asked for whether arms are split as they were meant to be; safe to show. It
/// speaks of intervals and p where there are columns of them.
std::vector<std::string> notes_of(const comparison& of, const comparison_options& options, bool with_intervals = true,
                                  bool with_p = true);

/// Whether a side is made of several periods.
bool joins_periods(const comparison& of);

/// Why changes have no verdict, or one that was come to in another way: each reason once, with the metrics and, where
/// it does not hold in all, the groups that share it.
std::vector<std::string> reasons_of(const comparison& of, const comparison_options& options, bool with_p);

/// `14 numbers judged together, so each must be clearer to count (Holm)`.
std::string judged_together(std::size_t tests, adjustment by, const wording& say = {});

/// `visitors: 9,463 and 7,681 do not fit 50:50 (p <.001): …`, the group before it where there are several; safe to
/// show.
std::string arms_text(const arms& a, const comparison& of, const wording& say = {});

/// `.015`, `<.001`
std::string p_text(double p, const wording& say = {});

/// A line of a comparison within strata; the texts are safe to show.
struct stratified_line {
    std::string_view key;
    std::string ratio;  ///< after over before
    std::string range;
    std::string p;
    verdict is;
};

/// `Like with like, within each segment`.
std::string stratified_title(const stratification& within, const wording& say);
std::vector<stratified_line> stratified_lines(const stratification& within, const notation& in);

/// What the ratios are, how they were judged, and which metrics have none.
std::vector<std::string> stratified_remarks(const stratification& within, const comparison& of, const wording& say);

/// A line of what changes are worth; the texts are safe to show.
struct worth_line {
    std::string key;
    std::string worth;
    std::string range;
    std::string of;  ///< `10,000 items_sold at 12.00`, or why there is no worth
};

inline constexpr std::string_view worth_title = "What the changes are worth";

bool any_priced(const comparison& of);
std::vector<worth_line> worth_lines(const comparison& of, const notation& in);

/// How the worth was come to, and why a line has no interval.
std::vector<std::string> worth_remarks(const comparison& of, const wording& say);

/// Which metrics the segments do not explain; empty where they explain all.
std::string unsplit_note(const explanation& why, const comparison& of, const wording& say);

/// A line of a split: a segment, or all of them; the texts are safe to show.
struct split_line {
    std::string segment;
    std::string before;
    std::string after;
    std::string weights;
    std::string rate;
    std::string mix;
};

/// `Why churn moved by +1.9 pp`; of a change that is not clear `What makes up the change of churn by …`.
std::string split_title(const explained_change& e, const comparison& of, const notation& in);

/// What the columns of splits say.
std::string split_legend(std::string_view label, const wording& say);

/// A line a segment, and one for all at the end.
std::vector<split_line> split_lines(const explained_change& e, const notation& in);

struct split_remark {
    std::string text;
    style looks;
};

/// What rates and mix come to, and what that means.
std::vector<split_remark> split_remarks(const explained_change& e, std::string_view label,
                                        const comparison_options& options, const notation& in);

}  // namespace cxm
