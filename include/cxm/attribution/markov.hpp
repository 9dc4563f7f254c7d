#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <vector>

#include <cxm/attribution/attribution_rules.hpp>
#include <cxm/attribution/chain.hpp>
#include <cxm/attribution/pushed_removal.hpp>
#include <cxm/attribution/removal.hpp>

namespace cxm::detail {

/// Credit by what is lost when all states of a channel lead nowhere, solved and not simulated.
class markov_division {
public:
    markov_division(std::span<const touch_path> paths, std::size_t channels, std::size_t order)
        : chain_(paths, channels, order), channels_(channels) {}

    void divide(const path_outcomes& outcomes, attribution& to) const {
        const chain_flows flows = chain_.flows(outcomes);
        if (is_better_dense()) {
            divide_by(dense_removals(chain_, flows), flows, to);
        } else {
            divide_by(pushed_removals(chain_, flows), flows, to);
        }
    }

private:
    touch_chain chain_;
    std::size_t channels_;

    /// Small chains by one matrix, whatever turns they take; larger ones, if that is less work, in up to 128 MiB.
    bool is_better_dense() const {
        const auto n = static_cast<double>(chain_.states());
        constexpr double usual_rounds = 60;
        const double sent_on = usual_rounds * static_cast<double>(channels_ * chain_.edges().size());
        return n <= 256 || (n <= 4096 && n * n * n < sent_on);
    }

    template <typename Removals>
    void divide_by(const Removals& removals, const chain_flows& flows, attribution& to) const {
        for (std::size_t channel = 0; channel < channels_; ++channel) {
            const removal lost = removals.of(channel);
            to.removal_effect.push_back(lost.conversions / flows.conversions);
            to.removal_effect_value.push_back(flows.total_value > 0.0 ? lost.value / flows.total_value : 0.0);
        }
        to.conversions = in_proportion(to.removal_effect, flows.conversions);
        to.value = in_proportion(to.removal_effect_value, flows.total_value);
        // The chain sends as many journeys to each end as came there.
        to.p_conversion = flows.conversions / flows.journeys;
    }

    static std::vector<double> in_proportion(const std::vector<double>& parts, double whole) {
        const double sum = std::accumulate(parts.begin(), parts.end(), 0.0);
        std::vector<double> made;
        for (const double part : parts) {
            made.push_back(sum > 0.0 ? part / sum * whole : 0.0);
        }
        return made;
    }
};

}  // namespace cxm::detail
