#pragma once

#include <cxm/metric.hpp>
#include <cxm/metrics/customers.hpp>

namespace cxm {

inline constexpr measure items_sold{
    .key = "items_sold",
    .meaning = "Items sold in the period.",
    .of = unit::things,
    .also_called = "units_sold, sold",
};
inline constexpr measure items_returned{
    .key = "items_returned",
    .meaning = "Items among those sold that came back.",
    .of = unit::things,
    .also_called = "returns, returned, units_returned",
};
inline constexpr measure revenue{
    .key = "revenue",
    .meaning = "Money from sales, net of tax, returns and rebates; may be negative.",
    .of = unit::money,
    .also_called = "sales, turnover, total_revenue, net_sales",
};
inline constexpr measure transactions{
    .key = "transactions",
    .meaning = "Orders or receipts behind the revenue.",
    .of = unit::things,
    .also_called = "orders, receipts, order_count",
};
inline constexpr measure contract_value{
    .key = "contract_value",
    .meaning = "Value of the contracts signed by the new customers.",
    .of = unit::money,
    .least = 0,
    .also_called = "contracts_value, tcv",
};

inline constexpr metric return_rate{
    .key = "return_rate",
    .title = "Return rate",
    .meaning = "Share of the items sold that came back.",
    .value = items_returned / items_sold,
    .shown = as::share,
    .within = &items_sold,
    .better = good::lower,
    .guide = "Compare articles, sizes and channels: high values point at descriptions, fit or damage in transit.",
    .pitfalls = "Returns arrive weeks after sales: counted by the date of return, a growing shop looks better than it "
                "is, and returns of earlier sales can exceed the sales of a quiet month. Count returns of these items.",
    .rivals = "Returned orders over orders, and refunded money over revenue, weigh differently.",
    .source = "Common trade definition.",
    .example = {{45, 600}, 0.075},
};

inline constexpr metric average_transaction{
    .key = "average_transaction",
    .title = "Average transaction value",
    .meaning = "Mean revenue of an order.",
    .value = revenue / transactions,
    .shown = as::money,
    .better = good::higher,
    .guide = "With the number of orders it splits a change of revenue into bigger and more baskets.",
    .pitfalls = "A few large orders move it: look at the median too. A free-postage threshold lifts it and may still "
                "cost margin.",
    .rivals = "Also called average order value. Revenue per customer counts several orders of one person together.",
    .source = "Common trade definition; Farris et al., Marketing Metrics.",
    .example = {{54000, 900}, 60},
};

inline constexpr metric average_contract{
    .key = "average_contract",
    .title = "Average contract value",
    .meaning = "Mean value of the contracts of the new customers.",
    .value = contract_value / customers_new,
    .shown = as::money,
    .better = good::higher,
    .guide = "Compare with cac: what a new customer signs for against what it took to win one.",
    .pitfalls = "A three-year contract counts three times a one-year one of the same yearly price: say which term is "
                "meant. customers_new leaves out those who signed and were gone by the end of the period.",
    .rivals = "Annual contract value divides by the years of the term; total contract value does not.",
    .source = "Common trade definition of subscription business.",
    .example = {{600000, 50}, 12000},
};

inline constexpr const metric* commerce_metrics[] = {&return_rate, &average_transaction, &average_contract};

}  // namespace cxm
