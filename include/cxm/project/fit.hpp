#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include <cxm/project/curvature.hpp>
#include <cxm/project/optimise.hpp>

/// Fitting a model by maximum likelihood, and saying what the fit is worth.
///
/// A model is an aggregate with the number of its parameters as `size`, and `from_logs`, which makes it from their
/// logarithms: those are what is searched, and what limits are symmetric in.
namespace cxm {

/// What became of a fit. A model comes with the first three only, limits with the first alone.
enum class fit_standing : std::uint8_t {
    sound,
    flat,      ///< other parameters, far away, fit as well: predictions near the data stand, the parameters do not
    at_bound,  ///< a parameter runs to 0 or to infinity: the model says for which simpler one it stands
    unsettled,
    too_few_ages,
    no_losses,
    no_repeats,
};

/// A sentence for a result, without its full stop; empty where the fit is sound.
constexpr std::string_view reason(fit_standing s) {
    constexpr std::string_view reasons[] = {"",
                                            "the data do not tell the model's parameters apart",
                                            "a parameter of the model runs to the end of its range",
                                            "the search for the most likely parameters did not settle",
                                            "the curve needs renewals at more ages",
                                            "nobody was lost",
                                            "nobody bought on a second day"};
    return reasons[static_cast<int>(s)];
}

/// A model with the most likely parameters, or the reason why there is none.
template <class Model>
struct fitted {
    static constexpr std::size_t size = Model::size;

    fit_standing standing;
    std::optional<Model> model;
    double log_likelihood = 0.0;               ///< of the model; 0 without one
    std::optional<square<size>> covariance{};  ///< of the parameters' logarithms, from the observed information
    point<size> logs{};                        ///< of the parameters
    std::optional<std::size_t> bound{};        ///< the parameter that is at_bound: its place in Model::names

    /// The standard error of a parameter's logarithm.
    std::optional<double> error(std::size_t parameter) const {
        return covariance ? std::optional(std::sqrt((*covariance)[parameter][parameter])) : std::nullopt;
    }
};

namespace detail {

inline constexpr double most_error = 3.0;  ///< of a logarithm: limits of e^-6 to e^6 say nothing

/// Judges the end of a search for the least `loss`, which is minus the log-likelihood less `constant`.
template <class Model, class Loss>
fitted<Model> judged(const Loss& loss, const minimum<Model::size>& end, const point<Model::size>& shift,
                     double constant) {
    fitted<Model> fit{fit_standing::unsettled, std::nullopt, 0.0, std::nullopt, end.at, parameter_at_bound(end.at)};
    if (!std::isfinite(end.value) || (!end.settled && !fit.bound)) {
        return fit;
    }
    for (std::size_t i = 0; i < Model::size; ++i) {
        fit.logs[i] += shift[i];
    }
    fit.model = Model::from_logs(fit.logs);
    fit.log_likelihood = constant - end.value;
    fit.standing = fit.bound ? fit_standing::at_bound : fit_standing::flat;
    const auto covariance = fit.bound ? std::nullopt : inverse(curvature(loss, end.at));
    if (!covariance) {
        return fit;
    }
    for (std::size_t i = 0; i < Model::size; ++i) {
        if (!(std::sqrt((*covariance)[i][i]) <= most_error)) {
            return fit;
        }
    }
    fit.standing = fit_standing::sound;
    fit.covariance = covariance;
    return fit;
}

/// Searches the least loss over the logarithms of a model's parameters; `shift` undoes a change of units in them.
template <class Model, class Loss>
fitted<Model> fit_by_search(const Loss& loss, std::span<const point<Model::size>> starts,
                            const point<Model::size>& shift = {}, double constant = 0.0) {
    return judged<Model>(loss, minimise<Model::size>(loss, starts), shift, constant);
}

/// Of so many different rows on, a fit begins where that to a sample of them ended.
inline constexpr std::size_t many_rows = 200'000;
inline constexpr double sampled_customers = 50'000.0;

/// Goes on from a fit to a sample, where that is sound and so is what it leads to; absent where either is not, and the
/// search has to begin anew.
template <class Model, class Loss>
std::optional<fitted<Model>> fit_from_sample(const fitted<Model>& sample, const Loss& loss,
                                             const point<Model::size>& shift = {}, double constant = 0.0) {
    if (sample.standing != fit_standing::sound) {
        return std::nullopt;
    }
    point<Model::size> start = sample.logs;
    for (std::size_t i = 0; i < Model::size; ++i) {
        start[i] -= shift[i];
    }
    const fitted<Model> fit = judged<Model>(loss, minimise_near<Model::size>(loss, start), shift, constant);
    return fit.standing == fit_standing::sound ? std::optional(fit) : std::nullopt;
}

}  // namespace detail

}  // namespace cxm
