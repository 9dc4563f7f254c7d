#pragma once

#include <string>
#include <vector>

#include "write/compare/formats.hpp"
#include "write/lines.hpp"

namespace cxm {

/// What holds of the table: how several tests were judged at once, why there is no verdict, what was joined, is not
/// complete or on one side alone; safe to show. It speaks of intervals and p where there are columns of them.
std::vector<std::string> notes_of(const comparison& of, bool with_intervals = true, bool with_p = true);

/// Which metrics the segments do not explain; empty where they explain all.
std::string unsplit_note(const explanation& why, const comparison& of);

/// A line of a split: a segment, or all of them; the texts are safe to show.
struct split_line {
    std::string segment;
    std::string before;
    std::string after;
    std::string weights;
    std::string rate;
    std::string mix;
};

/// `Why churn moved by +1.9 pp`.
std::string split_title(const explained_change& e, const notation& in);

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
