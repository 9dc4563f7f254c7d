#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "languages/wording.hpp"
#include "results/report.hpp"

namespace cxm {

/// The records of one segment, in the order of the report.
struct label_group {
    std::string title;  ///< `segment: pro, country: DE`, safe to show; empty where there are no labels
    std::vector<std::size_t> rows;
};

/// The records grouped by their labels, in the order of first appearance.
std::vector<label_group> by_labels(const records& rows);

/// The metrics of a theme that a report has, as positions among its metrics.
struct themed_metrics {
    std::string_view title;
    std::vector<std::size_t> metrics;
};

/// A report's metrics in the order of the themes; those of none come last.
std::vector<themed_metrics> by_theme(const report& of, const std::vector<catalogue::group>& themes);

/// The results of one metric in one group, oldest first.
std::vector<const result*> series(const report& of, const label_group& group, std::size_t metric);

/// A period as people see it, with `*` where it is not complete.
std::string period_title(const records& rows, std::size_t row, const wording& say = {});

}  // namespace cxm
