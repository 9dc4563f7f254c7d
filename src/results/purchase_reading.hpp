#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <vector>

#include <cxm/project/bgnbd.hpp>
#include <cxm/project/customer_summary.hpp>
#include <cxm/project/limits.hpp>
#include <cxm/project/mbgnbd.hpp>
#include <cxm/project/pareto_nbd.hpp>
#include <cxm/project/purchase_model.hpp>
#include <cxm/project/value.hpp>

#include "results/figure.hpp"

namespace cxm {

inline std::vector<counted_history> histories_of(const std::vector<customer_summary>& customers) {
    std::vector<purchase_history> histories;
    histories.reserve(customers.size());
    for (const customer_summary& one : customers) {
        histories.push_back(one.of);
    }
    return group_histories(histories);
}

/// Adds to the limits of an expected total chance in the outcomes, by the sum of the squares by which each is beyond
/// what was expected of it, less the mean.
inline void add_chance(forecast_figure& total, double squares, double level) {
    if (!total.limits || !(total.value > 0)) {
        return;
    }
    const double of_parameters = std::log(total.limits->high / total.value);
    const double reach =
        std::hypot(of_parameters, normal_critical(level) * std::sqrt(std::max(squares, 0.0)) / total.value);
    total.limits = {total.value * std::exp(-reach), total.value * std::exp(reach), level, "delta-log-residual"};
}

/// What a fitted model, of which there is one, says of customers over a time ahead; customers with equal histories are
/// read once.
template <class Model>
class purchase_reading {
public:
    struct outlook {
        double purchases;
        double none;
        double alive;
        double at_stake;    ///< purchases
        double discounted;  ///< purchases
    };

    purchase_reading(const fitted<Model>& fit, const std::vector<customer_summary>& customers, double ahead,
                     double discount = 0)
        : fit_(fit), ahead_(ahead), place_(customers.size()) {
        std::vector<std::uint32_t> order(customers.size());
        std::iota(order.begin(), order.end(), 0u);
        const auto of = [&](std::uint32_t i) -> const purchase_history& { return customers[i].of; };
        std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return of(a) < of(b); });
        for (const std::uint32_t i : order) {
            if (groups_.empty() || groups_.back().of != of(i)) {
                groups_.push_back({of(i), 0});
                outlooks_.push_back(outlook_of(of(i), discount));
            }
            ++groups_.back().customers;
            place_[i] = static_cast<std::uint32_t>(groups_.size() - 1);
        }
    }

    /// Of a customer by the place.
    const outlook& at(std::size_t customer) const { return outlooks_[place_[customer]]; }

    /// The purchases of all, with limits for the uncertainty of the parameters alone.
    forecast_figure total(std::string_view key, double level) const {
        const auto sum = [&](const Model& model) {
            double purchases = 0;
            for (const counted_history& group : groups_) {
                purchases += group.customers * expected_purchases(model, group.of, ahead_);
            }
            return purchases;
        };
        return {key, figure_unit::count, sum(*fit_.model), log_limits(fit_, sum, level),
                static_cast<double>(place_.size())};
    }

private:
    static constexpr std::size_t steps = 12;

    const fitted<Model>& fit_;
    double ahead_;
    std::vector<counted_history> groups_;
    std::vector<outlook> outlooks_;     ///< of the groups
    std::vector<std::uint32_t> place_;  ///< of each customer's group

    outlook outlook_of(const purchase_history& of, double discount) const {
        const Model& model = *fit_.model;
        const double alive = chance_alive(model, of);
        const double if_alive = expected_if_alive(model, of, ahead_);
        const double discounted =
            discount == 0 ? alive * if_alive
                          : discounted_purchases(model, of, {ahead_ / static_cast<double>(steps), steps, discount});
        return {alive * if_alive, chance_of_no_purchase(model, of, ahead_), alive, (1 - alive) * if_alive, discounted};
    }
};

}  // namespace cxm
