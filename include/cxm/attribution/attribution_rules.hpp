#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace cxm {

/// How the credit for conversions is divided among the channels that touched. None says what would have happened
/// without a channel: estimates without an experiment miss that widely (Gordon et al. 2019, Marketing Science 38:193).
enum class attribution_model : std::uint8_t {
    first,
    last,
    last_non_direct,  ///< the last touch that is not direct; direct, where there is no other
    linear,           ///< the same for every touch, repeats too
    position,         ///< shares for the first touch, the middle and the last
    time_decay,       ///< halves with every half-life before the conversion
    markov,           ///< by what is lost when a channel leads nowhere (Anderl et al. 2016, IJRM 33:457)
    shapley,          ///< of conversions: the same for every different channel (Zhao et al. 2018, arXiv 1804.05327)
    shapley_rate,     ///< of conversion rates, with all subsets of channels; may be negative
};

struct attribution_rules {
    attribution_model model = attribution_model::markov;
    std::vector<std::uint32_t> direct = {};        ///< the channels that last_non_direct passes over
    std::array<double, 3> weights{0.4, 0.2, 0.4};  ///< first, middle, last; of two touches each gets half the middle
    std::size_t order = 1;                         ///< touches that a state of the Markov chain remembers
};

/// What became of the journeys, path by path.
struct path_outcomes {
    std::vector<double> conversions;
    std::vector<double> nulls;
    std::vector<double> value;
};

/// The credit of each channel, by its number; all empty where there is nothing to divide.
struct attribution {
    std::vector<double> conversions;           ///< add up to the conversions of all paths
    std::vector<double> value;                 ///< add up to their value
    std::vector<double> removal_effect;        ///< of Markov models: the share of conversions lost without the channel
    std::vector<double> removal_effect_value;  ///< the same for the value
    std::optional<double> p_conversion;        ///< of Markov models: the chance that a journey converts
    std::string_view why = {};                 ///< why there is nothing to divide
};

}  // namespace cxm
