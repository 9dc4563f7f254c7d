#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <cxm/exact_sum.hpp>
#include <cxm/interval/basis.hpp>
#include <cxm/project/histories.hpp>

/// From rows of purchases to histories. Purchases of one customer on one day are one purchase, their amounts added; the
/// first counts in neither x nor the mean.
namespace cxm {

/// Days are those since 1970-01-01, as in period.hpp.
struct dated_amount {
    std::int32_t day;
    double amount = 0.0;
};

struct customer_purchase {
    std::uint64_t customer;
    dated_amount bought;
};

/// What is observed: purchases to the last day, included; those of the days after it are the holdout.
struct observation {
    std::int32_t last_day;
    double unit_days = 7.0;  ///< of the times x, t_x, T are measured in
    std::int32_t holdout_days = 0;
};

struct customer_summary {
    std::uint64_t customer;
    purchase_history of;
    double mean;             ///< of the amounts of the repeat purchases; 0 for x = 0
    double later;            ///< purchases in the holdout
    double customers = 1.0;  ///< with the same history and mean
};

/// One customer's purchases, in any order; absent where the first comes after the last day.
/// Throws std::invalid_argument for amounts below 0 (leave refunds out) and units of time not above 0.
inline std::optional<customer_summary> summarise_customer(std::uint64_t customer, std::span<dated_amount> bought,
                                                          const observation& seen) {
    detail::require(seen.unit_days > 0.0 && std::isfinite(seen.unit_days), "a unit of time must be above 0");
    std::sort(bought.begin(), bought.end(), [](const dated_amount& a, const dated_amount& b) { return a.day < b.day; });
    if (bought.empty() || bought.front().day > seen.last_day) {
        return std::nullopt;
    }
    const std::int32_t first = bought.front().day;
    const std::int64_t holdout_end = std::int64_t{seen.last_day} + seen.holdout_days;
    std::int32_t last = first;
    std::optional<std::int32_t> before;
    double repeats = 0.0;
    double later = 0.0;
    exact_sum amounts;
    for (const dated_amount& one : bought) {
        detail::require(one.amount >= 0.0 && std::isfinite(one.amount), "an amount must be 0 or more");
        const bool another_day = one.day != before;
        before = one.day;
        if (one.day > seen.last_day) {
            later += another_day && one.day <= holdout_end ? 1.0 : 0.0;
        } else if (one.day > first) {
            repeats += another_day ? 1.0 : 0.0;
            amounts.add(one.amount);
            last = one.day;
        }
    }
    const auto units = [&](std::int32_t from, std::int32_t to) {
        return static_cast<double>(std::int64_t{to} - from) / seen.unit_days;
    };
    return customer_summary{customer,
                            {repeats, units(first, last), units(first, seen.last_day)},
                            repeats > 0.0 ? amounts.value() / repeats : 0.0,
                            later};
}

/// The customers who came by the last day, in the order of their numbers; rows in any order.
/// Throws as `summarise_customer`.
inline std::vector<customer_summary> summarise_customers(std::span<const customer_purchase> rows,
                                                         const observation& seen) {
    std::vector<customer_purchase> sorted(rows.begin(), rows.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const customer_purchase& a, const customer_purchase& b) { return a.customer < b.customer; });
    std::vector<customer_summary> customers;
    std::vector<dated_amount> bought;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        bought.push_back(sorted[i].bought);
        if (i + 1 == sorted.size() || sorted[i + 1].customer != sorted[i].customer) {
            if (const auto one = summarise_customer(sorted[i].customer, bought, seen)) {
                customers.push_back(*one);
            }
            bought.clear();
        }
    }
    return customers;
}

}  // namespace cxm
