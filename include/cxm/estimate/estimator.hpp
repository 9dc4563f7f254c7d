#pragma once

#include <array>
#include <cmath>
#include <optional>
#include <span>
#include <vector>

#include <cxm/estimate/counted.hpp>
#include <cxm/estimate/methods.hpp>
#include <cxm/estimate/options.hpp>
#include <cxm/estimate/side.hpp>
#include <cxm/inference.hpp>
#include <cxm/interval.hpp>
#include <cxm/metric.hpp>
#include <cxm/readings.hpp>

namespace cxm {

/// A metric's value with its uncertainty.
struct estimate {
    outcome comes_to;
    std::optional<interval> limits;  ///< there may be some where the value is undefined: a lifetime that nobody ended
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
        if (of_->stand_ins.empty()) {
            add_to(made, inputs);
            return made;
        }
        std::vector<double> taken(inputs.begin(), inputs.end());
        take_stand_ins(*of_, taken);
        add_to(made, taken);
        return made;
    }

    /// The same into an estimate that is as it was made, for tables of many: in place, without copies, what stands in
    /// for others taken already.
    void add_to(estimate& made, std::span<const double> inputs) const {
        if (by_ == inference::own) {
            made.comes_to = evaluate(*of_, inputs);
            if (made.comes_to.is != status::missing && options_.intervals) {
                made.limits = of_->limits(*of_, inputs, options_.level);
            }
        } else if (of_->needs != nullptr && evaluate(*of_, inputs).is == status::missing) {
            made.comes_to = evaluate(*of_, inputs);
        } else {
            add_by_sides(made, inputs);
        }
        if (made.limits && made.comes_to.ok()) {
            const bounds ends = holding({made.limits->low, made.limits->high}, made.comes_to.value);
            made.limits->low = ends.low;
            made.limits->high = ends.high;
        }
    }

private:
    const metric* of_;
    inference by_;
    interval_options options_;
    detail::side top_;
    detail::side bottom_;
    double z_;
    bool weighted_;  ///< the answers may be
    bool rounds_;
    std::array<std::size_t, 3> net_{};

    estimator(const metric& m, const interval_options& options, const fraction& sides)
        : of_(&m),
          by_(inference_of(m)),
          options_(options),
          top_(sides.top),
          bottom_(sides.bottom),
          z_(normal_critical(options.level)),
          weighted_(weights_of(m) != nullptr),
          rounds_(rounds_counts(m)) {
        for (std::size_t i = 0; by_ == inference::net && i < 3; ++i) {
            net_[i] = position(m.value, *m.net[i]);
        }
        if (options_.scale.highest <= options_.scale.lowest) {
            options_.scale = m.scale;
        }
    }

    void add_by_sides(estimate& made, std::span<const double> inputs) const {
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
        if (!made.comes_to.ok() || by_ == inference::none || lacks_squares(*of_, inputs)) {
            return;
        }
        made.n = by_ == inference::net ? inputs[net_[0]] + inputs[net_[1]] + inputs[net_[2]] : bottom.value;
        const double kish = weighted_ ? worth_of_weights(*of_, inputs, made.n) : 1;
        made.n *= kish;
        if (!options_.intervals) {
            return;
        }
        const bool is_survey = by_ != inference::rate && !is_missing(options_.population);
        const double few = is_survey ? effective_n(made.n, options_.population) / made.n : 1;
        const double worth = few * kish;
        if (std::isinf(worth)) {
            made.limits = interval{made.comes_to.value, made.comes_to.value, options_.level, "census"};
            return;
        }
        switch (by_) {
            case inference::share:
                made.limits = rounds_ ? share_limits(std::round(top.value), std::round(bottom.value))
                                      : share_limits(worth * top.value, worth * bottom.value);
                break;
            case inference::rate: made.limits = garwood(top.value, bottom.value, options_.level); break;
            case inference::net: made.limits = net_limits(inputs, worth); break;
            default: made.limits = mean_limits(kish * top.value, kish * bottom.value, inputs, kish, few);
        }
    }

    interval share_limits(double x, double n) const {
        if (options_.shares != share_interval::wilson) {
            return limits_by(options_.shares, x, n, options_.level);
        }
        const bounds ends = wilson_bounds(x, n, z_);
        return {ends.low, ends.high, options_.level, "wilson"};
    }

    interval net_limits(std::span<const double> inputs, double worth) const {
        const double in_favour = worth * inputs[net_[0]];
        const double neither = worth * inputs[net_[1]];
        const double against = worth * inputs[net_[2]];
        const double scale = net_scale(*of_);
        if (options_.nets != net_interval::adjusted_wald) {
            const interval one = limits_by(options_.nets, in_favour, neither, against, options_.level);
            return {one.low * scale, one.high * scale, one.level, one.method};
        }
        const bounds ends = net_adjusted_wald_bounds(in_favour, neither, against, z_);
        return {ends.low * scale, ends.high * scale, options_.level, "adjusted-wald"};
    }

    /// A mean outside the usual scale shows that another scale was used: then there is nothing to clip to.
    std::optional<interval> mean_limits(double sum, double n, std::span<const double> inputs, double kish,
                                        double worth) const {
        const double squares = squares_of(*of_, inputs);
        if (is_missing(squares)) {
            return std::nullopt;
        }
        std::optional<interval> limits = mean_interval(sum, kish * squares, n, options_.level);
        if (limits && worth > 1) {
            const double reach = 0.5 * (limits->high - limits->low) / std::sqrt(worth);
            limits->low = sum / n - reach;
            limits->high = sum / n + reach;
        }
        if (limits && of_->shown != as::score && sum >= 0 && least(*of_->value.inputs()[0]) >= 0) {
            limits->low = std::fmax(limits->low, 0);
        }
        if (limits && options_.scale.highest > options_.scale.lowest && is_on(options_.scale, sum / n)) {
            limits->low = std::fmax(limits->low, options_.scale.lowest);
            limits->high = std::fmin(limits->high, options_.scale.highest);
        }
        return limits;
    }
};

}  // namespace cxm
