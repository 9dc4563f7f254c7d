#pragma once

#include <numeric>
#include <string_view>
#include <vector>

#include <cxm/project/limits.hpp>
#include <cxm/project/tenure.hpp>

#include "results/projection.hpp"

namespace cxm {

/// Reads one fitted curve for a question.
template <class Curve>
class curve_reading {
public:
    curve_reading(const fitted<Curve>& fit, const projection_question& of) : fit_(fit), of_(of) {
        for (std::size_t renewals = 0; renewals < of.base.size(); ++renewals) {
            base_.push_back({static_cast<double>(renewals), of.base[renewals]});
        }
    }

    forecast_figure survival_at(std::string_view key, std::size_t age) const {
        return share(key, [age](const Curve& c) { return survival(c, static_cast<double>(age)); });
    }

    forecast_figure risk_at(std::string_view key, std::size_t age) const {
        return share(key, [age](const Curve& c) { return next_risk(c, static_cast<double>(age) - 1); });
    }

    /// Without limits, which would cost seven sums for each age.
    forecast_figure remaining_after(std::string_view key, std::size_t age) const {
        const auto payments = residual_lifetime(*fit_.model, static_cast<double>(age), of_.discount);
        forecast_figure f{key, figure_unit::count, payments.value_or(not_given), {}, of_.customers()};
        f.reason = payments ? "" : why_endless;
        return f;
    }

    std::vector<forecast_figure> of_the_whole() const {
        std::vector<forecast_figure> whole = {survival_at("survival_at_horizon", of_.last_age())};
        whole.push_back(amount("payments_to_horizon", figure_unit::count, [&](const Curve& c) { return payments(c); }));
        whole.push_back(amount("expected_lifetime", figure_unit::count,
                               [&](const Curve& c) { return expected_lifetime(c, of_.discount).value_or(not_given); }));
        if (of_.margin) {
            whole.push_back(amount("customer_value", figure_unit::money, [&](const Curve& c) {
                return *of_.margin * expected_lifetime(c, of_.discount).value_or(not_given);
            }));
        }
        whole.push_back(
            amount(of_.margin ? "base_value" : "base_payments", of_.margin ? figure_unit::money : figure_unit::count,
                   [&](const Curve& c) {
                       return base_value(c, base_, of_.margin.value_or(1), of_.discount).value_or(not_given);
                   }));
        whole.push_back(
            amount("next_losses", figure_unit::count, [&](const Curve& c) { return expected_losses(c, base_); }));
        const double base = std::accumulate(of_.base.begin(), of_.base.end(), 0.0);
        for (forecast_figure* of_base : {&whole[whole.size() - 2], &whole.back()}) {
            of_base->n = base;
        }
        return whole;
    }

private:
    static constexpr const char* why_endless =
        "without a discount the payments have no end that the curve tells of: give --discount";

    const fitted<Curve>& fit_;
    const projection_question& of_;
    std::vector<tenure_group> base_;

    template <class Quantity>
    forecast_figure share(std::string_view key, const Quantity& of) const {
        return {key, figure_unit::share, of(*fit_.model), logit_limits(fit_, of, of_.level), of_.customers()};
    }

    template <class Quantity>
    forecast_figure amount(std::string_view key, figure_unit unit, const Quantity& of) const {
        forecast_figure f{key, unit, of(*fit_.model), {}, of_.customers()};
        if (!f.ok()) {
            f.reason = why_endless;
        } else if (f.value > 0) {
            f.limits = log_limits(fit_, of, of_.level);
        }
        return f;
    }

    /// Of a new customer, from the first to that of the horizon.
    double payments(const Curve& curve) const {
        double sum = 0;
        double share = 1;
        for (std::size_t age = 0; age <= of_.last_age(); ++age) {
            share *= age == 0 ? 1 : renewal_rate(curve, static_cast<double>(age)) / (1 + of_.discount);
            sum += share;
        }
        return sum;
    }
};

}  // namespace cxm
