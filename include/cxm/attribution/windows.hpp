#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <unordered_map>
#include <vector>

#include <cxm/interval/basis.hpp>

namespace cxm::detail {

/// The last touches of a journey, up to the order of a chain, as the digits of one number: 0 for those not there yet.
/// Those that occur are numbered as states.
class touch_windows {
public:
    static constexpr std::size_t most_states = 200'000;

    /// Throws std::invalid_argument for order 0, and where a window has no place in 64 bits.
    touch_windows(std::size_t channels, std::size_t order)
        : digits_(std::max(channels, std::size_t{1}) + 1), holders_(channels) {
        require(order >= 1, "a Markov chain has an order of 1 or more");
        for (std::size_t i = 1; i < order; ++i) {
            require(kept_ < std::numeric_limits<std::uint64_t>::max() / digits_ / digits_, too_many);
            kept_ *= digits_;
        }
    }

    /// The window after one touch more.
    std::uint64_t moved(std::uint64_t window, std::uint32_t channel) const {
        return window % kept_ * digits_ + channel + 1;
    }

    /// Throws std::invalid_argument for more than 200,000 states.
    std::uint32_t state_at(std::uint64_t window) {
        const auto next = static_cast<std::uint32_t>(states_.size());
        const auto [at, is_new] = states_.try_emplace(window, next);
        if (is_new) {
            require(next < most_states, too_many);
            for (; window > 0; window /= digits_) {
                std::vector<std::uint32_t>& holders = holders_[window % digits_ - 1];
                if (holders.empty() || holders.back() != next) {
                    holders.push_back(next);
                }
            }
        }
        return at->second;
    }

    std::size_t states() const { return states_.size(); }

    /// The states that hold a channel.
    const std::vector<std::uint32_t>& holders(std::size_t channel) const { return holders_[channel]; }

private:
    static constexpr const char* too_many = "so high an order has too many states for so many channels";

    std::uint64_t digits_;
    std::uint64_t kept_ = 1;  ///< below this a window has room for one touch more
    std::vector<std::vector<std::uint32_t>> holders_;
    std::unordered_map<std::uint64_t, std::uint32_t> states_;
};

}  // namespace cxm::detail
