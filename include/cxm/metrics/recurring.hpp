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
    .also_called = "expansion_mrr, expansion, expansion_arr",
};
inline constexpr measure recurring_reduced{
    .key = "recurring_reduced",
    .meaning = "What customers of the start who stay pay less at the end of the period: downgrades, rebates.",
    .of = unit::money,
    .least = 0,
    .also_called = "contraction_mrr, contraction, downgrade_mrr, contraction_arr",
};
inline constexpr measure recurring_lost{
    .key = "recurring_lost",
    .meaning = "Recurring revenue at the start of the customers who left in the period.",
    .of = unit::money,
    .least = 0,
    .also_called = "churned_mrr, lost_mrr, mrr_lost, churned_arr",
};

inline constexpr measure mrr_start{
    .key = "mrr_start",
    .meaning = "Monthly recurring revenue of the month before the period.",
    .of = unit::money,
    .joins = over_time::opening,
    .least = 0,
};
inline constexpr measure mrr_new{
    .key = "mrr_new",
    .meaning = "Monthly recurring revenue won with customers who never paid before.",
    .of = unit::money,
    .least = 0,
};
inline constexpr measure mrr_expansion{
    .key = "mrr_expansion",
    .meaning = "What customers who paid before pay more a month.",
    .of = unit::money,
    .least = 0,
};
inline constexpr measure mrr_contraction{
    .key = "mrr_contraction",
    .meaning = "What customers who still pay pay less a month.",
    .of = unit::money,
    .least = 0,
};
inline constexpr measure mrr_churned{
    .key = "mrr_churned",
    .meaning = "Monthly recurring revenue lost with customers who pay nothing any more.",
    .of = unit::money,
    .least = 0,
};
inline constexpr measure mrr_back{
    .key = "mrr_back",
    .meaning = "Monthly recurring revenue of customers who had paid nothing for a while and pay again.",
    .of = unit::money,
    .least = 0,
};
inline constexpr measure mrr_end{
    .key = "mrr_end",
    .meaning =
        "Monthly recurring revenue of the last month of the period: start + new + expansion + back - contraction - churned.",
    .of = unit::money,
    .joins = over_time::closing,
    .least = 0,
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

inline constexpr metric mrr_growth{
    .key = "mrr_growth",
    .title = "Growth of recurring revenue",
    .meaning = "Change of the monthly recurring revenue over the period, relative to its start.",
    .value = (mrr_end - mrr_start) / mrr_start,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "Above 0 more is won, regained and sold on top than is lost.",
    .pitfalls = "Growth hides churn: a base that loses much and wins more still has to win it again next month.",
    .rivals = "net_revenue_retention leaves new customers out, and says what the base alone comes to.",
    .source = "Arithmetic of the stock: end less start, over start.",
    .example = {{103500, 100000}, 0.035},
};

inline constexpr metric quick_ratio{
    .key = "quick_ratio",
    .title = "Quick ratio of recurring revenue",
    .meaning = "Monthly recurring revenue that was won, regained and sold on top, for each unit that was lost.",
    .value = (mrr_new + mrr_expansion + mrr_back) / (mrr_contraction + mrr_churned),
    .shown = as::multiple,
    .better = good::higher,
    .guide = "At 1 the base stands still; the same growth at a higher ratio is won with less loss.",
    .pitfalls =
        "A young business has little to lose and a high ratio by that alone. Of small losses it leaps from month "
        "to month.",
    .rivals = "mrr_growth says by how much the base grows, and not at what loss. The quick ratio of balance sheets is "
              "another thing.",
    .source = "Common trade definition of subscription business (after Mamoon Hamid).",
    .example = {{5000, 2000, 500, 1000, 2000}, 2.5},
};

inline constexpr const metric* recurring_metrics[] = {&net_revenue_retention, &gross_revenue_retention, &mrr_growth,
                                                      &quick_ratio};

}  // namespace cxm
