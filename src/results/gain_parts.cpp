#include "results/gain_parts.hpp"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "text/ascii.hpp"

namespace cxm {

namespace {

/// Two names of gains that count the same money.
struct known_overlap {
    std::string_view one;
    std::string_view other;
    std::string_view why;
};

constexpr known_overlap known_overlaps[] = {
    {"churn_avoided", "rox_like", "both are the worth of customers who stayed"},
    {"churn_avoided", "rox", "rox_like, a term of rox, is the worth of customers who stayed, too"},
    {"rox_like", "rox", "the one is a term of the other"},
    {"rox_do", "rox", "the one is a term of the other"},
    {"rox_talk", "rox", "the one is a term of the other"},
    {"rox_market", "rox", "the one is a term of the other"},
    {"support", "support_saved", "both are contacts that customers no longer need"},
    {"referral", "referral_value", "both are the worth of customers who were referred"},
};

}  // namespace

bool return_of_gains::is_uncertain() const {
    return std::any_of(gains.begin(), gains.end(), [](const named_gain& g) { return g.of.low != g.of.high; });
}

bool is_named(const named_gain& gain, std::string_view name) {
    const auto as_key = [](std::string_view text) {
        std::string key;
        for (const char c : text) {
            key += c == '-' || c == ' ' ? '_' : lower(c);
        }
        return key;
    };
    return as_key(gain.name) == as_key(name);
}

std::string overlap_of(const std::vector<named_gain>& gains) {
    const auto has = [&](std::string_view name) {
        return std::any_of(gains.begin(), gains.end(), [&](const named_gain& g) { return is_named(g, name); });
    };
    const auto* const at = std::find_if(std::begin(known_overlaps), std::end(known_overlaps),
                                        [&](const known_overlap& o) { return has(o.one) && has(o.other); });
    return at == std::end(known_overlaps)
               ? std::string()
               : fmt::format("{} and {} count the same twice: {}; leave one out", at->one, at->other, at->why);
}

return_of_gains return_of(std::vector<named_gain> gains, double cost) {
    std::vector<gain_part> parts;
    double sum = 0;
    for (const named_gain& g : gains) {
        parts.push_back(g.of);
        sum += g.of.value;
    }
    return {std::move(gains), cost, sum, roi_range(parts, cost)};
}

}  // namespace cxm
