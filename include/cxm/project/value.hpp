#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include <cxm/interval/basis.hpp>
#include <cxm/project/gamma_gamma.hpp>
#include <cxm/project/histories.hpp>
#include <cxm/project/pareto_nbd.hpp>
#include <cxm/project/purchase_model.hpp>
#include <cxm/special/search.hpp>

/// What customers without a contract are worth from now on, and what they will order. What they paid is no part of it.
namespace cxm {

/// Steps of equal length, over which value is counted; what is bought in a step is paid at its end.
struct value_horizon {
    double step = 52.0 / 12.0;  ///< in the model's unit of time
    std::size_t steps = 12;
    double discount_per_step = 0.0;  ///< 0.01 is 1 %
};

/// Purchases expected over the horizon, each discounted; the value of as many purchases of 1.
template <purchase_model Model>
double discounted_purchases(const Model& model, const purchase_history& of, const value_horizon& ahead) {
    detail::require(ahead.step > 0.0 && std::isfinite(ahead.step), "a step of time must be above 0");
    detail::require(ahead.discount_per_step > -1.0 && std::isfinite(ahead.discount_per_step),
                    "a discount lies above -1");
    double sum = 0.0;
    double before = 0.0;
    double worth = 1.0;
    for (std::size_t k = 1; k <= ahead.steps; ++k) {
        const double by_now = expected_purchases(model, of, ahead.step * static_cast<double>(k));
        worth /= 1.0 + ahead.discount_per_step;
        sum += (by_now - before) * worth;
        before = by_now;
    }
    return sum;
}

/// The value of a customer's purchases over the horizon (Fader, Hardie & Lee 2005, J. Marketing Research 42:415):
/// revenue, or margin where amounts are margins. Absent where the expected amount is.
template <purchase_model Model>
std::optional<double> customer_value(const Model& model, const gamma_gamma& spend, const purchase_history& of,
                                     double mean, const value_horizon& ahead) {
    const std::optional<double> amount = expected_spend(spend, of.x, mean);
    return amount ? std::optional(*amount * discounted_purchases(model, of, ahead)) : std::nullopt;
}

/// DERT: all purchases still to come, each discounted at a continuous rate per unit of time. Absent at a rate of 0
/// where they have no end (s <= 1). Throws std::invalid_argument for a rate below 0.
inline std::optional<double> discounted_purchases_for_ever(const pareto_nbd& model, const purchase_history& of,
                                                           double rate) {
    detail::require(rate >= 0.0 && std::isfinite(rate), "a discount rate is 0 or more");
    const double known = model.beta + of.T;
    const double now = chance_alive(model, of) * (model.r + of.x) / (model.alpha + of.T) * known;
    if (rate == 0.0) {
        return model.s > 1.0 ? std::optional(now / (model.s - 1.0)) : std::nullopt;
    }
    // The integral of e^(-rate t) (known/(known + t))^s, over the logarithm of (known + t)/known.
    const double decay = rate * known;
    const auto density = [&](double u) { return std::exp((1.0 - model.s) * u - decay * std::expm1(u)); };
    return now * detail::tail_integral(1.0 / (8.0 + model.s + decay), density);
}

/// Customers who are expected to join after so much time.
struct new_customers {
    double after;
    double customers;
};

/// Orders expected in the next t.
struct demand {
    double from_base;
    double from_new;  ///< first orders included

    double orders() const { return from_base + from_new; }
};

/// Orders of the customers there are and of those planned; who joins after t orders nothing by then.
template <purchase_model Model>
demand expected_demand(const Model& model, std::span<const counted_history> base,
                       std::span<const new_customers> planned, double t) {
    detail::require_ahead(t);
    demand orders{expected_total(model, base, t), 0.0};
    for (const new_customers& group : planned) {
        detail::require_ahead(group.after);
        if (group.after <= t) {
            orders.from_new += group.customers * (1.0 + expected_repeats(model, t - group.after));
        }
    }
    return orders;
}

}  // namespace cxm
