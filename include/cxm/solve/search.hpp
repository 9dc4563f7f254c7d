#pragma once

#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <cxm/legal.hpp>
#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>
#include <cxm/target.hpp>

namespace cxm {

/// The answer to "what would this input have to be for the metric to meet the target?"
struct solution {
    bool reached;      ///< false: unreachable; the rest is then the best that was found
    double input;      ///< what the input has to be
    double change;     ///< from what it is; not_given where it was not given
    outcome comes_to;  ///< the metric at exactly this input
    bool endless;      ///< not reached, and still getting better at the largest number tried
};

/// How finely an input is varied, in steps per 1: counts and sums of answers whole, money in cents, the rest in 0.0001.
constexpr double steps_per_one(unit u) {
    return u == unit::money ? 100.0 : u == unit::number || u == unit::ratio ? 10000.0 : 1.0;
}

namespace detail {

/// Varies one input along whole numbers of steps and remembers the best that it saw.
class input_search {
public:
    input_search(const metric& m, std::span<const double> inputs, std::size_t vary, double target)
        : of_(m),
          inputs_(inputs.begin(), inputs.end()),
          vary_(vary),
          target_(target),
          per_one_(steps_per_one(m.value.inputs()[vary]->of)) {}

    double per_one() const { return per_one_; }
    bool is_legal(double steps) { return is_legal_input(steps / per_one_); }
    bool is_enough(double steps) { return is_enough_input(steps / per_one_); }

    bool is_legal_input(double input) {
        inputs_[vary_] = input;
        return are_legal(of_, inputs_);
    }

    bool is_enough_input(double input) {
        if (!is_legal_input(input)) {
            return false;
        }
        const outcome now = evaluate(of_.value, inputs_);
        if (!best_ || (now.ok() && (!best_->comes_to.ok() || is_better(now.value, best_->comes_to.value)))) {
            best_ = {false, input, not_given, now, false};
        }
        return now.ok() && nearly_reaches(now.value, target_, of_.better);
    }

    /// The nearest number of steps from `start` (itself not enough) towards `sign` that is enough, if one is.
    std::optional<double> nearest(double start, double sign) {
        double short_of = start;
        for (double stride = 1.0; std::fabs(start) + stride <= furthest; stride *= 2.0) {
            double at = start + sign * stride;
            const bool ends = !is_legal(at);
            if (ends) {
                at = edge(short_of, at, [&](double steps) { return !is_legal(steps); }) - sign;
            }
            if (is_enough(at) && at != start) {
                return edge(short_of, at, [&](double steps) { return is_enough(steps); });
            }
            if (ends) {
                return std::nullopt;
            }
            short_of = at;
        }
        endless_ = endless_ || (best_ && best_->input == short_of / per_one_);
        return std::nullopt;
    }

    /// The smallest legal number of steps from 0 up (or from the measure's least) where the input is not given.
    std::optional<double> first_legal() {
        const double lowest = least(*of_.value.inputs()[vary_]);
        const double start = std::isfinite(lowest) ? std::ceil(lowest * per_one_) : 0.0;
        if (is_legal(start)) {
            return start;
        }
        for (double stride = 1.0; stride <= furthest; stride *= 2.0) {
            if (is_legal(start + stride)) {
                return edge(start, start + stride, [&](double steps) { return is_legal(steps); });
            }
        }
        return std::nullopt;
    }

    solution reached_at(double input) {
        inputs_[vary_] = input;
        return {true, input, not_given, evaluate(of_.value, inputs_), false};
    }

    solution best() const {
        solution made = best_.value_or(solution{false, not_given, not_given, {}, false});
        made.endless = endless_;
        return made;
    }

private:
    static constexpr double furthest = 1e15;  // steps: beyond, doubles cannot tell neighbours apart in a quotient

    const metric& of_;
    std::vector<double> inputs_;
    std::size_t vary_;
    double target_;
    double per_one_;
    std::optional<solution> best_;
    bool endless_ = false;

    bool is_better(double one, double other) const { return of_.better == good::higher ? one > other : one < other; }

    /// The first whole number after `no` at which `holds`, on the way to `yes`.
    template <typename Condition>
    static double edge(double no, double yes, const Condition& holds) {
        while (std::fabs(yes - no) > 1.0) {
            const double middle = std::trunc(0.5 * (no + yes));
            (holds(middle) ? yes : no) = middle;
        }
        return yes;
    }
};

}  // namespace detail

}  // namespace cxm
