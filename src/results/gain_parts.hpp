#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/roi_range.hpp>

namespace cxm {

/// A part of a gain by its name; equal limits for one that is known.
struct named_gain {
    std::string name;
    gain_part of;
};

/// What several gains return on one cost.
struct return_of_gains {
    std::vector<named_gain> gains;
    double cost;
    double gain;                         ///< of all
    std::optional<roi_with_limits> roi;  ///< absent for a cost of 0

    /// The part of the gain that pays back the cost; absent where there is no gain.
    std::optional<double> break_even() const { return gain > 0 ? std::optional(cost / gain) : std::nullopt; }

    /// Whether any gain has limits.
    bool is_uncertain() const;
};

/// Whether a gain is called so, in any case and with `-` or spaces for `_`.
bool is_named(const named_gain& gain, std::string_view name);

/// Why two gains of these names would count something twice; empty where nothing says so.
std::string overlap_of(const std::vector<named_gain>& gains);

/// Throws std::invalid_argument for a cost below 0, and limits on the wrong side of their value.
return_of_gains return_of(std::vector<named_gain> gains, double cost);

}  // namespace cxm
