#pragma once

#include <cxm/metric.hpp>
#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/customers.hpp>

namespace cxm {

inline constexpr measure support_cost{
    .key = "support_cost",
    .meaning = "Cost of customer support: people, tools, contractors.",
    .of = unit::money,
    .least = 0,
    .also_called = "support_costs, support_spend",
};
inline constexpr measure tickets{
    .key = "tickets",
    .meaning = "Requests to support that were opened in the period.",
    .of = unit::things,
    .also_called = "cases, support_tickets, tickets_opened",
};
inline constexpr measure tickets_resolved{
    .key = "tickets_resolved",
    .meaning = "Tickets of the period that have been resolved.",
    .of = unit::things,
    .also_called = "tickets_closed, tickets_solved, resolved, solved",
};
inline constexpr measure tickets_resolved_first{
    .key = "tickets_resolved_first",
    .meaning = "Of those resolved, tickets that were by the first answer and did not come again.",
    .of = unit::things,
    .within = &tickets_resolved,
    .also_called = "first_contact_resolved, resolved_first_contact, one_touch_tickets, one_touch",
};
inline constexpr measure tickets_answered{
    .key = "tickets_answered",
    .meaning = "Tickets of the period that a person has answered.",
    .of = unit::things,
    .also_called = "answered, tickets_responded, first_responses",
};
inline constexpr measure response_seconds{
    .key = "response_seconds",
    .meaning = "Time from each answered ticket to its first answer by a person, all added up.",
    .of = unit::seconds,
    .also_called = "first_response_seconds",
};

inline constexpr measure response_seconds_squared{"response_seconds_squared",
                                                  "Sum of the squares of all times to the first answer.", unit::number,
                                                  over_time::flow, 0};

inline constexpr metric support_cost_per_customer{
    .key = "support_cost_per_customer",
    .title = "Support cost per customer",
    .meaning = "Support cost for each customer at the start of the period.",
    .value = support_cost / customers_start,
    .shown = as::money,
    .better = good::lower,
    .guide = "Set it against the margin of a customer in the same period.",
    .pitfalls = "In a fast-growing period new customers ask most and are not in the denominator. Saving on support can "
                "show up later as churn.",
    .rivals = "Per active customer, or per mean of start and end, gives another figure.",
    .source = "Common trade definition.",
    .example = {{12000, 1000}, 12},
};

inline constexpr metric support_cost_per_ticket{
    .key = "support_cost_per_ticket",
    .title = "Support cost per ticket",
    .meaning = "Support cost for each ticket.",
    .value = support_cost / tickets,
    .shown = as::money,
    .better = good::lower,
    .guide = "Compare channels, such as telephone and chat, at equal resolution.",
    .pitfalls =
        "Answering the easy questions by self-service removes the cheap tickets and lifts it while support gets "
        "cheaper. Splitting a case into several tickets lowers it.",
    .rivals = "Cost per resolved ticket, or per contact, has another denominator.",
    .source = "Common trade definition.",
    .example = {{12000, 800}, 15},
};

inline constexpr metric support_cost_ratio{
    .key = "support_cost_ratio",
    .title = "Support cost ratio",
    .meaning = "Support cost relative to revenue.",
    .value = support_cost / revenue,
    .shown = as::ratio,
    .better = good::lower,
    .guide = "Says whether support grows faster or slower than the business.",
    .pitfalls = "Falls when prices rise, with nothing better in support.",
    .rivals = "Cost to serve also counts delivery, returns and account management.",
    .source = "Common trade definition.",
    .example = {{12000, 240000}, 0.05},
};

inline constexpr metric resolution{
    .key = "resolution",
    .title = "Resolution rate",
    .meaning = "Share of the tickets of the period that have been resolved.",
    .value = tickets_resolved / tickets,
    .shown = as::share,
    .within = &tickets,
    .better = good::higher,
    .guide = "Read it with csat after support: resolved is what the desk says, satisfied what the customer says.",
    .pitfalls = "Counting all tickets closed in the period, also older ones, can exceed 100 % when a backlog is worked "
                "off; count those opened in it. Recent tickets have had less time.",
    .rivals = "first_contact_resolution counts only those solved by the first answer.",
    .source = "Common trade definition.",
    .example = {{720, 800}, 0.90},
};

inline constexpr metric first_contact_resolution{
    .key = "first_contact_resolution",
    .title = "First contact resolution",
    .meaning = "Share of the tickets of the period resolved by the first answer.",
    .value = tickets_resolved_first / tickets,
    .shown = as::share,
    .within = &tickets,
    .better = good::higher,
    .guide = "Each further contact costs the customer effort and the desk money: read it with ces.",
    .pitfalls = "Who gives up and who writes again under a new ticket both look solved: wait some days and look for a "
                "second ticket of the same customer. Self-service takes the easy questions away and lowers it.",
    .rivals = "Over the tickets resolved, not all tickets, it is higher. Asked of customers it is a survey's share.",
    .source = "Common trade definition.",
    .example = {{560, 800}, 0.70},
};

inline constexpr metric contact_rate{
    .key = "contact_rate",
    .title = "Contact rate",
    .meaning = "Tickets for each customer at the start of the period.",
    .value = tickets / customers_start,
    .shown = as::rate,
    .better = good::lower,
    .guide = "Separates a desk that is busy because the base grows from one that is busy because goods go wrong.",
    .pitfalls =
        "New customers ask most and are not in the denominator. A form that is hard to find lowers it as well as "
        "better goods do. One customer may write many times, so the interval is narrower than the truth.",
    .rivals = "Contacts for each order, or for each active customer, have another denominator.",
    .source = "Common trade definition; interval after Garwood (1936), Biometrika 28.",
    .example = {{800, 4000}, 0.20},
};

inline constexpr metric response_time{
    .key = "response_time",
    .title = "Mean first response time",
    .meaning = "Mean time from a ticket to the first answer by a person, of those answered.",
    .value = response_seconds / tickets_answered,
    .shown = as::seconds,
    .better = good::lower,
    .guide = "Compare by channel: minutes in chat, hours by email.",
    .pitfalls =
        "Clock time and working time differ by nights and weekends: choose one. Tickets still unanswered are not in "
        "it, so the mean looks best when the backlog is worst; a few long waits move it.",
    .rivals =
        "Time to resolution ends with the solution. A percentile, such as 90 % within four hours, is what service "
        "agreements promise.",
    .source = "Common trade definition.",
    .example = {{1440000, 800}, 1800},
    .squares = &response_seconds_squared,
};

inline constexpr const metric* service_metrics[] = {
    &support_cost_per_customer, &support_cost_per_ticket, &support_cost_ratio, &contact_rate, &resolution,
    &first_contact_resolution,  &response_time,
};

}  // namespace cxm
