#pragma once

#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"
#include "results/report.hpp"
#include "run/flags/flag.hpp"

namespace cxm {

/// `--customers-start`, for the key `customers_start`.
std::string flag_name(std::string_view key);

/// The worked example of a metric as a command, `cxm churn --customers-lost 100 --customers-start 1000`; empty where it
/// has none.
std::string example_command(const metric& m);

/// The measures of one metric as flags: `--customers-start`, or without its first word `--start` where that is
/// unambiguous.
class measure_flags {
public:
    /// With those of the metrics shown beside it, if these are wanted; they need not be given.
    explicit measure_flags(const metric& m, bool with_beside = false);

    /// Adds the flags, and `--histogram` for metrics made of answers on a scale.
    void add_to(std::vector<flag>& flags);

    /// Gives the short names, once the line has all its other flags: those that are free on it.
    void shorten(command_line& line);

    /// The measure of the metric's own that a key or a flag without its dashes names; null where there is none.
    const measure* named(std::string_view text) const;

    /// Whether any value was given.
    bool given() const;

    /// One record of the values; throws bad_input naming the flag, bad_usage for what contradicts itself.
    records read(const report_options& options, char decimal) const;

    /// `--customers-start (or --start) and --customers-lost`: what a metric still needs; empty where nothing.
    std::string lacking() const;

private:
    struct entry {
        const measure* of;
        bool own;  ///< of the metric, rather than of one beside it
        bool optional;
        std::string short_name = {};  ///< empty where there is none
        std::optional<std::string> text = {};
    };

    const metric* of_;
    std::deque<entry> entries_;
    std::optional<std::string> histogram_;

    bool is_given(const measure& m) const;
    void require_one_kind() const;
    void read_histogram(const report_options& options, std::vector<double>& values) const;
};

}  // namespace cxm
