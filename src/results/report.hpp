#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/estimate.hpp>
#include <cxm/metric.hpp>

#include "records/records.hpp"
#include "results/targets.hpp"

namespace cxm {

/// One metric of one record; unit, direction and inputs are read off the metric.
struct result : estimate {
    const metric* of = nullptr;
    std::string_view note;     ///< how the number was made, or why there is none, where the formula cannot say it
    std::uint32_t lacks = 0;   ///< where it is missing, a bit for each of the formula's inputs that is not there
    double error = not_given;  ///< the standard error, where it is asked for and there is one
    bool left_out = false;     ///< missing, as a term that its sum goes without
    bool impossible = false;   ///< undefined, as no record can have its inputs together; the note says why
    bool all_alike = false;    ///< a mean of answers that are known to be equal, so without an interval
};

/// The scale that the answers behind one metric were given on.
struct metric_scale {
    const metric* of = nullptr;
    answer_scale scale = {};
};

struct report_options : interval_options {
    std::vector<metric_scale> scales = {};  ///< said of single metrics; `scale` is that of the others
    bool errors = false;                    ///< also the standard errors
    bool gross = false;                     ///< ROX without a reference group, labelled "not incremental"
    std::vector<target> targets = {};       ///< what the last periods are held against, for display
    std::vector<target> benchmarks = {};
    bool annualise = false;  ///< churn and retention are carried on to the span of a target

    bool says_scale() const { return scale.highest > scale.lowest; }

    /// The scale that is said for a metric; 0..0 where none is.
    answer_scale scale_of(const metric& m) const;
};

/// Results side by side with the records that they come from: row-major, `metrics.size()` for each record.
struct report {
    records rows;
    std::vector<const metric*> metrics;
    std::vector<result> results;
    report_options options;

    std::span<const result> of_row(std::size_t row) const {
        return {results.data() + row * metrics.size(), metrics.size()};
    }
};

/// Computes metrics of every record; pure. What cannot be of one record is undefined.
///
/// Throws bad_input where a mean is off the scale that the options say.
report make_report(records rows, std::vector<const metric*> metrics, const report_options& options);

/// The values alone, a column a metric, not_given where there is none: what wide tables of many records need.
using value_columns = std::vector<std::vector<double>>;
value_columns values_of(const records& rows, const std::vector<const metric*>& metrics, const report_options& options);
value_columns values_of(const report& made);

/// The metrics that at least one of the records has all measures for, in the given order.
std::vector<const metric*> computable(const records& rows, const std::vector<const metric*>& metrics,
                                      const report_options& options);

/// Whether a metric sets what customers did or liked against a reference, which `gross` does without; of churn avoided
/// nothing would be left.
bool can_be_gross(const metric& m);

/// Why a result has no number, or no interval, in words; empty where it has.
std::string why_no_value(const result& r);
std::string why_no_interval(const result& r);

}  // namespace cxm
