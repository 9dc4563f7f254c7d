#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include <cxm/period.hpp>

#include "records/records.hpp"

namespace cxm {

/// A place on the time axis before anything is known of a metric.
struct dated_place {
    period when;
    std::optional<std::size_t> row;
};

/// Whether the places are ascending calendar periods of one length, between which none can hide.
bool are_comparable(const std::vector<dated_place>& places);

/// The time axis of the rows from `first` to before `end`, with the calendar's missing periods between them. Throws
/// bad_input where they are too many to be meant.
std::vector<dated_place> axis_of(const records& rows, std::size_t first, std::size_t end);

}  // namespace cxm
