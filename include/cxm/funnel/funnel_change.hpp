#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include <cxm/compare/difference.hpp>
#include <cxm/special/quadrature.hpp>

namespace cxm {

/// One step, from the second on, of the same funnel twice.
struct step_change {
    std::optional<double> before;  ///< share of those at the step before; absent where nobody was there
    std::optional<double> after;
    std::optional<interval> limits;  ///< of after - before, Miettinen and Nurminen's; absent where a share is
    double effect = 0;               ///< what it did to the share of all steps; the effects add up to its change
    interval effect_limits = {};     ///< by the delta method, where both funnels are of many people
};

/// How the share of those who take all steps changed, and by which of them.
struct funnel_change {
    double before = 0;
    double after = 0;
    double change = 0;
    interval limits = {};            ///< of the change, Miettinen and Nurminen's
    std::vector<step_change> steps;  ///< from the second on

    /// The step that moved the whole most, in the direction that the whole went, by its place in `steps`; nothing where
    /// the whole is as it was.
    std::optional<std::size_t> mover() const {
        std::optional<std::size_t> most;
        for (std::size_t i = 0; i < steps.size(); ++i) {
            const double towards = change < 0 ? -steps[i].effect : steps[i].effect;
            const double best = most ? std::fabs(steps[*most].effect) : 0;
            most = change != 0 && towards > best ? std::optional(i) : most;
        }
        return most;
    }
};

namespace detail {

/// A whole that is the product of shares, before and after. Each share moves from the one to the other at the same
/// pace, and what the whole gains on the way is due to it: Aumann and Shapley's division, which for a product is
/// Shapley's, the mean over all orders in which the shares could have changed.
class product_path {
public:
    product_path(std::span<const double> before, std::span<const double> after) : before_(before), after_(after) {}

    /// The integral over the way, t from 0 to 1, of weight(t) times the product of all shares but two, which may be
    /// one.
    template <class Weight>
    double without(std::size_t one, std::size_t other, Weight weight) const {
        double sum = 0;
        rule().over(0.0, 1.0, [&](double t, double part) {
            double product = part * weight(t);
            for (std::size_t i = 0; i < before_.size(); ++i) {
                product *= i == one || i == other ? 1.0 : before_[i] + t * (after_[i] - before_[i]);
            }
            sum += product;
        });
        return sum;
    }

    double gap(std::size_t i) const { return after_[i] - before_[i]; }

private:
    std::span<const double> before_;
    std::span<const double> after_;

    /// Exact for the 31 shares of 32 steps.
    static const legendre_rule<20>& rule() {
        static const legendre_rule<20> made;
        return made;
    }
};

/// The variance of a share, with a success and a failure added, so that one of 0 or 1 has some.
inline double share_variance(double x, double n) {
    const double share = (x + 1.0) / (n + 2.0);
    return share * (1.0 - share) / (n + 2.0);
}

/// What step_change knows of the shares, with their variances.
struct changing_shares {
    std::vector<double> before;
    std::vector<double> after;
    std::vector<double> variance_before;
    std::vector<double> variance_after;

    step_change add(proportion a, proportion b, double level) {
        step_change step;
        step.before = a.n > 0 ? std::optional(a.x / a.n) : std::nullopt;
        step.after = b.n > 0 ? std::optional(b.x / b.n) : std::nullopt;
        if (step.before && step.after) {
            step.limits = miettinen_nurminen(a, b, level);
        }
        before.push_back(step.before.value_or(step.after.value_or(0)));
        after.push_back(step.after.value_or(before.back()));
        variance_before.push_back(step.before ? share_variance(a.x, a.n) : 0);
        variance_after.push_back(step.after ? share_variance(b.x, b.n) : 0);
        return step;
    }

    /// What the i-th did to the product of all, and by the delta method how far off that may be.
    void divide(std::size_t i, double level, step_change& into) const {
        const product_path way(before, after);
        const double slope = way.without(i, i, [](double) { return 1.0; });
        into.effect = way.gap(i) * slope;
        double variance = slope * slope * (variance_before[i] + variance_after[i]);
        for (std::size_t j = 0; j < before.size(); ++j) {
            if (j != i) {
                const double by_before = way.gap(i) * way.without(i, j, [](double t) { return 1.0 - t; });
                const double by_after = way.gap(i) * way.without(i, j, [](double t) { return t; });
                variance += by_before * by_before * variance_before[j] + by_after * by_after * variance_after[j];
            }
        }
        const double reach = normal_critical(level) * std::sqrt(variance);
        into.effect_limits = {std::max(-1.0, into.effect - reach), std::min(1.0, into.effect + reach), level, "delta"};
    }
};

}  // namespace detail

/// Compares a funnel with itself: how many reached each step, before and after, at least two steps. A share that nobody
/// could have on one side, as none reached the step before, is taken to be as on the other.
///
/// Throws std::invalid_argument where the two have not as many steps, numbers rise from step to step, or nobody
/// entered.
inline funnel_change compare_funnels(std::span<const std::uint64_t> before, std::span<const std::uint64_t> after,
                                     double level = 0.95) {
    detail::require(before.size() == after.size() && before.size() >= 2,
                    "both funnels need the same steps, two or more");
    detail::require(before.front() > 0 && after.front() > 0, "nobody entered one of the funnels");
    detail::require(std::is_sorted(before.rbegin(), before.rend()) && std::is_sorted(after.rbegin(), after.rend()),
                    "no step is reached by more people than the one before it");
    const auto of = [](std::span<const std::uint64_t> reached, std::size_t i, std::size_t from) {
        return proportion{static_cast<double>(reached[i]), static_cast<double>(reached[from])};
    };
    const std::size_t last = before.size() - 1;
    funnel_change made;
    const proportion whole_before = of(before, last, 0);
    const proportion whole_after = of(after, last, 0);
    made.before = whole_before.x / whole_before.n;
    made.after = whole_after.x / whole_after.n;
    made.change = detail::share_gap(whole_before, whole_after);
    made.limits = miettinen_nurminen(whole_before, whole_after, level);
    detail::changing_shares changing;
    for (std::size_t i = 1; i <= last; ++i) {
        made.steps.push_back(changing.add(of(before, i, i - 1), of(after, i, i - 1), level));
    }
    for (std::size_t i = 0; i < last; ++i) {
        changing.divide(i, level, made.steps[i]);
    }
    return made;
}

}  // namespace cxm
