#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <span>
#include <vector>

#include <cxm/project/histories.hpp>

namespace cxm {

/// What foretells purchases from a history: bgnbd, mbgnbd, pareto_nbd.
template <class Model>
concept purchase_model = requires(const Model& model, const purchase_history& of, double t) {
    { log_likelihood(model, of) } -> std::same_as<double>;
    { chance_alive(model, of) } -> std::same_as<double>;
    { expected_if_alive(model, of, t) } -> std::same_as<double>;
    { purchase_chances(model, t, std::size_t{}) } -> std::same_as<std::vector<double>>;
};

/// Purchases expected in the next t.
template <purchase_model Model>
double expected_purchases(const Model& model, const purchase_history& of, double t) {
    return chance_alive(model, of) * expected_if_alive(model, of, t);
}

/// Purchases expected of all in the next t. What a customer buys who is there depends on x and T alone: where those who
/// have them in common stand together, as `group_histories` puts them, it is computed once.
template <purchase_model Model>
double expected_total(const Model& model, std::span<const counted_history> customers, double t) {
    double sum = 0.0;
    double if_alive = 0.0;
    const purchase_history* last = nullptr;
    for (const counted_history& one : customers) {
        if (last == nullptr || last->x != one.of.x || last->T != one.of.T) {
            if_alive = expected_if_alive(model, one.of, t);
        }
        last = &one.of;
        sum += one.customers * chance_alive(model, one.of) * if_alive;
    }
    return sum;
}

/// Purchases in the next t that are lost if the customer has left, as far as that is likely: what winning back is
/// about.
template <purchase_model Model>
double purchases_at_stake(const Model& model, const purchase_history& of, double t) {
    return (1.0 - chance_alive(model, of)) * expected_if_alive(model, of, t);
}

/// Repeat purchases expected of a new customer in the first t.
template <purchase_model Model>
double expected_repeats(const Model& model, double t) {
    return expected_purchases(model, {0.0, 0.0, 0.0}, t);
}

/// The chance that the customer buys nothing in the next t: the likelihood of still having bought nothing new by T + t,
/// given that at T. Unlike the chance to be alive it can be checked.
template <purchase_model Model>
double chance_of_no_purchase(const Model& model, const purchase_history& of, double t) {
    detail::require_ahead(t);
    // Where both are nearly alike, their rounding alone may tell them apart.
    return std::fmin(1.0, std::exp(log_likelihood(model, {of.x, of.t_x, of.T + t}) - log_likelihood(model, of)));
}

}  // namespace cxm
