#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <span>

#include <cxm/estimate/options.hpp>
#include <cxm/estimate/side.hpp>
#include <cxm/inference.hpp>
#include <cxm/interval.hpp>
#include <cxm/metric.hpp>

namespace cxm {

/// A metric's value with its uncertainty.
struct estimate {
    outcome comes_to;
    std::optional<interval> limits;
    double n =
        not_given;  ///< what the interval rests on: people, answers, exposure; not_given where nothing is counted
};

/// Estimates one metric again and again: takes its formula apart once.
class estimator {
public:
    /// The metric must outlive the estimator; an illegal level throws std::invalid_argument.
    explicit estimator(const metric& m, const interval_options& options = {}) : estimator(m, options, split(m.value)) {}

    /// Value, interval and n; `inputs` as `inputs_of` orders them, not_given where missing.
    ///
    /// Inputs must be reconciled (see reconcile.hpp): a numerator above its denominator throws std::invalid_argument.
    estimate operator()(std::span<const double> inputs) const {
        estimate made;
        add_to(made, inputs);
        return made;
    }

    /// The same into an estimate that is as it was made, for tables of many: in place, without copies.
    void add_to(estimate& made, std::span<const double> inputs) const {
        if (by_ == inference::own) {
            made.comes_to = evaluate(of_->value, inputs);
            if (made.comes_to.ok() && options_.intervals) {
                made.limits = of_->limits(inputs, options_.level);
            }
            return;
        }
        const outcome top = top_(inputs);
        const outcome bottom = bottom_(inputs);
        const double value = top.value / bottom.value;
        // The whole formula decides what is undefined and why; apart from that a fraction is cheaper from its sides.
        if (top.ok() && bottom.ok() && bottom.value > 0 && std::isfinite(value)) {
            made.comes_to.is = status::ok;
            made.comes_to.value = value + 0.0;
        } else {
            made.comes_to = evaluate(of_->value, inputs);
        }
        if (!made.comes_to.ok()) {
            return;
        }
        switch (by_) {
            case inference::net: add_net_limits(inputs, made); break;
            case inference::mean: add_score_limits(top.value, bottom.value, inputs, made); break;
            case inference::share:
            case inference::rate:
                made.n = bottom.value;
                if (options_.intervals) {
                    made.limits = by_ == inference::share ? share_limits(top.value, bottom.value)
                                                          : garwood(top.value, bottom.value, options_.level);
                }
                break;
            default: break;
        }
    }

private:
    const metric* of_;
    inference by_;
    interval_options options_;
    detail::side top_;
    detail::side bottom_;
    double z_;
    std::array<std::size_t, 3> net_{};

    estimator(const metric& m, const interval_options& options, const fraction& sides)
        : of_(&m),
          by_(inference_of(m)),
          options_(options),
          top_(sides.top),
          bottom_(sides.bottom),
          z_(normal_critical(options.level)) {
        for (std::size_t i = 0; by_ == inference::net && i < 3; ++i) {
            net_[i] = position(m.value, *m.net[i]);
        }
        if (options_.scale.highest <= options_.scale.lowest) {
            options_.scale = m.scale;
        }
    }

    interval share_limits(double x, double n) const {
        switch (options_.shares) {
            case share_interval::wilson_corrected: return wilson_corrected(x, n, options_.level);
            case share_interval::clopper_pearson: return clopper_pearson(x, n, options_.level);
            case share_interval::jeffreys: return jeffreys(x, n, options_.level);
            case share_interval::agresti_coull: return agresti_coull(x, n, options_.level);
            case share_interval::wald: return wald(x, n, options_.level);
            default: break;
        }
        const bounds ends = wilson_bounds(x, n, z_);
        return {ends.low, ends.high, options_.level, "wilson"};
    }

    interval net_limits(double in_favour, double neither, double against) const {
        switch (options_.nets) {
            case net_interval::score: return net_score(in_favour, neither, against, options_.level);
            case net_interval::wald: return net_wald(in_favour, neither, against, options_.level);
            default: break;
        }
        const bounds ends = net_adjusted_wald_bounds(in_favour, neither, against, z_);
        return {ends.low, ends.high, options_.level, "adjusted-wald"};
    }

    void add_net_limits(std::span<const double> inputs, estimate& to) const {
        const double in_favour = inputs[net_[0]];
        const double neither = inputs[net_[1]];
        const double against = inputs[net_[2]];
        to.n = in_favour + neither + against;
        if (!options_.intervals) {
            return;
        }
        to.limits = net_limits(in_favour, neither, against);
        to.limits->low *= net_scale(*of_);
        to.limits->high *= net_scale(*of_);
    }

    /// A mean outside the usual scale shows that another scale was used: then there is nothing to clip to.
    void add_score_limits(double sum, double n, std::span<const double> inputs, estimate& to) const {
        to.n = n;
        const double squares = of_->squares != nullptr ? inputs[of_->value.inputs().size()] : not_given;
        if (!options_.intervals || is_missing(squares)) {
            return;
        }
        to.limits = mean_interval(sum, squares, n, options_.level);
        const answer_scale scale = options_.scale;
        if (to.limits && is_on(scale, to.comes_to.value)) {
            to.limits->low = std::fmax(to.limits->low, scale.lowest);
            to.limits->high = std::fmin(to.limits->high, scale.highest);
        }
    }
};

}  // namespace cxm
