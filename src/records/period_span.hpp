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

/// The first periods that begin before a span, or end after it, and are taken all the same.
struct cut_periods {
    std::optional<period> by_from = {};
    std::optional<period> by_to = {};

    void add(const cut_periods& later);
};

/// Those of rows that are counted by the grain, and those of records within the span.
cut_periods cut_by(const period_span& wanted, grain every);
cut_periods cut_by(const period_span& wanted, const records& rows);

/// What to know of them.
std::vector<std::string> warnings_of(const cut_periods& cut);

/// What to know where no record has a period of the calendar, so that `what` does nothing; empty where one has.
std::string objection_to(std::string_view what, const records& rows);

}  // namespace cxm
