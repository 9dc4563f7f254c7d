#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "languages/wording.hpp"
#include "results/comparison.hpp"
#include "write/csv/cell.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// The texts of one change: `3.1 %`, `5.0 %`, `+1.9 pp`, `+0.8 to +3.1`, `.001`.
struct change_text {
    std::string_view key;
    std::string before;
    std::string after;
    std::string change;
    std::string range;
    std::string p;
    verdict is;
};

change_text text_of(const compared& c, const notation& in);

/// As keys go in JSON and CSV: `no_clear_change`.
std::string_view key_of(verdict v);

struct comparison_options {
    std::string_view currency = {};
    bool standardise = false;  ///< also what the value would be at the old mix
    bool says_split = false;   ///< also that arms are split as they were meant to be
    std::string before_name = "before";
    std::string after_name = "after";
    wording say = {};
};

/// What changed, for people: both values, the change with its interval, p and a verdict, a block a label group; below
/// it, where asked for, why: rate and mix effects by segment, which add up to the change.
std::string write_comparison(const comparison& of, const explanation& why, const comparison_options& options,
                             const look& drawn);

/// The same for machines: `{"schema":"cxm.compare/1",…}`.
std::string json_comparison(const comparison& of, const explanation& why, const comparison_options& options);

/// A row a metric and label group; where segments explain the changes, columns for them behind the others, and below
/// each metric a row a segment.
std::string csv_comparison(const comparison& of, const explanation& why, csv_texts texts);

/// The same for pull requests and documents.
std::string markdown_comparison(const comparison& of, const explanation& why, const comparison_options& options);

}  // namespace cxm
