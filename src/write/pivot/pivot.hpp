#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "results/report.hpp"
#include "write/groups_shown.hpp"
#include "write/look.hpp"
#include "write/table/block.hpp"

namespace cxm {

/// A line of a pivot: a label group, or the pool of all; its texts are safe to show.
struct pivot_row {
    std::string group;
    std::vector<std::string> cells;  ///< by period; empty where there is no record
    std::vector<double> course;      ///< their values; not_given where there is none
    std::string change;              ///< of the last period, with its unit
    verdict moved = verdict::none;
    std::string range;
    std::string n;
    bool is_pool = false;
};

/// One metric in label groups × periods.
struct pivot {
    const metric* of = nullptr;
    std::string title;                 ///< `churn by segment, %`
    std::vector<std::string> periods;  ///< oldest first, `*` behind those that are not complete
    std::vector<pivot_row> rows;
    std::vector<std::string> notes;  ///< why cells have no number, and how others came about
    group_count groups;
};

/// A pivot for each metric that some group has all measures for; every one where `keep_missing`.
std::vector<pivot> pivots_of(const report& of, const groups_shown& shown, bool keep_missing, const notation& in);

/// Whether groups stand side by side where nothing else is asked for: several of them, of one metric or two.
bool suits_pivot(const report& of);

/// The pivots for people, a table a metric.
std::string write_pivots(const report& of, const groups_shown& shown, bool keep_missing, const look& drawn);

/// The same as tables of Markdown.
std::string markdown_pivots(const report& of, const groups_shown& shown, bool keep_missing, const wording& say = {});

}  // namespace cxm
