#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include <cxm/attribution/chain.hpp>
#include <cxm/attribution/removal.hpp>

namespace cxm::detail {

/// Removals by sending journeys on until none that could convert is left: for chains of many states.
class pushed_removals {
public:
    pushed_removals(const touch_chain& chain, const chain_flows& flows) : chain_(chain), flows_(flows) {
        for (std::size_t state = 0; state < chain.states(); ++state) {
            if (flows.converted[state] > 0.0) {
                dearest_ = std::max(dearest_, flows.value[state] / flows.converted[state]);
            }
        }
    }

    removal of(std::size_t channel) const {
        if (chain_.holders(channel).empty()) {
            return {};
        }
        std::vector<char> removed(chain_.states());
        for (const std::uint32_t state : chain_.holders(channel)) {
            removed[state] = 1;
        }
        removal kept;
        std::vector<double> waiting = flows_.started;
        // What still waits bounds what is not counted yet.
        constexpr double rounding = 1e-15;
        for (double left = flows_.journeys;
             left > rounding * flows_.conversions || left * dearest_ > rounding * flows_.total_value;) {
            send_on(waiting, removed, kept);
            left = std::accumulate(waiting.begin(), waiting.end(), 0.0);
        }
        return {std::max(0.0, flows_.conversions - kept.conversions), std::max(0.0, flows_.total_value - kept.value)};
    }

private:
    const touch_chain& chain_;
    const chain_flows& flows_;
    double dearest_ = 0;  ///< the highest mean value of conversions from a state

    void send_on(std::vector<double>& waiting, const std::vector<char>& removed, removal& kept) const {
        for (std::size_t state = 0; state < waiting.size(); ++state) {
            const double here = std::exchange(waiting[state], 0.0);
            if (here == 0.0 || removed[state] != 0) {
                continue;
            }
            const double each = here / flows_.out[state];
            for (std::size_t i = chain_.first_edges()[state]; i < chain_.first_edges()[state + 1]; ++i) {
                const std::uint32_t to = chain_.edges()[i].to;
                waiting[to] += to == state ? 0.0 : each * flows_.passed[i];
            }
            kept.conversions += each * flows_.converted[state];
            kept.value += each * flows_.value[state];
        }
    }
};

}  // namespace cxm::detail
