#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <cxm/project/renewals.hpp>

#include "results/projection.hpp"

namespace cxm {

/// The renewals that are seen of all cohorts, without the last ones of each.
renewal_counts counts_of(const projection_question& of, std::size_t held_out = 0);

/// The ages up to the horizon, with what is seen of them; the renewals are those of all cohorts.
std::vector<projected_age> ages_seen(const projection_question& of, std::span<const renewals_at_age> renewals);

}  // namespace cxm
