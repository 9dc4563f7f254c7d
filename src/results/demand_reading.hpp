#pragma once

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

#include <cxm/project/limits.hpp>
#include <cxm/project/value.hpp>

#include "results/customer_forecast.hpp"

namespace cxm {

/// New customers spread evenly over the time in which they are planned, a group a day where times are weeks.
inline std::vector<new_customers> planned_arrivals(const demand_question& asked) {
    constexpr double day = 1.0 / 7;
    std::vector<new_customers> arrivals;
    if (asked.new_customers.empty()) {
        return arrivals;
    }
    for (double from = 0; from < asked.length; from += day) {
        const double middle = from + std::min(day, asked.length - from) / 2;
        const auto period = static_cast<std::size_t>(middle / asked.every);
        const double planned = asked.new_customers[std::min(period, asked.new_customers.size() - 1)];
        arrivals.push_back({middle, planned * std::min(day, asked.length - from) / asked.every});
    }
    return arrivals;
}

/// How long the parts are that a time is told in: weeks, months or years.
inline double demand_step_of(double weeks) {
    constexpr double month = 30.4375 / 7;
    return weeks <= 30 ? 1 : weeks <= 40 * month ? month : 12 * month;
}

/// Orders of a base of customers and of those planned, with limits for the uncertainty of the parameters.
template <class Model>
demand_outlook read_demand(const fitted<Model>& fit, std::span<const counted_history> base,
                           const demand_question& asked, double level) {
    const std::vector<new_customers> planned = planned_arrivals(asked);
    demand_outlook outlook{0, {}, {}};
    double customers = 0;
    for (const counted_history& one : base) {
        customers += one.customers;
    }
    for (const new_customers& group : planned) {
        outlook.new_customers += group.customers;
    }
    demand before{0, 0};
    const double step = demand_step_of(asked.length);
    const auto steps = static_cast<std::size_t>(std::ceil(asked.length / step - 1e-9));
    for (std::size_t i = 1; i <= steps; ++i) {
        const double to = std::min(static_cast<double>(i) * step, asked.length);
        const demand by_then = expected_demand(*fit.model, base, planned, to);
        outlook.steps.push_back({static_cast<double>(i - 1) * step, to, by_then.from_base - before.from_base,
                                 by_then.from_new - before.from_new});
        before = by_then;
    }
    const auto orders = [&](const Model& m) { return expected_demand(m, base, planned, asked.length).orders(); };
    const double total = before.orders();
    outlook.figures = {
        {"orders_expected", figure_unit::count, total, total > 0 ? log_limits(fit, orders, level) : std::nullopt,
         customers + outlook.new_customers},
        {"orders_of_base", figure_unit::count, before.from_base, {}, customers, "a part of orders_expected"},
        {"orders_of_new", figure_unit::count, before.from_new, {}, outlook.new_customers, "a part of orders_expected"}};
    return outlook;
}

}  // namespace cxm
