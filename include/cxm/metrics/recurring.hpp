#pragma once

#include <cxm/metric.hpp>

namespace cxm {

inline constexpr measure recurring_start{
    .key = "recurring_start",
    .meaning = "Recurring revenue, such as that of a month, of the customers on the first day of the period.",
    .of = unit::money,
    .joins = over_time::opening,
    .least = 0,
    .also_called = "starting_mrr, opening_mrr, beginning_mrr, mrr_at_start, starting_arr, opening_arr",
};
inline constexpr measure recurring_gained{
    .key = "recurring_gained",
    .meaning = "What customers of the start pay more at the end of the period: upgrades, seats, higher prices.",
    .of = unit::money,
    .least = 0,
    .also_called = "expansion_mrr, mrr_expansion, expansion, expansion_arr",
};
inline constexpr measure recurring_reduced{
    .key = "recurring_reduced",
    .meaning = "What customers of the start who stay pay less at the end of the period: downgrades, rebates.",
    .of = unit::money,
    .least = 0,
    .also_called = "contraction_mrr, mrr_contraction, contraction, downgrade_mrr, contraction_arr",
};
inline constexpr measure recurring_lost{
    .key = "recurring_lost",
    .meaning = "Recurring revenue at the start of the customers who left in the period.",
    .of = unit::money,
    .least = 0,
    .also_called = "churned_mrr, mrr_churned, lost_mrr, mrr_lost, churned_arr",
};

inline constexpr metric net_revenue_retention{
    .key = "net_revenue_retention",
    .title = "Net revenue retention",
    .meaning = "Recurring revenue at the end of the period of the customers of its start, relative to the start.",
    .value = (recurring_start + recurring_gained - recurring_reduced - recurring_lost) / recurring_start,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "Above 100 % the customers who are there grow by more than those who leave take away.",
    .pitfalls = "New customers must not be in it. One large customer who grows hides many who leave: look at "
                "gross_revenue_retention and churn. Monthly values multiply over a year, they do not add.",
    .rivals = "Revenue of this year over last year's counts new customers too, and is growth.",
    .source = "Common trade definition of subscription business; software companies state it by their own rules.",
    .example = {{100000, 8000, 1500, 2500}, 1.04},
};

inline constexpr metric gross_revenue_retention{
    .key = "gross_revenue_retention",
    .title = "Gross revenue retention",
    .meaning = "Recurring revenue of the start that is still there at the end of the period, growth left out.",
    .value = (recurring_start - recurring_reduced - recurring_lost) / recurring_start,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "At most 100 %; what it lacks has to be won or sold anew each period.",
    .pitfalls = "Prices raised for those who stay belong to recurring_gained: netted against reductions they hide the "
                "loss.",
    .rivals = "net_revenue_retention adds what customers pay more. retention counts customers, large and small alike.",
    .source = "Common trade definition of subscription business.",
    .example = {{100000, 1500, 2500}, 0.96},
};

inline constexpr const metric* recurring_metrics[] = {&net_revenue_retention, &gross_revenue_retention};

}  // namespace cxm
