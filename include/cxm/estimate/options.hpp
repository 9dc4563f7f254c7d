#pragma once

#include <cxm/metric.hpp>

namespace cxm {

/// Which interval a share or a net share (NPS) gets; the first of each is the default.
enum class share_interval { wilson, wilson_corrected, clopper_pearson, jeffreys, agresti_coull, wald };
enum class net_interval { adjusted_wald, score, wald };

struct interval_options {
    double level = 0.95;
    share_interval shares = share_interval::wilson;
    net_interval nets = net_interval::adjusted_wald;
    answer_scale scale = {};        ///< of the answers behind scores; 0..0: the metric's own
    double population = not_given;  ///< of which shares, nets and scores are a survey; not_given: too large to matter
    bool intervals = true;          ///< false where only the values are wanted: faster
};

}  // namespace cxm
