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
};

/// What `cxm report` is asked for.
struct report_request {
    std::vector<std::string> files;
    std::vector<const metric*> metrics;  ///< those asked for, or else every one
    bool named_metrics = false;          ///< they were asked for by their keys
    pooling pools;
    bool with_missing = false;  ///< what cannot be computed is listed too
    bool wide = false;
    bool trend = false;  ///< below the table, whether each series moved more than it does anyway
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
