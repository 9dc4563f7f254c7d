#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "languages/wording.hpp"
#include "results/report.hpp"
#include "write/groups_shown.hpp"

namespace cxm {

struct markdown_options {
    std::size_t periods = 6;    ///< how many of the last ones are columns
    bool keep_missing = false;  ///< also the metrics that lack a measure, with what they lack
    wording say = {};
    groups_shown shown = {};
};

/// A table as GitHub shows it for each segment, under a heading with its labels.
std::string write_markdown(const report& of, const std::vector<catalogue::group>& themes,
                           const markdown_options& options);

}  // namespace cxm
