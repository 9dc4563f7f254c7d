#pragma once

#include <cxm/metric.hpp>

namespace cxm {

inline constexpr measure customers_start{
    .key = "customers_start",
    .meaning = "Customers on the first day of the period.",
    .of = unit::people,
    .joins = over_time::opening,
    .also_called = "opening_customers, starting_customers, beginning_customers, customers_at_start, cust_start",
};
inline constexpr measure customers_new{
    .key = "customers_new",
    .meaning = "Customers won in the period who are still there at its end.",
    .of = unit::people,
    .also_called = "customers_gained, customers_won, customers_acquired, acquired, signups, cust_new",
};
inline constexpr measure customers_lost{
    .key = "customers_lost",
    .meaning = "Customers of the start who left during the period.",
    .of = unit::people,
    .also_called = "churned, churners, customers_left, cancelled, canceled, cancellations, cust_lost",
};
inline constexpr measure customers_back{
    .key = "customers_back",
    .meaning = "Customers who had left before the period, came back in it, and are there at its end.",
    .of = unit::people,
    .absent = 0,
    .also_called = "customers_reactivated, reactivated, reactivations, customers_rejoined, winbacks",
};
inline constexpr measure customers_end{
    .key = "customers_end",
    .meaning = "Customers on the last day of the period.",
    .of = unit::people,
    .joins = over_time::closing,
    .also_called = "closing_customers, ending_customers, customers_at_end, cust_end",
};
inline constexpr measure customers_active{
    .key = "customers_active",
    .meaning = "Different customers who bought in the period.",
    .of = unit::people,
    .joins = over_time::distinct,
    .also_called = "buyers, active_users, unique_customers",
};
inline constexpr measure customers_returning{
    .key = "customers_returning",
    .meaning = "Active customers who had bought before, or bought more than once.",
    .of = unit::people,
    .joins = over_time::distinct,
    .also_called = "repeat_customers, repeat_buyers, returning",
};
inline constexpr measure customers_referred{
    .key = "customers_referred",
    .meaning = "New customers who came by a referral.",
    .of = unit::people,
    .also_called = "referrals, referred",
};

inline constexpr measure customers_cross_sold{
    .key = "customers_cross_sold",
    .meaning = "Active customers who have bought from more than one line of goods by the end of the period.",
    .of = unit::people,
    .joins = over_time::distinct,
    .also_called = "cross_sold, multi_product_customers",
};

inline constexpr metric churn{
    .key = "churn",
    .title = "Churn rate",
    .meaning = "Share of the customers at the start of the period who left during it.",
    .value = customers_lost / customers_start,
    .shown = as::share,
    .within = &customers_start,
    .better = good::lower,
    .guide = "Compare with your own earlier periods of the same length and with your own segments; churn differs too "
             "much between trades for one good figure.",
    .pitfalls = "customers_lost counts customers of the start only: one who joins and leaves within the period is not "
                "in it. Monthly churn does not add up to a year: 5 % a month is 46 % a year, not 60 %.",
    .rivals = "Revenue churn weighs customers by what they pay. Net churn subtracts new customers and is "
              "customer_growth with the sign turned.",
    .source = "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1).",
    .example = {{100, 1000}, 0.10},
    .chain = chained::lost,
};

inline constexpr metric retention{
    .key = "retention",
    .title = "Retention rate",
    .meaning = "Share of the customers at the start of the period who were still customers at its end.",
    .value = (customers_end - customers_new - customers_back) / customers_start,
    .shown = as::share,
    .within = &customers_start,
    .better = good::higher,
    .guide = "The other side of churn: retention and churn of one period add up to 100 %. Compare like with like: same "
             "length of period, same age of customers.",
    .pitfalls =
        "customers_new must count only new customers who are still there at the end; those who had left and came "
        "back are customers_back, and taken off too: otherwise the stocks do not add up and the figure is "
        "refused or wrong.",
    .rivals = "(customers_end - customers_start) / customers_start is often printed as retention. It is "
              "customer_growth: it says how the stock grew, and can pass 100 % while everybody leaves.",
    .source = "Fader & Hardie (2007), How to Project Customer Retention, Journal of Interactive Marketing 21(1).",
    .example = {{12000, 4800, 200, 10000}, 0.70},
    .chain = chained::kept,
};

inline constexpr metric customer_growth{
    .key = "customer_growth",
    .title = "Customer growth",
    .meaning = "Change of the number of customers over the period, relative to its start.",
    .value = (customers_end - customers_start) / customers_start,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "Above 0 more customers came than went.",
    .pitfalls = "Growth hides churn: a base that loses 30 % and wins 50 % grows by 20 %.",
    .rivals = "A well-known article calls this figure retention; see retention for the share that stayed.",
    .source = "Arithmetic of the stock: end less start, over start.",
    .example = {{12000, 10000}, 0.20},
};

inline constexpr metric repeat_purchase{
    .key = "repeat_purchase",
    .title = "Repeat purchase rate",
    .meaning = "Share of the active customers of the period who bought again.",
    .value = customers_returning / customers_active,
    .shown = as::share,
    .within = &customers_active,
    .better = good::higher,
    .guide = "Depends on how often the goods are needed: compare periods of the same length.",
    .pitfalls =
        "Distinct customers do not add up over months: a quarter needs its own count. A longer period finds more "
        "repeat buyers by itself.",
    .rivals = "Repeat orders over all orders counts purchases, not people.",
    .source = "Common trade definition; Farris et al., Marketing Metrics.",
    .example = {{162, 450}, 0.36},
};

inline constexpr metric referral{
    .key = "referral",
    .title = "Referral rate",
    .meaning = "Share of the new customers who came by a referral.",
    .value = customers_referred / customers_new,
    .shown = as::share,
    .within = &customers_new,
    .better = good::higher,
    .guide = "A share of what is won: it rises as well when other channels bring fewer customers.",
    .pitfalls = "Needs a record of where customers came from; those not asked count as not referred.",
    .rivals = "Referrals per customer, or the share of customers who refer, say how active the base is.",
    .source = "Common trade definition.",
    .example = {{30, 240}, 0.125},
};

inline constexpr metric cross_sell{
    .key = "cross_sell",
    .title = "Cross-sell rate",
    .meaning = "Share of the active customers of the period who have bought from more than one line of goods.",
    .value = customers_cross_sold / customers_active,
    .shown = as::share,
    .within = &customers_active,
    .better = good::higher,
    .guide = "Compare lines by which one came first: some open the door to others, some do not.",
    .pitfalls = "What a line is decides the figure: split one into two and it rises. Old customers have had more time, "
                "so it rises with the age of the base too.",
    .rivals = "Cross-sold orders over all orders counts purchases, and lines for each customer has no upper end.",
    .source = "Common trade definition.",
    .example = {{90, 450}, 0.20},
};

inline constexpr const metric* customer_metrics[] = {&churn,           &retention, &customer_growth,
                                                     &repeat_purchase, &referral,  &cross_sell};

}  // namespace cxm
