#pragma once

#include <cmath>
#include <span>

#include <cxm/interval/basis.hpp>
#include <cxm/project/fit.hpp>
#include <cxm/project/renewals.hpp>

namespace cxm {

namespace detail {

inline void require_age(double age) {
    require(age >= 0.0 && age == std::floor(age) && std::isfinite(age), "an age is counted in whole renewals");
}

/// The most likely curve of a kind for these counts; a curve needs as many ages as it has parameters.
template <class Curve>
fitted<Curve> fit_curve(const renewal_counts& counts, std::span<const point<Curve::size>> starts) {
    if (counts.ages_seen() < Curve::size) {
        return {fit_standing::too_few_ages, std::nullopt};
    }
    if (!(counts.total().lost > 0.0)) {
        return {fit_standing::no_losses, std::nullopt};
    }
    return fit_by_search<Curve>(
        [&](const point<Curve::size>& logs) { return -log_likelihood(Curve::from_logs(logs), counts); }, starts);
}

}  // namespace detail

}  // namespace cxm
