#pragma once

#include <cstddef>
#include <numeric>
#include <span>
#include <variant>

#include <cxm/attribution/attribution_rules.hpp>
#include <cxm/attribution/markov.hpp>
#include <cxm/attribution/path.hpp>
#include <cxm/attribution/rate_game.hpp>
#include <cxm/attribution/split.hpp>

namespace cxm {

/// Divides the credit on the same paths again and again: takes the paths apart once.
class attributor {
public:
    /// Throws std::invalid_argument for paths without touches or with channels, counts or values out of range, for
    /// position weights that do not add up to 1, for time decay without ages, for Shapley's value of rates with more
    /// than 15 channels, and for a Markov chain of order 0 or of more than 200,000 states.
    attributor(std::span<const touch_path> paths, std::size_t channels, const attribution_rules& rules)
        : model_(model_of(paths, channels, rules)) {}

    /// The credit if the journeys on the paths had these outcomes; they must be legal and one for each path.
    attribution operator()(const path_outcomes& outcomes) const {
        attribution made;
        if (!(std::accumulate(outcomes.conversions.begin(), outcomes.conversions.end(), 0.0) > 0.0)) {
            made.why = "there are no conversions";
            return made;
        }
        std::visit([&](const auto& division) { division.divide(outcomes, made); }, model_);
        return made;
    }

private:
    using model = std::variant<detail::path_split, detail::markov_division, detail::rate_game>;

    model model_;

    static model model_of(std::span<const touch_path> paths, std::size_t channels, const attribution_rules& rules) {
        detail::require_paths(paths, channels);
        switch (rules.model) {
            case attribution_model::markov: return detail::markov_division(paths, channels, rules.order);
            case attribution_model::shapley_rate: return detail::rate_game(paths, channels);
            default: return detail::path_split(paths, channels, rules);
        }
    }
};

/// What became of the journeys on paths.
inline path_outcomes outcomes_of(std::span<const touch_path> paths) {
    path_outcomes made;
    for (const touch_path& path : paths) {
        made.conversions.push_back(path.conversions);
        made.nulls.push_back(path.nulls);
        made.value.push_back(path.value);
    }
    return made;
}

/// The credit of `channels` channels for the conversions on distinct paths.
///
/// Null paths matter to Markov models and to Shapley's value of rates alone: without them every journey of a Markov
/// chain converts, and only shared presence counts. Throws std::invalid_argument as `attributor` does.
inline attribution attribute(std::span<const touch_path> paths, std::size_t channels, const attribution_rules& rules) {
    return attributor(paths, channels, rules)(outcomes_of(paths));
}

}  // namespace cxm
