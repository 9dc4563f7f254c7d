#pragma once

#include <cmath>
#include <cstddef>
#include <optional>

#include <cxm/interval/basis.hpp>
#include <cxm/project/fit.hpp>
#include <cxm/special/normal.hpp>

namespace cxm {

namespace detail {

/// The standard error of a quantity of the model by the delta method; absent without a covariance.
template <class Model, class Quantity>
std::optional<double> delta_error(const fitted<Model>& fit, const Quantity& of) {
    if (!fit.covariance) {
        return std::nullopt;
    }
    constexpr double h = 1e-4;
    point<Model::size> slopes{};
    for (std::size_t i = 0; i < Model::size; ++i) {
        point<Model::size> up = fit.logs;
        point<Model::size> down = fit.logs;
        up[i] += h;
        down[i] -= h;
        slopes[i] = (of(Model::from_logs(up)) - of(Model::from_logs(down))) / (2.0 * h);
    }
    double variance = 0.0;
    for (std::size_t i = 0; i < Model::size; ++i) {
        for (std::size_t j = 0; j < Model::size; ++j) {
            variance += slopes[i] * (*fit.covariance)[i][j] * slopes[j];
        }
    }
    return variance >= 0.0 && std::isfinite(variance) ? std::optional(std::sqrt(variance)) : std::nullopt;
}

}  // namespace detail

/// "delta-log": limits of a quantity above 0 that the model gives, symmetric in its logarithm; absent unless the fit is
/// sound. They cover the uncertainty of the parameters, not that the model may be wrong.
template <class Model, class Quantity>
std::optional<interval> log_limits(const fitted<Model>& fit, const Quantity& of, double level = 0.95) {
    const double z = normal_critical(level);
    const auto error = detail::delta_error(fit, [&](const Model& m) { return std::log(of(m)); });
    if (!error) {
        return std::nullopt;
    }
    const double value = of(*fit.model);
    return interval{value * std::exp(-z * *error), value * std::exp(z * *error), level, "delta-log"};
}

/// "delta-logit": the same for a share, symmetric in its log-odds.
template <class Model, class Quantity>
std::optional<interval> logit_limits(const fitted<Model>& fit, const Quantity& of, double level = 0.95) {
    const double z = normal_critical(level);
    const auto odds = [&](const Model& m) {
        const double share = of(m);
        return std::log(share) - std::log1p(-share);
    };
    const auto error = detail::delta_error(fit, odds);
    if (!error) {
        return std::nullopt;
    }
    const double middle = odds(*fit.model);
    const auto share = [](double log_odds) { return 1.0 / (1.0 + std::exp(-log_odds)); };
    return interval{share(middle - z * *error), share(middle + z * *error), level, "delta-logit"};
}

}  // namespace cxm
