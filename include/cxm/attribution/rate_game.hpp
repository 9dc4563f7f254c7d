#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <span>
#include <vector>

#include <cxm/attribution/attribution_rules.hpp>
#include <cxm/attribution/path.hpp>
#include <cxm/interval/basis.hpp>

namespace cxm::detail {

/// Shapley's value where a set of channels is worth the conversion rate of the paths inside it, 0 where there are none.
class rate_game {
public:
    static constexpr std::size_t most_channels = 15;

    /// Throws std::invalid_argument where the paths have more than 15 channels.
    rate_game(std::span<const touch_path> paths, std::size_t channels) : place_(channels, nobody) {
        for (const touch_path& path : paths) {
            std::size_t set = 0;
            for (const std::uint32_t channel : path.touches) {
                if (place_[channel] == nobody) {
                    require(players_ < most_channels, "Shapley's value of rates takes up to 15 channels");
                    place_[channel] = players_++;
                }
                set |= std::size_t{1} << place_[channel];
            }
            set_of_path_.push_back(set);
        }
    }

    void divide(const path_outcomes& outcomes, attribution& to) const {
        std::vector<double> journeys(outcomes.conversions);
        std::transform(journeys.begin(), journeys.end(), outcomes.nulls.begin(), journeys.begin(), std::plus<>());
        const std::vector<double> inside = add_up(journeys);
        to.conversions = shares(add_up(outcomes.conversions), inside);
        to.value = shares(add_up(outcomes.value), inside);
    }

private:
    static constexpr std::size_t nobody = std::numeric_limits<std::size_t>::max();

    std::vector<std::size_t> place_;  ///< of each channel among the players
    std::size_t players_ = 0;
    std::vector<std::size_t> set_of_path_;

    /// For each set of players the sum over the paths whose channels lie inside it.
    std::vector<double> add_up(const std::vector<double>& by_path) const {
        std::vector<double> sums(std::size_t{1} << players_);
        for (std::size_t path = 0; path < by_path.size(); ++path) {
            sums[set_of_path_[path]] += by_path[path];
        }
        for (std::size_t player = 0; player < players_; ++player) {
            const std::size_t alone = std::size_t{1} << player;
            for (std::size_t set = 0; set < sums.size(); ++set) {
                sums[set] += (set & alone) != 0 ? sums[set ^ alone] : 0.0;
            }
        }
        return sums;
    }

    std::vector<double> shares(const std::vector<double>& won, const std::vector<double>& inside) const {
        const double all = inside.back();
        const auto worth = [&](std::size_t set) { return inside[set] > 0.0 ? won[set] / inside[set] * all : 0.0; };
        const std::vector<double> chance = chances_before();
        std::vector<double> by_channel(place_.size());
        for (std::size_t channel = 0; channel < place_.size(); ++channel) {
            if (place_[channel] == nobody) {
                continue;
            }
            const std::size_t alone = std::size_t{1} << place_[channel];
            for (std::size_t set = 0; set < inside.size(); ++set) {
                if ((set & alone) == 0) {
                    const auto before = static_cast<std::size_t>(std::popcount(set));
                    by_channel[channel] += chance[before] * (worth(set | alone) - worth(set));
                }
            }
        }
        return by_channel;
    }

    /// For each number of players the chance that a given set of so many comes right before a given player.
    std::vector<double> chances_before() const {
        std::vector<double> chances;
        for (std::size_t size = 0; size < players_; ++size) {
            chances.push_back(size == 0
                                  ? 1.0 / static_cast<double>(players_)
                                  : chances.back() * static_cast<double>(size) / static_cast<double>(players_ - size));
        }
        return chances;
    }
};

}  // namespace cxm::detail
