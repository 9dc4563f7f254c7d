#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include <cxm/interval/basis.hpp>
#include <cxm/project/bdw.hpp>
#include <cxm/project/fit.hpp>
#include <cxm/project/limits.hpp>
#include <cxm/project/sbg.hpp>

/// What a retention curve (sbg, bdw) says of customers with so many renewals behind them: risks, payments, value.
namespace cxm {

namespace detail {

/// The sum of the shares that make the next renewals, discounted to the first of them.
template <class Curve>
double discounted_renewals(const Curve& curve, double renewals, double discount) {
    double share = renewal_rate(curve, renewals + 1.0);
    double sum = share;
    // What is left of a sum whose terms shrink by the discount alone is at most share/discount.
    for (double age = renewals + 2.0; share > 1e-14 * discount * sum; ++age) {
        share *= renewal_rate(curve, age) / (1.0 + discount);
        sum += share;
    }
    return sum;
}

/// Without discount a sum has an end only for alpha > 1, and for an sbg a closed form.
inline std::optional<double> undiscounted_renewals(const sbg& curve, double renewals) {
    return curve.alpha > 1.0 ? std::optional((curve.beta + renewals) / (curve.alpha - 1.0)) : std::nullopt;
}
inline std::optional<double> undiscounted_renewals(const bdw&, double) { return std::nullopt; }

}  // namespace detail

/// DERL: the payments still to come from a customer with `renewals` behind, just before the next decision, each worth 1
/// and discounted (Fader & Hardie 2010, Marketing Science 29:85). Absent for a discount of 0 unless the curve is an sbg
/// with alpha > 1. Throws std::invalid_argument for a discount below 0, and for one so small that the sum has no end.
template <class Curve>
std::optional<double> residual_lifetime(const Curve& curve, double renewals, double discount) {
    detail::require_curve(curve, renewals);
    detail::require(discount == 0.0 || (discount >= 1e-6 && std::isfinite(discount)),
                    "a discount is 0 or at least one in a million");
    return discount == 0.0 ? detail::undiscounted_renewals(curve, renewals)
                           : std::optional(detail::discounted_renewals(curve, renewals, discount));
}

/// DEL: the payments of a new customer, the first included and certain; absent and throwing as `residual_lifetime`.
template <class Curve>
std::optional<double> expected_lifetime(const Curve& curve, double discount) {
    const std::optional<double> later = residual_lifetime(curve, 0.0, discount);
    return later ? std::optional(1.0 + *later / (1.0 + discount)) : std::nullopt;
}

/// The limits of the share left after `age` renewals; absent unless the fit is sound.
template <class Curve>
std::optional<interval> survival_limits(const fitted<Curve>& fit, double age, double level = 0.95) {
    return logit_limits(
        fit, [=](const Curve& curve) { return survival(curve, age); }, level);
}

/// The limits of `expected_lifetime`; absent unless the fit is sound and near curves have a lifetime too.
template <class Curve>
std::optional<interval> lifetime_limits(const fitted<Curve>& fit, double discount, double level = 0.95) {
    return log_limits(
        fit,
        [=](const Curve& curve) {
            return expected_lifetime(curve, discount).value_or(std::numeric_limits<double>::quiet_NaN());
        },
        level);
}

/// Customers with the same number of renewals behind them.
struct tenure_group {
    double renewals;
    double customers;
};

/// The chance that a customer with `renewals` behind leaves at the next decision.
template <class Curve>
double next_risk(const Curve& curve, double renewals) {
    return 1.0 - renewal_rate(curve, renewals + 1.0);
}

/// The customers expected to leave at their next decision.
template <class Curve>
double expected_losses(const Curve& curve, std::span<const tenure_group> base) {
    double sum = 0.0;
    for (const tenure_group& group : base) {
        sum += group.customers * next_risk(curve, group.renewals);
    }
    return sum;
}

/// What a base of customers is still worth at a margin per payment, just before their next decisions; absent and
/// throwing as `residual_lifetime`.
template <class Curve>
std::optional<double> base_value(const Curve& curve, std::span<const tenure_group> base, double margin,
                                 double discount) {
    double sum = 0.0;
    for (const tenure_group& group : base) {
        const std::optional<double> payments = residual_lifetime(curve, group.renewals, discount);
        if (!payments) {
            return std::nullopt;
        }
        sum += group.customers * *payments;
    }
    return margin * sum;
}

}  // namespace cxm
