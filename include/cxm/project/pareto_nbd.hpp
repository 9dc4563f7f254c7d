#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include <cxm/project/fit.hpp>
#include <cxm/project/histories.hpp>
#include <cxm/project/pareto_likelihood.hpp>
#include <cxm/project/pareto_sum.hpp>
#include <cxm/special/quadrature.hpp>

namespace cxm {

namespace detail {

inline std::pair<double, double> checked_parts(const pareto_nbd& m, const purchase_history& of) {
    require_parameters({m.r, m.alpha, m.s, m.beta});
    require_history(of);
    return log_parts(m, of);
}

}  // namespace detail

/// Of one history. As all functions of a model it throws std::invalid_argument for parameters and a history that cannot
/// be.
inline double log_likelihood(const pareto_nbd& model, const purchase_history& of) {
    const auto [end, more] = detail::checked_parts(model, of);
    return detail::log_likelihood_of(model, of.x) + end + more;
}

/// The chance that the customer has not left.
inline double chance_alive(const pareto_nbd& model, const purchase_history& of) {
    return std::exp(-detail::checked_parts(model, of).second);
}

/// Purchases expected in the next t of a customer who has not left.
inline double expected_if_alive(const pareto_nbd& model, const purchase_history& of, double t) {
    detail::require_parameters({model.r, model.alpha, model.s, model.beta});
    detail::require_history(of);
    detail::require_ahead(t);
    const double longer = std::log1p(t / (model.beta + of.T));
    const double e = model.s - 1.0;
    const double stay = e == 0.0 ? longer : -std::expm1(-e * longer) / e;
    return (model.r + of.x) * (model.beta + of.T) / (model.alpha + of.T) * stay;
}

/// The chances of 0, 1, …, `most` repeat purchases of a new customer in the first t, by quadrature over the time of
/// leaving.
inline std::vector<double> purchase_chances(const pareto_nbd& model, double t, std::size_t most) {
    detail::require_parameters({model.r, model.alpha, model.s, model.beta});
    detail::require_ahead(t);
    std::vector<double> chances(most + 1, 0.0);
    const auto add_stays_of = [&](double time, double weight) {
        double bought = weight * std::exp(-model.r * std::log1p(time / model.alpha));
        for (std::size_t i = 0; i <= most; ++i) {
            chances[i] += bought;
            const auto n = static_cast<double>(i);
            bought *= (model.r + n) / (n + 1.0) * time / (model.alpha + time);
        }
    };
    add_stays_of(t, std::exp(-model.s * std::log1p(t / model.beta)));
    // In the logarithm of the time plus the smaller of alpha and beta the integrand is smooth for any of their sizes.
    static const legendre_rule<48> rule;
    const double least = std::min(model.alpha, model.beta);
    rule.over(0.0, std::log1p(t / least), [&](double at, double weight) {
        const double time = least * std::expm1(at);
        const double leaving = model.s / (model.beta + time) * std::exp(-model.s * std::log1p(time / model.beta));
        add_stays_of(time, weight * leaving * (least + time));
    });
    return chances;
}

/// The most likely model. Without any repeat purchase there is none. The likelihood hardly tells s and beta apart. A
/// parameter beyond e^10 (`at_bound`) says that customers do not differ: r and alpha that they all buy alike, s and
/// beta that they all leave alike.
inline fitted<pareto_nbd> fit_pareto_nbd(std::span<const counted_history> histories) {
    const detail::history_table table(histories);
    if (!(table.repeats() > 0.0)) {
        return {fit_standing::no_repeats, std::nullopt};
    }
    constexpr std::array<point<4>, 2> starts{{{0.0, 0.0, 0.0, 0.0}, {1.0, 1.0, 1.0, 1.0}}};
    const double unit = std::log(table.scale());
    detail::pareto_sum sum(table);
    const auto loss = [&](const point<4>& logs) { return -sum(pareto_nbd::from_logs(logs)); };
    const point<4> shift{0.0, -unit, 0.0, -unit};
    if (histories.size() > detail::many_rows) {
        const auto sample = fit_pareto_nbd(sample_of(histories, detail::sampled_customers));
        if (const auto fit = detail::fit_from_sample(sample, loss, shift, table.repeats() * unit)) {
            return *fit;
        }
    }
    return detail::fit_by_search<pareto_nbd>(loss, starts, shift, table.repeats() * unit);
}

}  // namespace cxm
