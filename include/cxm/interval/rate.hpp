#pragma once

#include <cmath>

#include <cxm/interval/basis.hpp>
#include <cxm/special/gamma.hpp>

namespace cxm {

namespace detail {

inline void require_rate(double events, double exposure) {
    require(events >= 0.0 && std::isfinite(events), "a rate needs a count of events of 0 or more");
    require(exposure > 0.0 && std::isfinite(exposure), "a rate needs a positive exposure");
}

}  // namespace detail

/// "garwood" (1936): exact limits of a Poisson rate, events per unit of exposure; may pass 1.
/// Throws std::invalid_argument unless events >= 0, exposure > 0 and 0 < level < 1.
inline interval garwood(double events, double exposure, double level = 0.95) {
    detail::require_rate(events, exposure);
    detail::require_level(level);
    const double tail = 0.5 * (1.0 - level);
    return {events == 0.0 ? 0.0 : gamma_quantile(tail, events) / exposure,
            gamma_upper_quantile(tail, events + 1.0) / exposure, level, "garwood"};
}

}  // namespace cxm
