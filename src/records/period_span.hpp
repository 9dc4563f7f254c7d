#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

#include "records/records.hpp"

namespace cxm {

/// Which periods are wanted; what is no period of the calendar lies neither before nor after.
struct period_span {
    std::optional<period> from = {};
    std::optional<period> to = {};

    bool any() const { return from || to; }
    bool holds(std::string_view written) const;
};

/// The same span in whole periods of a grain, so that none of those that it rolls up to lacks a part.
period_span widened(period_span what, grain to);

/// The records within the span.
records within(records rows, const period_span& wanted);

/// What to know of a span of rows that begins or ends within a period of the grain.
std::vector<std::string> warnings_of(const period_span& wanted, grain every);

/// What to know where no record has a period of the calendar, so that `what` does nothing; empty where one has.
std::string objection_to(std::string_view what, const records& rows);

}  // namespace cxm
