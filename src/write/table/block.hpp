#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "results/last_change.hpp"
#include "write/arrange.hpp"
#include "write/change.hpp"

namespace cxm {

/// What a table says of one metric in one segment.
struct table_row {
    const metric* of = nullptr;
    std::vector<const result*> results;  ///< of all periods, oldest first
    std::vector<double> course;          ///< their values; not_given also for periods of another kind than the last;
                                         ///< none where the order of the periods is not known to be that of time
    std::vector<std::string> cells;      ///< texts of the last periods, oldest first
    std::string_view unit;
    people_change change;           ///< of the last period against the one before
    verdict moved = verdict::none;  ///< what that change is judged to be
    std::string low;
    std::string high;
    std::string n;
    std::string remark;  ///< instead of cells: why no period has a number

    bool has_number() const { return remark.empty(); }
};

struct table_part {
    std::string_view title;
    std::vector<table_row> rows;
};

/// What a table says of one segment.
struct table_block {
    std::string title;
    std::vector<std::string> periods;  ///< all, oldest first
    std::vector<table_part> parts;
    std::optional<last_step> step = {};  ///< that the changes are of
};

/// The texts of a group's table, with cells for at most `most_periods`; `keep_missing` keeps the metrics that lack a
/// measure.
table_block make_block(const report& of, const label_group& group, const std::vector<themed_metrics>& themes,
                       std::size_t most_periods, const notation& in, bool keep_missing);

/// Gives every change its verdict, all of them judged together.
void judge_changes(std::vector<table_block>& blocks, const report& of);

}  // namespace cxm
