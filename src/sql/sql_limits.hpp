#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cxm/metric.hpp>

#include "sql/sql_metric_inputs.hpp"

namespace cxm {

/// Whether SQL can compute a metric's limits: Wilson's of shares, the adjusted Wald ones of net shares.
bool has_sql_limits(const metric& m);

/// The limits of a metric that stands in a column of this name, in three steps that follow one another.
class sql_limits {
public:
    /// Inputs as `metric_inputs::of` has them; z is the critical value.
    sql_limits(const metric& m, std::string name, double z, std::vector<std::string> inputs, metric_inputs& measures);

    /// First, what limits are computed of, NULL where there is no value.
    void add_parts(std::vector<std::string>& columns) const;

    /// Then, how far they reach.
    std::string reach() const;

    /// The limits.
    std::string low() const;
    std::string high() const;

private:
    std::string counted(const std::string& count) const;
    std::string net_limit(std::string_view sign, std::string_view end, std::string_view beyond) const;

    const metric& m_;
    std::string name_;
    double z_;
    std::vector<std::string> inputs_;
    std::string worth_;  ///< of an answer; empty where they are not weighted
};

}  // namespace cxm
