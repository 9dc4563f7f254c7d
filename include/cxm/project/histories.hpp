#pragma once

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include <cxm/interval/basis.hpp>

/// Customers without a contract: what the models of their purchases read.
namespace cxm {

/// One customer's purchases in the terms of the models' papers; times in one unit, weeks by habit.
///
/// t_x is *not* the "recency" of RFM tables, which is T - t_x.
struct purchase_history {
    double x;    ///< repeat purchases: days with a purchase after the first one
    double t_x;  ///< from the first purchase to the last; 0 where x is 0
    double T;    ///< from the first purchase to the end of the observation

    auto operator<=>(const purchase_history&) const = default;
};

/// Customers whose histories are equal: a fit costs as much as there are different ones.
struct counted_history {
    purchase_history of;
    double customers;
};

namespace detail {

inline void require_history(const purchase_history& of) {
    require(of.x >= 0.0 && of.x == std::floor(of.x) && of.x < 1e9, "repeat purchases are counted in whole numbers");
    require(of.t_x >= 0.0 && of.t_x <= of.T && std::isfinite(of.T), "the last purchase lies between the first and T");
    require(of.x > 0.0 || of.t_x == 0.0, "without a repeat purchase the last is the first: t_x is 0");
    require(of.x == 0.0 || of.t_x > 0.0, "a repeat purchase comes after the first: t_x is above 0");
}

inline void require_ahead(double t) { require(t >= 0.0 && std::isfinite(t), "a time ahead is 0 or more"); }

}  // namespace detail

/// Adds up equal histories; in the order of x, T and t_x. Throws std::invalid_argument for customers below 0.
inline std::vector<counted_history> group_histories(std::vector<counted_history> histories) {
    std::sort(histories.begin(), histories.end(), [](const counted_history& one, const counted_history& other) {
        const purchase_history& a = one.of;
        const purchase_history& b = other.of;
        return a.x != b.x ? a.x < b.x : a.T != b.T ? a.T < b.T : a.t_x < b.t_x;
    });
    std::vector<counted_history> groups;
    for (const counted_history& one : histories) {
        detail::require(one.customers >= 0.0 && std::isfinite(one.customers), "customers are counted from 0");
        if (!groups.empty() && groups.back().of == one.of) {
            groups.back().customers += one.customers;
        } else {
            groups.push_back(one);
        }
    }
    return groups;
}

/// Counts equal histories, in the same order.
inline std::vector<counted_history> group_histories(std::span<const purchase_history> histories) {
    std::vector<counted_history> counted;
    counted.reserve(histories.size());
    for (const purchase_history& one : histories) {
        counted.push_back({one, 1.0});
    }
    return group_histories(std::move(counted));
}

/// Every so-many-th customer, of `customers` in all; in the same order.
inline std::vector<counted_history> sample_of(std::span<const counted_history> histories, double customers) {
    double total = 0.0;
    for (const counted_history& one : histories) {
        total += one.customers;
    }
    const double each = std::fmax(total / customers, 1.0);
    std::vector<counted_history> sample;
    double passed = 0.0;
    for (const counted_history& one : histories) {
        const double before = std::floor(passed / each);
        passed += one.customers;
        if (const double taken = std::floor(passed / each) - before; taken > 0.0) {
            sample.push_back({one.of, taken});
        }
    }
    return sample;
}

/// Customers first seen the same time T before the end.
struct counted_age {
    double T;
    double customers;
};

/// How long the customers have been known, in the order of T: what expected purchases from the start depend on.
inline std::vector<counted_age> ages_of(std::span<const counted_history> histories) {
    std::vector<counted_age> sorted;
    for (const counted_history& one : histories) {
        sorted.push_back({one.of.T, one.customers});
    }
    std::sort(sorted.begin(), sorted.end(), [](const counted_age& a, const counted_age& b) { return a.T < b.T; });
    std::vector<counted_age> ages;
    for (const counted_age& one : sorted) {
        if (!ages.empty() && ages.back().T == one.T) {
            ages.back().customers += one.customers;
        } else {
            ages.push_back(one);
        }
    }
    return ages;
}

}  // namespace cxm
