#pragma once

#include <concepts>
#include <cstddef>
#include <vector>

#include <cxm/project/beta_geometric.hpp>
#include <cxm/project/histories.hpp>
#include <cxm/project/parameters.hpp>

namespace cxm {

/// bgnbd and mbgnbd.
template <class Model>
concept beta_geometric_model = requires(const Model& model) {
    { model.shape() } -> std::same_as<detail::beta_geometric>;
};

namespace detail {

template <beta_geometric_model Model>
beta_geometric checked_shape(const Model& model) {
    require_parameters({model.r, model.alpha, model.a, model.b});
    return model.shape();
}

}  // namespace detail

/// Of one history. As all functions of a model it throws std::invalid_argument for parameters and a history that cannot
/// be.
template <beta_geometric_model Model>
double log_likelihood(const Model& model, const purchase_history& of) {
    detail::require_history(of);
    return detail::checked_shape(model).log_likelihood(of);
}

/// The chance that the customer has not left.
template <beta_geometric_model Model>
double chance_alive(const Model& model, const purchase_history& of) {
    detail::require_history(of);
    return detail::checked_shape(model).chance_alive(of);
}

/// Purchases expected in the next t of a customer who has not left; t up to some 10^5 times alpha + T.
template <beta_geometric_model Model>
double expected_if_alive(const Model& model, const purchase_history& of, double t) {
    detail::require_history(of);
    detail::require_ahead(t);
    return detail::checked_shape(model).expected_if_alive(of, t);
}

/// The chances of 0, 1, …, `most` repeat purchases of a new customer in the first t.
template <beta_geometric_model Model>
std::vector<double> purchase_chances(const Model& model, double t, std::size_t most) {
    detail::require_ahead(t);
    return detail::checked_shape(model).purchase_chances(t, most);
}

}  // namespace cxm
