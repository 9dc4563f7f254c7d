#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include <cxm/compare/difference.hpp>
#include <cxm/compare/rates.hpp>
#include <cxm/metric.hpp>
#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/metrics/service.hpp>

namespace cxm {

inline constexpr measure tickets_before{
    .key = "tickets_before",
    .meaning = "Requests to support in a period before, as long as this one.",
    .of = unit::things,
    .also_called = "contacts_before, cases_before",
};
inline constexpr measure customers_before{"customers_before", "Customers on the first day of the period before.",
                                          unit::people, over_time::opening};
inline constexpr measure ticket_value{
    .key = "ticket_value",
    .meaning = "Assumed cost of one request to support that is not made.",
    .of = unit::money,
    .joins = over_time::fixed,
    .least = 0,
    .also_called = "cost_per_contact, cost_per_ticket, contact_cost",
};
inline constexpr measure experience_lost{
    .key = "experience_lost",
    .meaning = "Customers who had the experience and left.",
    .of = unit::people,
    .within = &experience_customers,
};
inline constexpr measure reference_lost{
    .key = "reference_lost",
    .meaning = "Customers of the reference who left.",
    .of = unit::people,
    .within = &reference_customers,
};
inline constexpr measure referred_asked{
    "referred_asked", "Referred customers who said whether they would have come without the referral.", unit::people};
inline constexpr measure referred_anyway{
    .key = "referred_anyway",
    .meaning = "Of them, those who would have come anyway.",
    .of = unit::people,
    .within = &referred_asked,
};
inline constexpr measure referred_value{
    .key = "referred_value",
    .meaning = "Assumed lifetime value of one referred customer.",
    .of = unit::money,
    .joins = over_time::fixed,
    .least = 0,
    .also_called = "referred_clv, clv_referred",
};
inline constexpr measure cac_saved{"cac_saved", "Assumed cost of winning one customer that a referral spares.",
                                   unit::money, over_time::fixed, 0};
inline constexpr measure referral_reward{
    "referral_reward", "Assumed reward for one referral, to the customer who referred and to the one referred.",
    unit::money, over_time::fixed, 0};

namespace detail {

/// An interval times what one is worth, of 0 or more.
inline interval scaled(const interval& of, double by) { return {of.low * by, of.high * by, of.level, of.method}; }

}  // namespace detail

/// Limits of each from its inputs in the formula's order: those of the counts, times what one is worth, which is taken
/// as known. None where a group is empty.
inline std::optional<interval> support_saved_limits(const metric&, std::span<const double> inputs, double level);
inline std::optional<interval> churn_avoided_limits(const metric&, std::span<const double> inputs, double level);
inline std::optional<interval> referral_value_limits(const metric&, std::span<const double> inputs, double level);

inline constexpr metric support_saved{
    .key = "support_saved",
    .title = "Support saved",
    .meaning = "Cost of the requests to support that customers no longer make, against a period before.",
    .value = (tickets_before / customers_before - contact_rate) * customers_start * ticket_value,
    .shown = as::money,
    .better = good::higher,
    .guide = "Fewer requests per customer, times today's customers: growth of the base is no loss. Below 0 they ask "
             "more than before.",
    .pitfalls =
        "Before against after shows no cause: season, price and product changed as well. The cost is avoided, and becomes "
        "cash only once fewer people answer. ticket_value is what one request less spares, which is below the mean cost.",
    .rivals = "The fall of support_cost counts what was paid, and mixes fewer requests with fewer or cheaper people.",
    .source =
        "Cost avoidance, common in service management; Poisson limits of both rates after Garwood (1936), squared "
        "and added (Zou & Donner 2008).",
    .example = {{4200, 12000, 3900, 13000, 6.5}, 4225},
    .limits = support_saved_limits,
};

inline std::optional<interval> support_saved_limits(const metric& of, std::span<const double> inputs, double level) {
    const auto given = [&](const measure& m) { return inputs[position(of.value, m)]; };
    if (!evaluate(of.value, inputs)) {
        return std::nullopt;
    }
    const double worth = given(customers_start) * given(ticket_value);
    const event_rate now{given(tickets), given(customers_start)};
    const event_rate then{given(tickets_before), given(customers_before)};
    return detail::scaled(*rate_difference(now, then, level).limits, worth);
}

inline constexpr metric churn_avoided{
    .key = "churn_avoided",
    .title = "Churn avoided",
    .meaning = "Worth of the customers who stayed though at the reference group's churn they would have left.",
    .value = (reference_lost / reference_customers - experience_lost / experience_customers) * experience_customers *
             stay_value,
    .shown = as::money,
    .better = good::higher,
    .guide = "Set it against what the experience cost: cxm roi --gain churn_avoided=VALUE:LOW..HIGH takes it with its "
             "limits.",
    .pitfalls = "Holds only if the reference would have left alike, which a lot sees to. stay_value is margin still to "
                "come, of one who stays, not revenue. Never add it to rox_like or rox: they count the same customers.",
    .rivals = "rox_like is the same worth relative to the cost, from those who stayed. Last year's churn in place of a "
              "reference credits the experience with all else that changed.",
    .source = "Incremental value over a control group; limits of the difference by Miettinen & Nurminen (1985).",
    .example = {{230, 4000, 180, 4200, 140}, 8610},
    .limits = churn_avoided_limits,
};

inline std::optional<interval> churn_avoided_limits(const metric& of, std::span<const double> inputs, double level) {
    const auto given = [&](const measure& m) { return inputs[position(of.value, m)]; };
    if (!evaluate(of.value, inputs)) {
        return std::nullopt;
    }
    const proportion reference{given(reference_lost), given(reference_customers)};
    const proportion exposed{given(experience_lost), given(experience_customers)};
    return detail::scaled(miettinen_nurminen(exposed, reference, level),
                          given(experience_customers) * given(stay_value));
}

inline constexpr metric referral_value{
    .key = "referral_value",
    .title = "Referral value",
    .meaning =
        "Worth of the customers who came by referral: lifetime value of those who would not have come otherwise, "
        "cost of winning them saved, less the reward.",
    .value =
        customers_referred * ((1 - referred_anyway / referred_asked) * referred_value + cac_saved - referral_reward),
    .shown = as::money,
    .better = good::higher,
    .guide = "Divided by customers_referred it is what one referral brings. Who would have come anyway is known by "
             "asking: a sample is enough.",
    .pitfalls =
        "Without the question every referred customer would count as won by it. Referred customers tend to stay "
        "longer: use their own lifetime value, not that of all. A value with a horizon is that of the horizon.",
    .rivals = "referral is the share of new customers who were referred, without a price.",
    .source = "Kumar, Petersen & Leone (2010), J. Marketing 74(5):1; Schmitt, Skiera & Van den Bulte (2011), J. "
              "Marketing 75(1):46; Wilson's limits of the share that would have come anyway.",
    .example = {{120, 18, 60, 400, 55, 20}, 37800},
    .limits = referral_value_limits,
};

inline std::optional<interval> referral_value_limits(const metric& of, std::span<const double> inputs, double level) {
    if (!evaluate(of.value, inputs)) {
        return std::nullopt;
    }
    const std::size_t anyway = position(of.value, referred_anyway);
    const double asked = inputs[position(of.value, referred_asked)];
    const interval share = wilson(inputs[anyway], asked, level);
    std::array<double, formula::most_inputs> at_limit{};
    std::copy(inputs.begin(), inputs.end(), at_limit.begin());
    const auto worth = [&](double of_share) {
        at_limit[anyway] = of_share * asked;
        return evaluate(of.value, at_limit).value;
    };
    return interval{worth(share.high), worth(share.low), level, share.method};
}

inline constexpr const metric* savings_metrics[] = {&support_saved, &churn_avoided, &referral_value};

}  // namespace cxm
