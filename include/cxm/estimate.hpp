#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include <cxm/inference.hpp>
#include <cxm/interval.hpp>
#include <cxm/metric.hpp>

namespace cxm {

/// Which interval a share or a net share (NPS) gets; the first of each is the default.
enum class share_interval { wilson, wilson_corrected, clopper_pearson, jeffreys, agresti_coull, wald };
enum class net_interval { adjusted_wald, score, wald };

struct interval_options {
    double level = 0.95;
    share_interval shares = share_interval::wilson;
    net_interval nets = net_interval::adjusted_wald;
    answer_scale scale;     ///< of the answers behind scores; 0..0: the metric's own
    bool intervals = true;  ///< false where only the values are wanted: faster
};

/// A metric's value with its uncertainty.
struct estimate {
    outcome comes_to;
    std::optional<interval> limits;
    double n =
        not_given;  ///< what the interval rests on: people, answers, exposure; not_given where nothing is counted
};

/// The measures whose values `estimate_of` takes, in this order: the formula's, then the sum of squares of a score.
inline std::vector<const measure*> inputs_of(const metric& m) {
    const auto own = m.value.inputs();
    std::vector<const measure*> all(own.begin(), own.end());
    if (m.squares != nullptr) {
        all.push_back(m.squares);
    }
    return all;
}

namespace detail {

/// One side of a fraction, to be evaluated again and again: a lone measure needs no walk through steps.
class side {
public:
    explicit side(const formula& f) : of_(f) {
        const auto steps = f.steps();
        if (steps.size() == 1 && steps[0].does == operation::input) {
            lone_ = steps[0].at;
        }
    }

    outcome operator()(std::span<const double> inputs) const {
        if (lone_ && std::isfinite(inputs[*lone_])) {
            return {status::ok, inputs[*lone_] + 0.0, 0};
        }
        return evaluate(of_, inputs);
    }

private:
    formula of_;
    std::optional<std::size_t> lone_;
};

}  // namespace detail

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

/// Value, interval and n of a metric; see `estimator`.
inline estimate estimate_of(const metric& m, std::span<const double> inputs, const interval_options& options = {}) {
    return estimator(m, options)(inputs);
}

/// Why a value has no interval; empty where it should have one.
inline std::string_view why_no_interval(const metric& m, const estimate& made) {
    if (!made.comes_to.ok() || made.limits) {
        return {};
    }
    if (inference_of(m) == inference::mean) {
        return made.n < 2 ? "one answer has no spread" : "needs the sum of the squared answers, or answers that differ";
    }
    const auto inputs = m.value.inputs();
    if (std::all_of(inputs.begin(), inputs.end(), [](const measure* i) { return i->joins == over_time::fixed; })) {
        return "assumptions have no sampling error";
    }
    return inference_of(m) == inference::own ? "not defined for these inputs"
                                             : "sums alone do not say how much the single values differ";
}

}  // namespace cxm
