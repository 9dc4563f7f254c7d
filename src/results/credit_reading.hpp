#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <cxm/attribution.hpp>

#include "histories/people_histories.hpp"

namespace cxm {

/// A model by the name that it is asked for by.
struct named_model {
    std::string name;  ///< `markov:2`
    attribution_rules rules;
};

/// How conversions are credited to channels.
struct credit_request {
    std::vector<named_model> models;
    std::vector<std::string> direct;         ///< names of channels that last-non-direct passes over
    std::int64_t lookback = 0;               ///< microseconds
    std::int64_t half_life = 0;              ///< the same, of time decay
    std::optional<std::int64_t> until = {};  ///< moment; later rows do not count; absent: the last row's
    bool has_values = false;
    std::size_t resamples = 0;  ///< 0: no limits
    double level = 0.95;
};

/// Paths, with the channels by their numbers.
struct credit_paths {
    std::vector<std::string> channels;
    std::vector<touch_path> paths;  ///< distinct ones, in the order of their channels
    unused_rows unused = {};
    std::uint64_t people = 0;                ///< with rows that are touches or conversions
    std::uint64_t tied = 0;                  ///< touches of a person at the time of one of another channel
    std::uint64_t late_rows = 0;             ///< after --until
    std::optional<std::int64_t> first = {};  ///< moments; absent without rows, and where paths were given
    std::optional<std::int64_t> end = {};
};

/// What one model gives each channel.
struct model_credit {
    const named_model* by;
    attribution credit;         ///< empty where there is none
    attribution_limits limits;  ///< empty where none are asked for
    std::string why = {};       ///< why there is no credit
};

struct credit_reading {
    credit_request asked;
    credit_paths from;
    std::vector<model_credit> models = {};
    double conversions = 0;  ///< on paths
    double nulls = 0;
    double value = 0;
    std::map<std::string, double> costs = {};  ///< by channel; empty where none are given

    /// Channels that a path holds.
    std::vector<std::size_t> channels_met() const;
};

/// Makes paths of people's touches and conversions, which are event 0; the label is the channel. The same for any
/// number of threads.
credit_paths read_paths(people_histories& of, const credit_request& asked);

/// Credits the channels of paths.
credit_reading divide_credit(const credit_request& asked, credit_paths from);

}  // namespace cxm
