#pragma once

#include <optional>
#include <string>
#include <vector>

#include <cxm/period.hpp>

#include "records/records.hpp"
#include "run/flags.hpp"
#include "run/input.hpp"
#include "run/span.hpp"

namespace cxm {

/// Which segments and periods are put together before anything is computed.
struct pooling {
    std::vector<std::string> by = {};       ///< the labels that stay apart; all others are pooled
    bool total = false;                     ///< all labels pooled; with `by`, after its groups
    std::optional<std::string> every = {};  ///< the grain that periods are rolled up to, as `grain_of` reads it

    bool any() const { return total || !by.empty() || every; }
};

/// What `--every` may be; the last puts all periods into one.
inline constexpr choice grains_and_all[] = {"week", "month", "quarter", "year", "all"};

/// Adds `--by`, `--total` and `--every`.
void add_flags(std::vector<flag>& to, pooling& into, choices every = grains_and_all);

/// The periods to read for those asked for: whole ones, where `--every` rolls them up. Throws bad_usage.
period_span span_of(const span_flags& given, const pooling& how);

/// The grain that `--every` names, nothing for `all`; throws bad_usage for any other word.
std::optional<grain> grain_of(const std::string& every);

/// Reads the whole input and pools it, from counts; ordered by labels, then by period.
///
/// Warns of periods of different kinds, and of a period that pools fewer records than others of its group: a segment
/// without a record there would look like a change.
records pooled_records(const pooling& how, record_input& input, const streams& io);

}  // namespace cxm
