#pragma once

#include <cxm/estimate/options.hpp>
#include <cxm/interval.hpp>

namespace cxm {

/// The interval of a share x/n by the method named.
inline interval limits_by(share_interval method, double x, double n, double level = 0.95) {
    switch (method) {
        case share_interval::wilson_corrected: return wilson_corrected(x, n, level);
        case share_interval::clopper_pearson: return clopper_pearson(x, n, level);
        case share_interval::jeffreys: return jeffreys(x, n, level);
        case share_interval::agresti_coull: return agresti_coull(x, n, level);
        case share_interval::wald: return wald(x, n, level);
        default: return wilson(x, n, level);
    }
}

/// The interval of a net share, in -1..1, by the method named.
inline interval limits_by(net_interval method, double in_favour, double neither, double against, double level = 0.95) {
    switch (method) {
        case net_interval::score: return net_score(in_favour, neither, against, level);
        case net_interval::wald: return net_wald(in_favour, neither, against, level);
        default: return net_adjusted_wald(in_favour, neither, against, level);
    }
}

}  // namespace cxm
