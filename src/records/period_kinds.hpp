#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/period.hpp>

#include "records/records.hpp"

namespace cxm {

/// The grain of a period as it is written: free for what is no date, nothing where there is no period.
std::optional<grain> kind_of(std::string_view period);

/// Whether a record has a known place in time: its period is no free label, or these are said to stand in order.
bool is_in_time(const records& rows, std::size_t row);

/// Throws bad_input where a group has several periods whose order need not be that of time, which `what` needs.
void require_time_order(const records& rows, std::string_view what);

/// Which grains the periods of an input have: months beside quarters, or beside free labels, make no series.
class period_kinds {
public:
    struct oddity {
        std::string place;    ///< of the first record of its kind
        std::string finding;  ///< `'2024/02' is no date (did you mean '2024-02'?): a free label among months`
    };

    void add(const records& block) { add(block, 0, block.size()); }

    /// Adds the rows from `first` to before `end`.
    void add(const records& block, std::size_t first, std::size_t end);

    /// Adds what comes later in the input.
    void add(const period_kinds& later);

    /// The grain that most periods have, of the calendar if any is; nothing where there are no periods.
    std::optional<grain> usual() const;

    /// One for each grain beside the usual one.
    std::vector<oddity> oddities() const;

private:
    struct kind {
        std::uint64_t records = 0;
        std::string first;
        std::string place;
    };
    std::array<kind, 6> kinds_;  ///< by grain
};

/// `months`.
std::string plural(grain g);

}  // namespace cxm
