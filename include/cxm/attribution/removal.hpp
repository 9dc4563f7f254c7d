#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <cxm/attribution/chain.hpp>

namespace cxm::detail {

/// The conversions and the value that are lost where the states of a channel lead nowhere.
struct removal {
    double conversions = 0;
    double value = 0;
};

/// Inverts a square matrix in place, row by row; of M-matrices, whose pivots need no choice (Gauss and Jordan).
inline void invert(std::vector<double>& a, std::size_t n) {
    for (std::size_t pivot = 0; pivot < n; ++pivot) {
        const double by = a[pivot * n + pivot];
        a[pivot * n + pivot] = 1.0;
        for (std::size_t j = 0; j < n; ++j) {
            a[pivot * n + j] /= by;
        }
        for (std::size_t i = 0; i < n; ++i) {
            const double times = a[i * n + pivot];
            if (i == pivot || times == 0.0) {
                continue;
            }
            a[i * n + pivot] = 0.0;
            for (std::size_t j = 0; j < n; ++j) {
                a[i * n + j] -= times * a[pivot * n + j];
            }
        }
    }
}

/// Removals from the inverse of one matrix: for chains of some hundred states.
class dense_removals {
public:
    dense_removals(const touch_chain& chain, const chain_flows& flows)
        : chain_(chain), n_(chain.states()), ways_(n_ * n_), visits_(n_), conversions_(n_), value_(n_) {
        for (std::size_t state = 0; state < n_; ++state) {
            ways_[state * n_ + state] = flows.out[state] > 0.0 ? flows.out[state] : 1.0;
        }
        for (std::size_t i = 0; i < chain.edges().size(); ++i) {
            const auto [from, to] = chain.edges()[i];
            ways_[from * n_ + to] -= from == to ? 0.0 : flows.passed[i];
        }
        invert(ways_, n_);
        for (std::size_t from = 0; from < n_; ++from) {
            for (std::size_t to = 0; to < n_; ++to) {
                visits_[to] += flows.started[from] * ways_[from * n_ + to];
                conversions_[from] += ways_[from * n_ + to] * flows.converted[to];
                value_[from] += ways_[from * n_ + to] * flows.value[to];
            }
        }
    }

    removal of(std::size_t channel) const {
        const std::vector<std::uint32_t>& removed = chain_.holders(channel);
        const std::size_t m = removed.size();
        std::vector<double> between(m * m);
        for (std::size_t i = 0; i < m; ++i) {
            for (std::size_t j = 0; j < m; ++j) {
                between[i * m + j] = ways_[removed[i] * n_ + removed[j]];
            }
        }
        invert(between, m);
        removal lost;
        for (std::size_t i = 0; i < m; ++i) {
            double arrived = 0.0;  // journeys that come to this state before any other of the removed
            for (std::size_t j = 0; j < m; ++j) {
                arrived += visits_[removed[j]] * between[j * m + i];
            }
            lost.conversions += arrived * conversions_[removed[i]];
            lost.value += arrived * value_[removed[i]];
        }
        return lost;
    }

private:
    const touch_chain& chain_;
    std::size_t n_;
    std::vector<double> ways_;         ///< visits of one state, per journey that leaves it, from a start in another
    std::vector<double> visits_;       ///< the same from the starts that were
    std::vector<double> conversions_;  ///< expected from a start in each state
    std::vector<double> value_;
};

}  // namespace cxm::detail
