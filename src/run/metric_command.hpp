#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"
#include "run/command.hpp"
#include "run/flags/output_flags.hpp"
#include "run/measures.hpp"

namespace cxm {

/// The files of `--metrics`, for what depends on the user's own before the flags are read.
std::vector<std::string> metric_files(const arguments& given);

/// A command about one metric, as solve, sample, sensitivity and explain are: its measures are flags, so the metric is
/// found before the flags are read.
class metric_command {
public:
    /// Finds the metric among the arguments and begins the line; throws bad_usage where it is unknown.
    metric_command(std::string_view name, const arguments& given);
    metric_command(const metric_command&) = delete;
    metric_command& operator=(const metric_command&) = delete;

    command_line line;
    choices other_words = {};  ///< what else may stand in the place of a metric

    const catalogue& known() const { return known_; }

    /// Null where only help is asked for, or nothing at all; never null once `settle` has returned settings.
    const metric* of() const { return metric_; }

    /// Adds the metric's measures, if there is a metric.
    void add_measures(bool with_beside = false);

    /// Adds `--decimal`, which says how the measures are written.
    void add_decimal();

    /// Adds `--raw`, where the command has a bare number to print.
    void add_raw();

    /// Adds the flags of output, that of currencies where the metric or one of its measures is money as well, and
    /// `--metrics`.
    void add_output(choices formats, output_parts has = {});

    /// Reads the line; nothing where help or completion was asked for, which is printed. Metrics that do not fit are
    /// not offered.
    std::optional<output_settings> settle(const streams& io, bool (*fits)(const metric&) = nullptr);

    const measure_flags& measures() const { return *measures_; }

    /// One record of the measures; warns of what does not add up, and of means of some scores off their usual scale.
    records record_given(const report_options& options, std::vector<const metric*> on_usual_scales,
                         const streams& io) const;

    /// Refuses a record that lacks an input which has no default, but for one that is wanted.
    void require_inputs(const std::vector<double>& inputs, const measure* but = nullptr) const;

private:
    catalogue known_;
    arguments rest_;  ///< the arguments without the metric
    const metric* metric_ = nullptr;
    std::optional<measure_flags> measures_;
    output_flags output_;
    choices formats_;
    std::optional<std::string> decimal_;
    std::vector<std::string> metric_files_;
};

/// The only record's values of a metric's inputs, in the formula's order; not_given where there is none.
std::vector<double> inputs_of_one(const metric& m, const records& one);

}  // namespace cxm
