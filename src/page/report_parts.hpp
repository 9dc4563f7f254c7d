#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "page/markup.hpp"
#include "page/report_page.hpp"
#include "write/gaps.hpp"
#include "write/table/block.hpp"

namespace cxm {

/// One label group of a report with its texts.
struct page_group {
    const report* in;
    std::size_t first_row;
    std::vector<std::size_t> rows;
    table_block block;  ///< its changes judged
    bool is_whole = false;

    /// Null where the group has no row of the metric.
    const table_row* row_of(const metric& m) const;
    std::size_t last_row() const { return rows.back(); }
};

/// The groups of a report, the whole first where there is one.
std::vector<page_group> groups_of(const shown_report& shown, const notation& in);

/// A group's name in a section of groups: the label's value alone where there is one label, as the section says which.
std::string name_of(const page_group& group, const wording& say);

/// The groups that are parts of the whole; all, where there is none.
std::vector<const page_group*> parts_of(const std::vector<page_group>& groups);

/// How the last values stand to their targets.
struct target_lines {
    std::vector<gap_line> targets;
    std::vector<gap_line> benchmarks;

    const gap_line* of(const metric& m, const page_group& group) const;
};
target_lines targets_of(const page_group& group, const notation& in);

/// `3 of 5 targets missed, 1 undecided`; empty without targets.
std::string target_summary(const std::vector<gap_line>& targets, const wording& say);

/// The value that a chart of the metric holds its last point against.
std::optional<double> target_value(const page_group& group, const metric& m);

/// The value of a row as its group's last period has it: text with its unit, and the number.
std::string last_value(const table_row& row, const wording& say);

/// `▲ better`: a change's shape and word; nothing where it is not judged.
void write_verdict(markup& to, verdict is, const wording& say);

/// `▼ −1.5 pp since 2024-Q3, worse`; nothing where there is no change.
void write_change(markup& to, const page_group& group, const table_row& row, const wording& say);

/// What a section of charts opens with, its charts in a grid of that class; empty where `write` draws none.
std::string charts_section(std::string_view intro, std::string_view grid, const std::function<bool(markup&)>& write);

std::string cards_section(const page_group& group, const notation& in);
std::string trends_section(const shown_report& shown, const page_group& group, const notation& in);
std::string segments_section(const std::vector<page_group>& groups, const notation& in);

/// A chart a group, all of a metric on one scale, where there are periods enough for a course.
std::string small_multiples(const shown_report& shown, const std::vector<page_group>& groups, const notation& in);

/// Every value of every period, a table a group.
std::string values_section(const std::vector<page_group>& groups, const notation& in);

/// `-1.5 pp`: a change and its unit; empty where there is none.
std::string change_of(const table_row& row, const wording& say);

/// A metric's title, or its key where it has none.
std::string_view title_of(const metric& m, const wording& say);

}  // namespace cxm
