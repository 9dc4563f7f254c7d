#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "write/credit/formats.hpp"

namespace cxm {

/// One table of credit: what its cells are, by model and channel.
struct credit_view {
    std::string title;
    std::string (*cell)(const shown_credit& shown, const model_credit& model, std::size_t channel);
};

/// The tables that there is something for: conversions, limits of shares, value, cost a conversion, return.
std::vector<credit_view> views_of(const shown_credit& shown);

/// What the paths are: `214 conversions of 160 people, …`.
std::string credit_headline(const shown_credit& shown);

/// What to know of the paths, and of models that give no credit.
std::vector<std::string> remarks_on(const shown_credit& shown);

/// What a channel cost; absent where that is not known.
std::optional<double> cost_of(const credit_reading& of, std::size_t channel);

/// What a channel cost for each conversion that a model gives it; not_given where there is none.
double cost_per_conversion(const credit_reading& of, const model_credit& model, std::size_t channel);

/// The value that a model gives a channel for what it cost, as a multiple; not_given where there is none.
double return_on_cost(const credit_reading& of, const model_credit& model, std::size_t channel);

}  // namespace cxm
