#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <cxm/project/activity.hpp>
#include <cxm/project/customer_summary.hpp>

#include "histories/people_histories.hpp"

namespace cxm {

/// From which days customers are looked at.
struct order_days {
    std::int32_t end;                      ///< the last that is known now
    std::int32_t later = 0;                ///< days of orders after it
    std::optional<std::int32_t> cut = {};  ///< the last that is known where the days from it to the end are held out
    double unit = 7;                       ///< days, of the times of summaries
    std::int32_t window = 0;               ///< days of recent activity; 0: bands are not counted
    std::optional<std::int32_t> learned = {};  ///< the last day before those from which rates of bands are learned
    std::optional<std::int32_t> tested = {};   ///< the last before those on which they are tested
    std::int32_t ahead = 0;                    ///< days that rates of bands are of
};

/// A customer as the orders tell.
struct ordering_customer {
    std::string name;
    std::uint32_t label = no_label;  ///< of the last known order
    customer_summary now;
    std::optional<customer_summary> before = {};  ///< at the cut; absent where the customer came after it
};

/// Reads customers from their orders; those who came after the end are left out.
class order_reading {
public:
    explicit order_reading(const order_days& days) : days_(days) {}

    void add(std::string_view name, std::span<const history_event> history);
    void absorb(order_reading& other);

    /// In the order of their names.
    std::vector<ordering_customer> customers;
    banded_customers bands;
    std::uint64_t late_rows = 0;  ///< after all days that count

private:
    order_days days_;
    std::vector<dated_amount> bought_;

    void add_bands();
    band_count* place_in(band_counts& counts, std::int32_t day);
};

/// Everyone's orders, on as many threads as gathered them.
order_reading read_orders(people_histories& of, const order_days& days);

}  // namespace cxm
