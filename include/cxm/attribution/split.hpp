#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <cxm/attribution/attribution_rules.hpp>
#include <cxm/attribution/path.hpp>
#include <cxm/interval/basis.hpp>

namespace cxm::detail {

/// A channel's share of the conversions on one path, and of their value.
struct credit_share {
    std::uint32_t channel;
    double conversions;
    double value;
};

inline double position_share(const std::array<double, 3>& weights, std::size_t at, std::size_t touches) {
    if (touches <= 2) {
        return touches == 1 ? 1.0 : weights[at == 0 ? 0 : 2] + 0.5 * weights[1];
    }
    return at == 0 ? weights[0] : at + 1 == touches ? weights[2] : weights[1] / (static_cast<double>(touches) - 2.0);
}

/// The touch that gets everything by a model of one touch.
inline std::size_t credited_touch(const touch_path& path, const attribution_rules& rules) {
    const std::size_t last = path.touches.size() - 1;
    if (rules.model != attribution_model::last_non_direct) {
        return rules.model == attribution_model::first ? 0 : last;
    }
    for (std::size_t at = path.touches.size(); at-- > 0;) {
        if (std::find(rules.direct.begin(), rules.direct.end(), path.touches[at]) == rules.direct.end()) {
            return at;
        }
    }
    return last;
}

/// Throws std::invalid_argument where the ages are not known.
inline credit_share decayed_share(const touch_path& path, std::size_t at) {
    require(path.decayed.size() == path.touches.size() && path.decayed_value.size() == path.touches.size(),
            "time decay needs the age of every touch");
    return {path.touches[at], path.decayed[at] / path.conversions,
            path.value > 0.0 ? path.decayed_value[at] / path.value : 0.0};
}

inline std::vector<credit_share> shares_by_touch(const touch_path& path, const attribution_rules& rules) {
    const std::size_t n = path.touches.size();
    std::vector<credit_share> shares;
    for (std::size_t at = 0; at < n; ++at) {
        if (rules.model == attribution_model::time_decay) {
            shares.push_back(decayed_share(path, at));
            continue;
        }
        const double share = rules.model == attribution_model::position ? position_share(rules.weights, at, n)
                                                                        : 1.0 / static_cast<double>(n);
        shares.push_back({path.touches[at], share, share});
    }
    return shares;
}

/// Makes one share of those of a channel, in the order of channels.
inline void join_channels(std::vector<credit_share>& shares) {
    std::stable_sort(shares.begin(), shares.end(), [](auto& a, auto& b) { return a.channel < b.channel; });
    std::size_t kept = 0;
    for (std::size_t i = 1; i < shares.size(); ++i) {
        if (shares[i].channel == shares[kept].channel) {
            shares[kept].conversions += shares[i].conversions;
            shares[kept].value += shares[i].value;
        } else {
            shares[++kept] = shares[i];
        }
    }
    shares.resize(kept + 1);
}

/// What each channel of a path gets of its conversions by a model that looks at one path at a time.
inline std::vector<credit_share> shares_of(const touch_path& path, const attribution_rules& rules) {
    switch (rules.model) {
        case attribution_model::first:
        case attribution_model::last:
        case attribution_model::last_non_direct: return {{path.touches[credited_touch(path, rules)], 1.0, 1.0}};
        default: break;
    }
    // Without conversions there are no ages before them.
    if (rules.model == attribution_model::time_decay && path.conversions == 0.0) {
        return {};
    }
    std::vector<credit_share> shares = shares_by_touch(path, rules);
    join_channels(shares);
    if (rules.model == attribution_model::shapley) {
        const double each = 1.0 / static_cast<double>(shares.size());
        for (credit_share& share : shares) {
            share.conversions = share.value = each;
        }
    }
    return shares;
}

/// The models that look at one path at a time.
class path_split {
public:
    /// Throws std::invalid_argument for weights that do not add up to 1, and for time decay without ages.
    path_split(std::span<const touch_path> paths, std::size_t channels, const attribution_rules& rules)
        : channels_(channels) {
        const auto& [first, middle, last] = rules.weights;
        require(first >= 0.0 && middle >= 0.0 && last >= 0.0 && std::fabs(first + middle + last - 1.0) < 1e-9,
                "the weights of positions are 0 or more and add up to 1");
        for (const touch_path& path : paths) {
            const std::vector<credit_share> shares = shares_of(path, rules);
            shares_.insert(shares_.end(), shares.begin(), shares.end());
            ends_.push_back(shares_.size());
        }
    }

    void divide(const path_outcomes& outcomes, attribution& to) const {
        to.conversions.assign(channels_, 0.0);
        to.value.assign(channels_, 0.0);
        std::size_t i = 0;
        for (std::size_t path = 0; path < ends_.size(); ++path) {
            for (; i < ends_[path]; ++i) {
                to.conversions[shares_[i].channel] += shares_[i].conversions * outcomes.conversions[path];
                to.value[shares_[i].channel] += shares_[i].value * outcomes.value[path];
            }
        }
    }

private:
    std::size_t channels_;
    std::vector<credit_share> shares_;
    std::vector<std::size_t> ends_;  ///< of each path's shares
};

}  // namespace cxm::detail
