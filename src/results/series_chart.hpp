#pragma once

#include <cstddef>
#include <vector>

#include "results/series.hpp"
#include "results/series_axis.hpp"

namespace cxm {

/// Charts the series of a report, and remembers which of the options any of them had a period for.
class series_charter {
public:
    series_charter(const report& figures, const trend_options& options)
        : figures_(figures), options_(options), rebased_(options.rebased.size()) {}

    /// Charts a series whose places are there; `metric` is its place in the report.
    void chart(const std::vector<dated_place>& axis, std::size_t metric, trend& t);

    /// Throws bad_usage for a baseline or a change that none of the series had a period for.
    void require_used() const;

private:
    std::vector<std::size_t> rebased_places(const std::vector<dated_place>& axis, const trend& t);
    std::optional<place_span> baseline_of(const std::vector<dated_place>& axis, trend_series points);
    void require_one_phase(const trend& t, const chart_options& how) const;

    const report& figures_;
    const trend_options& options_;
    std::vector<bool> rebased_;  ///< by option: a series begins anew there
    bool based_ = false;
};

}  // namespace cxm
