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
inline constexpr measure revenue_squared{"revenue_squared", "Sum of the squares of what each transaction brought.",
                                         unit::number, over_time::flow, 0};
inline constexpr measure transactions{
    .key = "transactions",
    .meaning = "Orders or receipts behind the revenue.",
    .of = unit::things,
    .also_called = "orders, receipts, order_count",
};
inline constexpr measure transactions_refunded{
    .key = "transactions_refunded",
    .meaning = "Transactions of the period of which money was given back, in part or whole.",
    .of = unit::things,
    .also_called = "refunds, refunded_orders, orders_refunded",
};
inline constexpr measure expenses{
    .key = "expenses",
    .meaning = "All costs of the period: goods, people, marketing, support, rent.",
    .of = unit::money,
    .also_called = "total_cost, total_costs, operating_cost, operating_costs",
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
    .squares = &revenue_squared,
};

inline constexpr metric refund_rate{
    .key = "refund_rate",
    .title = "Refund rate",
    .meaning = "Share of the transactions of which money was given back.",
    .value = transactions_refunded / transactions,
    .shown = as::share,
    .within = &transactions,
    .better = good::lower,
    .guide =
        "Compare goods and payment methods. A rise is often the first trace of a fault in delivery or description.",
    .pitfalls = "Refunds come after the sale: count them with the order they belong to, and expect the last weeks to "
                "grow. A refund of a small part counts like a whole one.",
    .rivals = "Money refunded over sales weighs by amount. return_rate counts goods that came back, refunded or not.",
    .source = "Common trade definition.",
    .example = {{36, 900}, 0.04},
};

inline constexpr metric revenue_per_customer{
    .key = "revenue_per_customer",
    .title = "Revenue per customer",
    .meaning = "Mean revenue of a customer who bought in the period.",
    .value = revenue / customers_active,
    .shown = as::money,
    .better = good::higher,
    .guide = "average_transaction times the orders of a customer: look which of the two moved.",
    .pitfalls = "Grows with the length of the period. Losing small customers lifts it while revenue falls.",
    .rivals = "Per customer at the start, paying or not (ARPU, ARPA), has another denominator and is often lower.",
    .source = "Common trade definition; Farris et al., Marketing Metrics.",
    .example = {{54000, 450}, 120},
};

inline constexpr metric profit{
    .key = "profit",
    .title = "Profit",
    .meaning = "Revenue less all costs of the period.",
    .value = revenue - expenses,
    .shown = as::money,
    .better = good::higher,
    .guide = "What the other figures are for: read a rise of theirs beside what it did here.",
    .pitfalls = "Costs booked in another month than the sales they serve move it to and fro. What is left out of "
                "expenses, such as the owner's pay, is earned by nobody.",
    .rivals = "Gross profit takes off the goods alone, contribution what each sale costs more.",
    .source = "Arithmetic of the income statement: revenue less expenses.",
    .example = {{54000, 41000}, 13000},
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

inline constexpr const metric* commerce_metrics[] = {
    &return_rate, &average_transaction, &revenue_per_customer, &refund_rate, &profit, &average_contract,
};

}  // namespace cxm
