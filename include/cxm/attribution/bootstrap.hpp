#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include <cxm/attribution/attribute.hpp>
#include <cxm/attribution/multinomial.hpp>
#include <cxm/interval/basis.hpp>
#include <cxm/measure.hpp>

namespace cxm {

struct bootstrap_rules {
    std::size_t resamples = 1000;
    std::uint64_t seed = 20240101;  ///< the same seed and paths in the same order give the same limits anywhere
    double level = 0.95;
};

/// How sure a channel's credit is, as far as chance in who journeyed goes; no error of the model is in it.
struct credit_limits {
    interval share;            ///< of all conversions, "percentile"
    double share_error;        ///< standard error of the share
    double conversions_error;  ///< standard error of the conversions
};

struct attribution_limits {
    std::vector<credit_limits> channels;  ///< empty where there is nothing to divide
    std::size_t resamples = 0;            ///< those with conversions, which the limits rest on
    std::string_view why = {};            ///< why there are no limits
};

namespace detail {

/// The quantile of sorted values, linear between neighbours (type 7 of Hyndman & Fan 1996).
inline double sample_quantile(const std::vector<double>& sorted, double p) {
    const double at = p * static_cast<double>(sorted.size() - 1);
    const auto below = static_cast<std::size_t>(at);
    const double above = sorted[std::min(below + 1, sorted.size() - 1)];
    return sorted[below] + (at - std::floor(at)) * (above - sorted[below]);
}

inline double sample_deviation(const std::vector<double>& values) {
    const auto n = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
    double squares = 0.0;
    for (const double value : values) {
        squares += (value - mean) * (value - mean);
    }
    return n > 1.0 ? std::sqrt(squares / (n - 1.0)) : 0.0;
}

/// Journeys by path, those that converted before those that did not.
inline std::vector<std::uint64_t> journeys_of(std::span<const touch_path> paths) {
    std::vector<std::uint64_t> counts;
    double all = 0.0;
    for (const touch_path& path : paths) {
        for (const double count : {path.conversions, path.nulls}) {
            all += count;
            require(count == std::floor(count) && all <= largest_count, "journeys are counted in whole numbers");
            counts.push_back(static_cast<std::uint64_t>(count));
        }
    }
    return counts;
}

inline path_outcomes outcomes_of_counts(const std::vector<std::uint64_t>& counts) {
    path_outcomes made;
    for (std::size_t i = 0; i < counts.size(); i += 2) {
        made.conversions.push_back(static_cast<double>(counts[i]));
        made.nulls.push_back(static_cast<double>(counts[i + 1]));
    }
    made.value.assign(made.conversions.size(), 0.0);
    return made;
}

}  // namespace detail

/// The credit that one resample of the journeys gives, as many as there are, drawn with replacement: the `at`-th of a
/// seed, whatever was drawn before.
inline attribution resampled_attribution(const attributor& model, std::span<const std::uint64_t> journeys,
                                         std::uint64_t seed, std::uint64_t at) {
    detail::exact_draws draws(detail::mixed_seed(seed, at));
    return model(detail::outcomes_of_counts(draws.again(journeys)));
}

/// Percentile limits of the channels' shares of the conversions, by resampling journeys (Efron 1979). Not of the value:
/// paths do not say how much conversions on one path differ. Throws std::invalid_argument as `attributor` does, for
/// counts that are not whole, no resamples and levels outside (0, 1).
inline attribution_limits attribution_bootstrap(std::span<const touch_path> paths, std::size_t channels,
                                                const attribution_rules& rules, const bootstrap_rules& how = {}) {
    detail::require_level(how.level);
    detail::require(how.resamples > 0, "a bootstrap needs resamples");
    const attributor model(paths, channels, rules);
    const std::vector<std::uint64_t> journeys = detail::journeys_of(paths);
    std::vector<std::vector<double>> shares(channels);
    std::vector<std::vector<double>> conversions(channels);
    attribution_limits made;
    for (std::size_t at = 0; at < how.resamples; ++at) {
        const attribution one = resampled_attribution(model, journeys, how.seed, at);
        const double sum = std::accumulate(one.conversions.begin(), one.conversions.end(), 0.0);
        made.resamples += one.conversions.empty() ? 0 : 1;
        for (std::size_t channel = 0; channel < one.conversions.size(); ++channel) {
            conversions[channel].push_back(one.conversions[channel]);
            shares[channel].push_back(one.conversions[channel] / sum);
        }
    }
    if (made.resamples == 0) {
        made.why = "there are no conversions";
        return made;
    }
    const double tail = 0.5 * (1.0 - how.level);
    for (std::size_t channel = 0; channel < channels; ++channel) {
        std::vector<double>& all = shares[channel];
        const double error = detail::sample_deviation(all);
        std::sort(all.begin(), all.end());
        made.channels.push_back(
            {{detail::sample_quantile(all, tail), detail::sample_quantile(all, 1.0 - tail), how.level, "percentile"},
             error,
             detail::sample_deviation(conversions[channel])});
    }
    return made;
}

}  // namespace cxm
