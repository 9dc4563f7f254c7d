#pragma once

#include "run/command.hpp"
#include "run/compare_sides.hpp"

namespace cxm {

/// Warns of what only one side pools: a segment without a record there would look like a change. Refuses by it where
/// `strict`.
void warn_of_one_sided(const sides& of, bool strict, const streams& io);

/// Refuses sides of one input that are the same rows of it, and warns of rows that are on both.
void require_apart(const sides& of, const std::vector<std::size_t>& before, const std::vector<std::size_t>& after,
                   bool strict, const streams& io);

/// The same of two inputs: by records that stand in both, and by periods that only in part are on both sides.
void require_apart(const sides& of, bool strict, const streams& io);

}  // namespace cxm
