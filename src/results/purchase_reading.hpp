#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <optional>
#include <span>
#include <string_view>
#include <utility>
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
    std::vector<counted_history> histories;
    histories.reserve(customers.size());
    for (const customer_summary& one : customers) {
        histories.push_back({one.of, one.customers});
    }
    return group_histories(std::move(histories));
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
        : fit_(fit), ahead_(ahead), place_(customers.size()), counts_(customers.size()) {
        std::vector<std::uint32_t> order(customers.size());
        std::iota(order.begin(), order.end(), 0u);
        const auto of = [&](std::uint32_t i) -> const purchase_history& { return customers[i].of; };
        // As in group_histories: what depends on x and T alone is computed once for those who have them in common.
        std::sort(order.begin(), order.end(), [&](std::uint32_t i, std::uint32_t j) {
            const purchase_history& a = of(i);
            const purchase_history& b = of(j);
            return a.x != b.x ? a.x < b.x : a.T != b.T ? a.T < b.T : a.t_x < b.t_x;
        });
        double if_alive = 0;
        for (const std::uint32_t i : order) {
            if (groups_.empty() || groups_.back().of != of(i)) {
                const bool is_known =
                    !groups_.empty() && groups_.back().of.x == of(i).x && groups_.back().of.T == of(i).T;
                if_alive = is_known ? if_alive : expected_if_alive(*fit.model, of(i), ahead);
                groups_.push_back({of(i), 0});
                outlooks_.push_back(outlook_of(of(i), if_alive, discount));
            }
            groups_.back().customers += customers[i].customers;
            place_[i] = static_cast<std::uint32_t>(groups_.size() - 1);
            counts_[i] = customers[i].customers;
        }
    }

    /// Of a customer by the place.
    const outlook& at(std::size_t customer) const { return outlooks_[place_[customer]]; }

    /// The purchases of all, with limits for the uncertainty of the parameters alone.
    forecast_figure total(std::string_view key, double level) const { return total_of(key, level, groups_); }

    /// The same of some.
    forecast_figure total_of(std::string_view key, double level, std::span<const counted_history> some) const {
        const auto sum = [&](const Model& model) { return expected_total(model, some, ahead_); };
        double customers = 0;
        for (const counted_history& group : some) {
            customers += group.customers;
        }
        const double value = sum(*fit_.model);
        return {key, figure_unit::count, value, value > 0 ? log_limits(fit_, sum, level) : std::nullopt, customers};
    }

    /// The histories of each segment, of customers by the place.
    template <class SegmentOf>
    std::vector<std::vector<counted_history>> by_segment(std::size_t segments, const SegmentOf& segment_of) const {
        std::vector<segment_place> places;
        for (std::size_t i = 0; i < place_.size(); ++i) {
            places.push_back({segment_of(i), place_[i], counts_[i]});
        }
        std::sort(places.begin(), places.end(),
                  [](const segment_place& a, const segment_place& b) { return a.key() < b.key(); });
        std::vector<std::vector<counted_history>> of(segments);
        for (std::size_t i = 0; i < places.size(); ++i) {
            std::vector<counted_history>& segment = of[places[i].segment];
            if (i == 0 || places[i].key() != places[i - 1].key()) {
                segment.push_back({groups_[places[i].group].of, 0});
            }
            segment.back().customers += places[i].customers;
        }
        return of;
    }

    std::span<const counted_history> groups() const { return groups_; }

private:
    static constexpr std::size_t steps = 12;

    struct segment_place {
        std::uint32_t segment;
        std::uint32_t group;
        double customers;

        std::pair<std::uint32_t, std::uint32_t> key() const { return {segment, group}; }
    };

    const fitted<Model>& fit_;
    double ahead_;
    std::vector<counted_history> groups_;
    std::vector<outlook> outlooks_;     ///< of the groups
    std::vector<std::uint32_t> place_;  ///< of each customer's group
    std::vector<double> counts_;        ///< customers whom each stands for

    outlook outlook_of(const purchase_history& of, double if_alive, double discount) const {
        const Model& model = *fit_.model;
        const double alive = chance_alive(model, of);
        const double discounted =
            discount == 0 ? alive * if_alive
                          : discounted_purchases(model, of, {ahead_ / static_cast<double>(steps), steps, discount});
        return {alive * if_alive, chance_of_no_purchase(model, of, ahead_), alive, (1 - alive) * if_alive, discounted};
    }
};

}  // namespace cxm
