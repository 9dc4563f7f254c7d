#pragma once

#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"
#include "run/flags/input_flags.hpp"
#include "run/flags/interval_flags.hpp"
#include "run/flags/output_flags.hpp"
#include "run/pooling.hpp"
#include "write/groups_shown.hpp"

namespace cxm {

/// What was typed after `cxm report`.
struct report_flags {
    std::vector<std::string> files = {};
    std::vector<std::string> metrics = {};
    pooling_flags pools = {};
    span_flags wanted = {};
    bool with_missing = false;
    bool wide = false;
    bool trend = false;
    output_flags output = {};
    interval_flags intervals = {};
    input_flags input = {};
    std::vector<std::string> metric_files = {};
    std::optional<std::string> targets = {};
    std::optional<std::string> benchmarks = {};
    bool annualise = false;
    std::optional<std::string> layout = {};
    std::optional<std::string> first = {};
    std::optional<std::string> sort = {};
};

/// How label groups stand: each in a block of its own, or side by side in a table a metric.
enum class group_layout { fitting, blocks, pivot };

/// What `cxm report` is asked for.
struct report_request {
    std::vector<std::string> files;
    std::vector<const metric*> metrics;  ///< those asked for, or else every one
    bool named_metrics = false;          ///< they were asked for by their keys
    pooling pools;
    bool with_missing = false;  ///< what cannot be computed is listed too
    bool wide = false;
    bool trend = false;  ///< below the table, whether each series moved more than it does anyway
    group_layout layout = group_layout::fitting;
    groups_shown groups = {};
    output_settings output;
    interval_settings intervals;  ///< targets and benchmarks among their options
    input_settings input;
};

command_line line_of(report_flags& r);

/// What the flags mean, those of output read already; opens no input. Throws bad_usage, and bad_input for files that
/// belong to the question.
report_request settled(const report_flags& given, const output_settings& output, const catalogue& known,
                       const streams& io);

/// Writes records that need neither pooling nor sight of each other as they come, in flat memory.
void stream_report(const report_request& r, record_input& input, const streams& io);

}  // namespace cxm
