#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "write/arrange.hpp"
#include "write/people.hpp"

namespace cxm {

/// What a table says of one metric in one segment.
struct table_row {
    const metric* of = nullptr;
    std::vector<const result*> results;  ///< of all periods, oldest first
    std::vector<double> course;          ///< their values; not_given also for periods of another kind than the last;
                                         ///< none where the order of the periods is not known to be that of time
    std::vector<std::string> cells;      ///< texts of the last periods, oldest first
    std::string_view unit;
    people_change change;  ///< of the last period against the one before
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
};

/// The texts of a group's table, with cells for at most `most_periods`; `keep_missing` keeps the metrics that lack a
/// measure.
table_block make_block(const report& of, const label_group& group, const std::vector<themed_metrics>& themes,
                       std::size_t most_periods, const notation& in, bool keep_missing);

}  // namespace cxm
