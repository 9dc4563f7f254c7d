#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/metric.hpp>

#include "records.hpp"

namespace cxm {

/// One metric of one record; unit, direction and inputs are read off the metric.
struct result {
    const metric* of = nullptr;
    outcome comes_to;
    std::optional<interval> limits;
    double n = not_given;   ///< what the interval rests on: answers, people, events' exposure; not_given where none
    std::string_view note;  ///< why there is no number where the formula cannot say it, or how the number was made
};

/// Which binomial and NPS interval is used where the metric does not prescribe its own.
enum class share_interval { wilson, wilson_corrected, clopper_pearson, jeffreys, agresti_coull, wald };
enum class net_interval { adjusted_wald, score, wald };

struct report_options {
    double level = 0.95;
    share_interval shares = share_interval::wilson;
    net_interval nets = net_interval::adjusted_wald;
    answer_scale scale;      ///< of the answers behind scores; 0..0: the metric's own
    bool intervals = true;   ///< false where only values are wanted: faster
    bool gross = false;      ///< ROX without a reference group, labelled "not incremental"
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

/// Computes metrics of every record; pure. Checks the inputs first and throws bad_input for what cannot be.
report make_report(records rows, std::vector<const metric*> metrics, const report_options& options);

/// Why a result has no number, or no interval, in words; empty where it has.
std::string why_no_value(const result& r);
std::string_view why_no_interval(const result& r);

}  // namespace cxm
