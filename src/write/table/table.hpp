#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"

namespace cxm {

struct table_options {
    std::size_t width = 100;  ///< columns of the terminal; lines keep within them from 60 on
    bool colour = false;
    bool ascii = false;  ///< no characters of our own beyond ASCII; labels stay as they are
    bool all = false;    ///< also the metrics that lack a measure, with what they lack
};

/// The report for people: a block a segment, metrics by theme as rows, the last periods that fit as columns.
std::string write_table(const report& of, const std::vector<catalogue::group>& themes, const table_options& options);

}  // namespace cxm
