#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <cxm/association.hpp>

#include "results/report.hpp"

namespace cxm {

/// What pairs of values are of.
enum class related_over { periods, segments };

/// How two metrics go together over the periods of one label group, or over groups in one period.
struct metric_relation {
    std::size_t row = 0;                    ///< of the report: one of its records, for the labels or the period
    lagged_correlations found;              ///< of segments the lag 0 alone
    std::optional<double> detectable = {};  ///< the least |rho| that so many pairs could show
    std::size_t without_value = 0;          ///< places where one of the two has no value
};

struct relation_reading {
    related_over over = related_over::periods;
    const metric* a = nullptr;
    const metric* b = nullptr;
    double level = 0.95;
    std::vector<metric_relation> relations;
};

/// Relates the two metrics of a report whose rows are ordered by labels and period, over periods where a group has
/// several, else over the groups of each period. `lags` are periods by which the second is later.
relation_reading relate(const report& figures, std::span<const int> lags, double level);

/// Whether a correlation can be told from none at the level, its p adjusted for the other lags where there are some.
bool is_told(const lagged_correlation& of, double level);

}  // namespace cxm
