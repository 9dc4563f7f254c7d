#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <unordered_map>
#include <vector>

#include <cxm/attribution/attribution_rules.hpp>
#include <cxm/attribution/path.hpp>
#include <cxm/attribution/windows.hpp>

namespace cxm::detail {

/// How many journeys went where in a chain, by state and by edge; sums of counts, so that shares of them are exact.
struct chain_flows {
    std::vector<double> started;
    std::vector<double> passed;  ///< by edge
    std::vector<double> converted;
    std::vector<double> value;  ///< of those converted
    std::vector<double> out;    ///< all that left the state, for another or an end
    double journeys = 0;
    double conversions = 0;
    double total_value = 0;
};

/// The states and edges that paths take through a Markov chain of some order: a state is that many touches in a row, or
/// all touches of a shorter path.
class touch_chain {
public:
    struct edge {
        std::uint32_t from;
        std::uint32_t to;
    };

    /// Throws std::invalid_argument as touch_windows does.
    touch_chain(std::span<const touch_path> paths, std::size_t channels, std::size_t order)
        : windows_(channels, order) {
        for (const touch_path& path : paths) {
            add(path.touches, order);
        }
        sort_edges();
    }

    std::size_t states() const { return windows_.states(); }
    const std::vector<edge>& edges() const { return edges_; }

    /// Where the edges of each state begin, and an end; they stand in the order of states.
    const std::vector<std::size_t>& first_edges() const { return first_edges_; }

    /// The states that hold a channel.
    const std::vector<std::uint32_t>& holders(std::size_t channel) const { return windows_.holders(channel); }

    chain_flows flows(const path_outcomes& outcomes) const {
        chain_flows made;
        for (auto* by_state : {&made.started, &made.converted, &made.value, &made.out}) {
            by_state->resize(states());
        }
        made.passed.resize(edges_.size());
        for (std::size_t path = 0, step = 0; path < routes_.size(); ++path) {
            const auto [first, last, end] = routes_[path];
            const double journeys = outcomes.conversions[path] + outcomes.nulls[path];
            made.started[first] += journeys;
            for (; step < end; ++step) {
                made.passed[steps_[step]] += journeys;
            }
            made.out[last] += journeys;
            made.converted[last] += outcomes.conversions[path];
            made.value[last] += outcomes.value[path];
            made.journeys += journeys;
            made.conversions += outcomes.conversions[path];
            made.total_value += outcomes.value[path];
        }
        for (std::size_t i = 0; i < edges_.size(); ++i) {
            made.out[edges_[i].from] += edges_[i].to == edges_[i].from ? 0.0 : made.passed[i];
        }
        return made;
    }

private:
    struct route {
        std::uint32_t first;
        std::uint32_t last;
        std::size_t end;  ///< of its edges among the steps
    };

    touch_windows windows_;
    std::vector<edge> edges_;
    std::vector<std::size_t> first_edges_;
    std::vector<route> routes_;
    std::vector<std::uint32_t> steps_;
    std::unordered_map<std::uint64_t, std::uint32_t> edge_of_;

    void add(std::span<const std::uint32_t> touches, std::size_t order) {
        const std::size_t in_first = std::min(order, touches.size());
        std::uint64_t window = 0;
        for (std::size_t i = 0; i < in_first; ++i) {
            window = windows_.moved(window, touches[i]);
        }
        const std::uint32_t first = windows_.state_at(window);
        std::uint32_t last = first;
        for (std::size_t i = in_first; i < touches.size(); ++i) {
            window = windows_.moved(window, touches[i]);
            const std::uint32_t state = windows_.state_at(window);
            steps_.push_back(edge_between(last, state));
            last = state;
        }
        routes_.push_back({first, last, steps_.size()});
    }

    std::uint32_t edge_between(std::uint32_t from, std::uint32_t to) {
        const auto next = static_cast<std::uint32_t>(edges_.size());
        const auto [at, is_new] = edge_of_.try_emplace(std::uint64_t{from} << 32 | to, next);
        if (is_new) {
            edges_.push_back({from, to});
        }
        return at->second;
    }

    void sort_edges() {
        std::vector<std::uint32_t> order(edges_.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(),
                         [&](std::uint32_t i, std::uint32_t j) { return edges_[i].from < edges_[j].from; });
        std::vector<edge> sorted;
        std::vector<std::uint32_t> place(edges_.size());
        first_edges_.assign(states() + 1, edges_.size());
        for (const std::uint32_t i : order) {
            place[i] = static_cast<std::uint32_t>(sorted.size());
            sorted.push_back(edges_[i]);
        }
        edges_ = std::move(sorted);
        for (std::uint32_t& step : steps_) {
            step = place[step];
        }
        for (std::size_t i = edges_.size(); i-- > 0;) {
            first_edges_[edges_[i].from] = i;
        }
        for (std::size_t state = states(); state-- > 0;) {
            first_edges_[state] = std::min(first_edges_[state], first_edges_[state + 1]);
        }
    }
};

}  // namespace cxm::detail
