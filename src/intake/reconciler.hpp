#pragma once

#include <string>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "records/records.hpp"

namespace cxm {

/// Checks every record before any arithmetic: shares within their totals, parts within wholes, possible sums of
/// squares.
///
/// Throws bad_input naming record and both numbers. Stocks that do not add up, and means off the usual scale where that
/// is looked at, are warned about, or refused if `strict`.
class reconciler {
public:
    reconciler(const catalogue& known, bool strict, bool usual_scales = false)
        : known_(&known), strict_(strict), usual_scales_(usual_scales) {}

    /// Safe to call from several threads; the warnings are returned for the caller to give out in order.
    std::vector<std::string> check(const records& rows) const;

private:
    const catalogue* known_;
    bool strict_;
    bool usual_scales_;
};

}  // namespace cxm
