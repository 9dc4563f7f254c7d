#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"
#include "results/report.hpp"
#include "run/flags.hpp"

namespace cxm {

/// The measures of one metric as flags: `--customers-start`, or `--start` where that is unambiguous.
class measure_flags {
public:
    /// With those of the metrics shown beside it, if these are wanted; they need not be given.
    explicit measure_flags(const metric& m, bool with_beside = false);

    /// Adds the flags, and `--histogram` for metrics made of answers on a scale.
    void add_to(std::vector<flag>& flags);

    /// Whether any value was given.
    bool given() const;

    /// One record of the values; throws bad_input naming the flag, bad_usage for what contradicts itself.
    records read(const report_options& options, char decimal) const;

    /// `--customers-start (or --start) and --customers-lost`: what a metric still needs; empty where nothing.
    std::string lacking() const;

private:
    struct entry {
        const measure* of;
        std::string names;
        std::optional<std::string> text;
        bool optional;
    };

    const metric* of_;
    std::deque<entry> entries_;
    std::optional<std::string> histogram_;

    void read_histogram(const report_options& options, std::vector<double>& values) const;
};

}  // namespace cxm
