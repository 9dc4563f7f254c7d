#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cxm/compare/stratified.hpp>
#include <cxm/contrast/result.hpp>
#include <cxm/metric.hpp>

namespace cxm {

/// A share compared like with like: within each value of a label, and put together.
struct stratified_change {
    const metric* of;
    std::vector<stratum> strata;            ///< those that both sides have
    stratified_comparison found;            ///< its limits at `level`
    double level;                           ///< that agrees with the adjusted p
    std::optional<double> adjusted_p = {};  ///< absent where there is nothing to adjust for
    verdict is = verdict::none;
};

/// What `--stratify LABEL` asks for.
struct stratification {
    std::string label = {};  ///< empty where nobody asked
    std::vector<stratified_change> changes = {};
    std::vector<const metric*> unstratified = {};  ///< no share of one period, or missing or impossible in a stratum
};

}  // namespace cxm
