#pragma once

#include <algorithm>
#include <cmath>
#include <optional>

#include <cxm/compare/difference.hpp>
#include <cxm/compare/result.hpp>
#include <cxm/interval.hpp>

/// What better experience saved or earned, in money. Counts have limits; costs and values of one are taken as known.
/// All throw std::invalid_argument for counts that cannot be, for money below 0 or not finite, and for a level outside
/// (0, 1).
namespace cxm {

/// A sum of money with its limits.
struct money_estimate {
    double value;
    interval limits;
};

namespace detail {

inline void require_money(double money) { require(money >= 0.0 && std::isfinite(money), "money is 0 or more"); }

/// An estimate times a factor of 0 or more.
inline money_estimate scaled(double value, const interval& limits, double by) {
    return {value * by, {limits.low * by, limits.high * by, limits.level, limits.method}};
}

}  // namespace detail

/// Contacts of a group of customers with support.
struct contacts {
    double number;
    double customers;
};

/// Contacts and their cost that customers no longer need; a cost avoided, which is cash only once staffing changes.
struct support_saved {
    double rate_before;  ///< contacts per customer
    double rate_after;
    interval limits_before;
    interval limits_after;
    double contacts;
    money_estimate saving;
};

/// Fewer contacts per customer, times the customers after; Garwood's limits squared and added. Before against after
/// shows no cause. Absent where there are no customers before or after.
inline std::optional<support_saved> support_saving(const contacts& before, const contacts& after,
                                                   double cost_per_contact, double level = 0.95) {
    detail::require_money(cost_per_contact);
    detail::require_level(level);
    if (before.customers == 0.0 || after.customers == 0.0) {
        return std::nullopt;
    }
    const interval old_limits = garwood(before.number, before.customers, level);
    const interval new_limits = garwood(after.number, after.customers, level);
    const double old_rate = before.number / before.customers;
    const double new_rate = after.number / after.customers;
    const bounds fewer = detail::squared_and_added(new_rate, {new_limits.low, new_limits.high}, old_rate,
                                                   {old_limits.low, old_limits.high});
    return support_saved{old_rate,
                         new_rate,
                         old_limits,
                         new_limits,
                         (old_rate - new_rate) * after.customers,
                         detail::scaled(old_rate - new_rate, {fewer.low, fewer.high, level, "mover"},
                                        after.customers * cost_per_contact)};
}

/// Customers who stayed though in the reference group they would have left.
struct churn_avoided {
    double customers;
    interval limits;
    money_estimate value;
};

/// The churn of a reference group less that of those exposed, times the exposed; Miettinen and Nurminen's limits.
/// `value_per_customer` is the margin still to come from one who stays. Absent where a group is empty. Never add it to
/// the part of ROX that counts who stayed.
inline std::optional<churn_avoided> avoided_churn(const proportion& reference, const proportion& exposed,
                                                  double value_per_customer, double level = 0.95) {
    detail::require_money(value_per_customer);
    detail::require_level(level);
    if (reference.n == 0.0 || exposed.n == 0.0) {
        return std::nullopt;
    }
    const interval limits = miettinen_nurminen(exposed, reference, level);
    const double gap = detail::share_gap(exposed, reference);
    const money_estimate kept = detail::scaled(gap, limits, exposed.n);
    return churn_avoided{kept.value, kept.limits, detail::scaled(kept.value, kept.limits, value_per_customer)};
}

/// What is known of customers who were referred; money each.
struct referrals {
    double customers;
    proportion anyway;  ///< who said, when asked, that they would have come without
    double clv;
    double cac_saved;
    double reward;
};

struct referral_worth {
    double anyway;  ///< the share that would have come without
    interval limits;
    money_estimate value;
};

/// n ((1 - q) CLV + CAC - reward), after Kumar, Petersen & Leone (2010, J. Marketing 74(5):1), with Wilson's limits of
/// the share q that would have come anyway. Absent where nobody was asked.
inline std::optional<referral_worth> referral_value(const referrals& of, double level = 0.95) {
    detail::require(of.customers >= 0.0 && std::isfinite(of.customers), "customers are counted from 0");
    detail::require_money(of.clv);
    detail::require_money(of.cac_saved);
    detail::require_money(of.reward);
    detail::require_level(level);
    if (of.anyway.n == 0.0) {
        return std::nullopt;
    }
    const interval anyway = wilson(of.anyway.x, of.anyway.n, level);
    const double share = of.anyway.x / of.anyway.n;
    const auto worth = [&](double q) { return of.customers * ((1.0 - q) * of.clv + of.cac_saved - of.reward); };
    return referral_worth{share, anyway, {worth(share), {worth(anyway.high), worth(anyway.low), level, "wilson"}}};
}

}  // namespace cxm
