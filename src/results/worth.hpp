#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/contrast.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "results/report.hpp"

namespace cxm {

/// What one of what a metric counts is worth: 12 for each item returned.
struct price {
    const metric* of;
    double each;
};

/// What a change is worth: n x change x price, above 0 where it is for the better.
struct priced_change {
    double each;
    double n = not_given;  ///< of the side after: what its share or rate is a part of
    double value = not_given;
    std::optional<interval> limits = {};
    std::string why = {};  ///< why there is no value, or no limits

    bool ok() const { return !is_missing(value); }
};

/// Why a change of this metric has no price, as nothing says how many it is of; empty where it has one.
std::string why_not_priced(const metric& m);

/// Reads `return_rate=12`; throws bad_usage for what is no metric, has no price, or is no amount of 0 or more.
price price_of(const std::string& text, const catalogue& known);

/// Reads `"worth": {"return_rate": 12}` of a file of targets, which may have none; throws bad_input.
std::vector<price> read_prices(std::string_view json, const std::string& file, const catalogue& known);

/// A side's row, with its result.
struct priced_side {
    const records& rows;
    std::size_t row;
    const result& figure;
};

/// A change between two sides by its price; `spans_differ`: they are of unlike lengths of time, so that nothing says of
/// how many it is.
priced_change priced(const price& p, const contrast& change, const priced_side& before, const priced_side& after,
                     bool spans_differ);

}  // namespace cxm
