#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"
#include "run/common.hpp"
#include "run/input.hpp"
#include "run/pooling.hpp"

namespace cxm {

inline constexpr choice report_formats[] = {"table", "json", "ndjson", "csv", "markdown"};

/// What `cxm report` is asked for.
struct report_request {
    std::vector<std::string> files;
    std::vector<std::string> metrics;
    pooling pools;
    span_flags wanted;
    bool all = false;
    bool wide = false;
    bool trend = false;  ///< below the table, whether each series moved more than it does anyway
    output_flags output;
    interval_flags intervals;
    input_flags input;
    std::vector<std::string> metric_files;
    std::optional<std::string> targets;
    std::optional<std::string> benchmarks;
};

/// The options with the targets and benchmarks read.
report_options options_of(const report_request& r, const catalogue& known);

/// The metrics asked for, or all; throws bad_usage for one that is not known.
std::vector<const metric*> chosen(const report_request& r, const catalogue& known);

/// `churn lacks customers_lost`: which measures of a metric no record has.
std::string lacking_in_words(const records& rows, const metric& m);

/// Nothing came out: says for the metrics that are nearest to it what they lack.
[[noreturn]] void refuse_empty(const record_input& input, const records& rows,
                               const std::vector<const metric*>& metrics);

/// Refuses labels with the name of another column of the CSV: they would be read as one.
void require_free_names(const std::vector<std::string>& labels, bool wide, const std::vector<const metric*>& metrics);

/// Writes records that need neither pooling nor sight of each other as they come, in flat memory.
void stream_report(const report_request& r, const catalogue& known, record_input& input, const streams& io);

}  // namespace cxm
