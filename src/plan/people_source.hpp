#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <cxm/period.hpp>

namespace cxm {

/// Whose rows they are, and when: columns.
struct people_source {
    std::string id = {};
    std::string time = {};  ///< empty: not said
    bool operator==(const people_source&) const = default;
};

/// Rows that are orders, or lines of orders: columns.
struct order_source {
    std::string id = {};
    std::string time = {};
    std::string amount = {};                      ///< empty: none
    std::optional<std::int64_t> lost_after = {};  ///< microseconds without an order after which a customer is lost
    bool operator==(const order_source&) const = default;
};

/// What customers pay each month: columns.
struct amount_source {
    std::string id = {};
    std::string month = {};
    std::string amount = {};
    bool operator==(const amount_source&) const = default;
};

/// Which of the rows with the same key counts.
enum class counted_row : std::uint8_t {
    first,  ///< by time; without one that which stands first
    last,   ///< by time
    same    ///< any of them, as they must not differ
};

/// Of rows with the same key one counts.
struct one_per_key {
    std::vector<std::string> columns = {};
    grain every = grain::free;  ///< one for each period of this length; free: one in all
    counted_row counts = counted_row::first;
    bool operator==(const one_per_key&) const = default;
};

}  // namespace cxm
