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
inline constexpr measure response_seconds{
    .key = "response_seconds",
    .meaning = "Time from each ticket to the first answer by a person, all added up.",
    .of = unit::seconds,
    .also_called = "first_response_seconds",
};

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
    .rivals = "First contact resolution counts only those solved by the first answer.",
    .source = "Common trade definition.",
    .example = {{720, 800}, 0.90},
};

inline constexpr metric response_time{
    .key = "response_time",
    .title = "Mean first response time",
    .meaning = "Mean time from a ticket to the first answer by a person.",
    .value = response_seconds / tickets,
    .shown = as::seconds,
    .better = good::lower,
    .guide = "Compare by channel: minutes in chat, hours by email.",
    .pitfalls =
        "Clock time and working time differ by nights and weekends: choose one. Tickets still unanswered add "
        "nothing to response_seconds, so the mean looks best when the backlog is worst; a few long waits move it.",
    .rivals =
        "Time to resolution ends with the solution. A percentile, such as 90 % within four hours, is what service "
        "agreements promise.",
    .source = "Common trade definition.",
    .example = {{1440000, 800}, 1800},
};

inline constexpr const metric* service_metrics[] = {&support_cost_per_customer, &support_cost_per_ticket,
                                                    &support_cost_ratio, &resolution, &response_time};

}  // namespace cxm
