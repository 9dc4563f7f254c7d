#pragma once

#include <cmath>
#include <optional>
#include <span>

#include <cxm/lifetime.hpp>
#include <cxm/metric.hpp>
#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/customers.hpp>

namespace cxm {

inline constexpr measure acquisition_cost{
    .key = "acquisition_cost",
    .meaning = "Cost of winning new customers: marketing and sales.",
    .of = unit::money,
    .least = 0,
    .also_called = "marketing_cost, marketing_spend, sales_and_marketing",
};
inline constexpr measure keeping_cost{
    .key = "keeping_cost",
    .meaning = "Cost of keeping customers: loyalty schemes, success managers, renewals, offers to stay.",
    .of = unit::money,
    .least = 0,
    .also_called = "retention_spend, loyalty_cost, customer_success_cost",
};
inline constexpr measure service_per_year{"service_per_year", "Assumed yearly cost of serving a customer.", unit::money,
                                          over_time::fixed, 0};
inline constexpr measure purchase_value{
    "purchase_value", "Assumed value of one purchase; revenue unless it is a margin.", unit::money, over_time::fixed};
inline constexpr measure purchases_per_year{"purchases_per_year", "Assumed purchases of a customer in a year.",
                                            unit::number, over_time::fixed, 0};
inline constexpr measure lifespan_years{"lifespan_years", "Assumed years for which a customer stays.", unit::number,
                                        over_time::fixed, 0};
inline constexpr measure margin_per_year{"margin_per_year", "Assumed yearly margin of a customer who stays.",
                                         unit::money, over_time::fixed};
inline constexpr measure discount_per_year{
    "discount_per_year", "Yearly discount rate: 0.1 for 10 %, at most 1.", unit::ratio, over_time::fixed, 0, 1};
inline constexpr measure retention_per_year{
    "retention_per_year", "Assumed share of customers kept each year, 0 to 1.", unit::ratio, over_time::fixed, 0, 1};
inline constexpr measure gain{"gain", "Money that an investment brought, before its cost; negative for a loss.",
                              unit::money};
inline constexpr measure cost{"cost", "Money that the investment took.", unit::money, over_time::flow, 0};

inline constexpr metric cac{
    .key = "cac",
    .title = "Customer acquisition cost",
    .meaning = "Cost of winning one new customer.",
    .value = acquisition_cost / customers_new,
    .shown = as::money,
    .better = good::lower,
    .guide = "Compare with what a customer is worth: clv_to_cac.",
    .pitfalls =
        "Money spent this month wins customers of later months: use periods longer than the sales cycle. Salaries "
        "are often left out. The mean hides that the next customer costs more than the last.",
    .rivals = "Paid acquisition cost divides ad spend by customers who came through ads; the blended figure here "
              "divides by all new customers.",
    .source = "Farris et al., Marketing Metrics (average acquisition cost).",
    .example = {{12000, 240}, 50},
};

inline constexpr metric retention_cost{
    .key = "retention_cost",
    .title = "Customer retention cost",
    .meaning = "Cost of keeping one of the customers of the start who stayed.",
    .value = keeping_cost / (customers_start - customers_lost),
    .shown = as::money,
    .better = good::lower,
    .guide = "Compare with what a customer brings in the same period, and with cac by keep_to_win.",
    .pitfalls =
        "Most would have stayed anyway: it says what was spent, not what keeping one more costs. What counts as "
        "keeping and what as support or sales is a decision: keep to it.",
    .rivals = "Divided by all customers of the start it is lower; by those at risk who stayed it is far higher.",
    .source = "Common trade definition.",
    .example = {{9000, 1000, 100}, 10},
};

inline constexpr metric keep_to_win{
    .key = "keep_to_win",
    .title = "Cost of keeping to cost of winning",
    .meaning = "How many times the cost of winning a customer goes into keeping one for the period.",
    .value = retention_cost / cac,
    .shown = as::multiple,
    .better = good::lower,
    .guide = "0.2 says that keeping a customer for the period takes a fifth of what winning one takes.",
    .pitfalls = "A cost of each period against one paid once: over a year of months keeping is paid twelve times. The "
                "saying that winning costs five times as much has no source that counted.",
    .rivals = "clv_to_cac sets the value of a customer against the cost of winning one.",
    .source = "Quotient of retention_cost and cac.",
    .example = {{9000, 1000, 100, 12000, 240}, 0.2},
};

inline constexpr metric clv{
    .key = "clv",
    .title = "Customer lifetime value, simple",
    .meaning = "What a customer spends over an assumed lifespan.",
    .value = purchase_value * purchases_per_year * lifespan_years,
    .shown = as::money,
    .better = good::higher,
    .guide = "A first estimate: see which of the three factors moves it most.",
    .pitfalls =
        "It is revenue, not profit, unless purchase_value is a margin. Nothing is discounted, and the lifespan is "
        "a guess that everything hangs on.",
    .rivals = "clv_margin uses margin, retention and a discount; clv_observed uses what the records show.",
    .source = "Common trade definition.",
    .example = {{100, 12, 1}, 1200},
};

inline constexpr metric clv_margin{
    .key = "clv_margin",
    .title = "Customer lifetime value, discounted margin",
    .meaning = "Present value of a new customer's margin at constant retention, first payment at the start.",
    .value = margin_per_year * (1 + discount_per_year) / (1 + discount_per_year - retention_per_year),
    .shown = as::money,
    .better = good::higher,
    .guide = "Margin times the years that a customer counts for: 3.67 at a retention of 80 % and a discount of 10 %.",
    .pitfalls =
        "Retention rises with the age of a cohort, so a constant one undervalues those who stay. Margin, retention "
        "and discount must all be yearly. A retention of 1 + discount or more has no finite value.",
    .rivals = "Payments at the end of each year give margin / (1 + d - r); leaving out the first payment gives "
              "margin * r / (1 + d - r). Textbooks print all three under one name.",
    .source = "Fader & Hardie, Reconciling and Clarifying CLV Formulas (technical note 024).",
    .example = {{100, 0.1, 0.8}, 366.6666666666667},
};

inline constexpr metric clv_net{
    .key = "clv_net",
    .title = "Customer lifetime value less acquisition cost",
    .meaning = "What remains of the simple lifetime value once winning the customer is paid.",
    .value = clv - cac,
    .shown = as::money,
    .better = good::higher,
    .guide = "Below 0 each new customer costs more than they will spend.",
    .pitfalls = "With revenue as purchase_value it compares sales with cost: the goods still have to be paid.",
    .rivals = "clv_to_cac shows the same two figures as a multiple.",
    .source = "Common trade definition.",
    .example = {{100, 12, 1, 12000, 240}, 1150},
};

inline constexpr metric clv_after_service{
    .key = "clv_after_service",
    .title = "Customer lifetime value less cost of service",
    .meaning = "What a customer spends over an assumed lifespan, less what serving them takes in it.",
    .value = clv - service_per_year * lifespan_years,
    .shown = as::money,
    .better = good::higher,
    .guide = "Compare segments: those who buy most may ask most.",
    .pitfalls = "A mean cost of service is that of nobody: a few customers make most of it. Nothing is discounted.",
    .rivals = "clv_net takes off the cost of winning the customer. clv_margin takes a margin, in which service may be "
              "counted already.",
    .source = "The simple lifetime value and the cost of service over the same years.",
    .example = {{100, 12, 1, 150}, 1050},
};

inline constexpr metric clv_to_cac{
    .key = "clv_to_cac",
    .title = "Lifetime value to acquisition cost",
    .meaning = "How many times the simple lifetime value covers what it takes to win a customer.",
    .value = clv / cac,
    .shown = as::multiple,
    .better = good::higher,
    .guide =
        "Below 1 growth burns money. Subscription software likes 3 or more, on margin; a very high multiple may mean "
        "that too little is spent on winning customers.",
    .pitfalls = "Takes over every guess in clv. It says nothing about how long the money is out.",
    .rivals = "Months to pay back the acquisition cost says when, not how many times.",
    .source = "Common trade definition; the 3 is a rule of thumb, not a finding.",
    .example = {{100, 12, 1, 12000, 240}, 24},
};

/// Limits of clv_observed from its inputs in the formula's order; where nobody is lost a lower one without an upper
/// one. None for negative revenue, and where there are no customers.
inline std::optional<interval> clv_observed_limits(const metric&, std::span<const double> inputs, double level);

inline constexpr metric clv_observed{
    .key = "clv_observed",
    .title = "Customer lifetime value, observed",
    .meaning = "Revenue of an active customer in the period, divided by the churn of the period.",
    .value = revenue / customers_active / churn,
    .shown = as::money,
    .better = good::higher,
    .guide = "1 / churn is the expected stay in periods of the record's length; no lifespan has to be guessed.",
    .pitfalls =
        "Assumes that churn stays as it is and does not depend on age. Small numbers lost make it jump, none lost "
        "leave it undefined. It is revenue and not discounted. The interval is that of the churn, with revenue per "
        "customer taken as known.",
    .rivals = "clv uses an assumed lifespan; with margin in place of revenue it is clv_margin without discount.",
    .source = "Mean stay at constant churn, after Fader & Hardie, technical note 024, without discount.",
    .example = {{50000, 1000, 50, 1000}, 1000},
    .limits = clv_observed_limits,
};

inline std::optional<interval> clv_observed_limits(const metric& of, std::span<const double> inputs, double level) {
    const auto given = [&](const measure& m) { return inputs[position(of.value, m)]; };
    const double margin = given(revenue) / given(customers_active);
    if (!(margin >= 0) || !std::isfinite(margin)) {
        return std::nullopt;
    }
    return lifetime_at_churn(margin, given(customers_lost), given(customers_start), level).limits;
}

inline constexpr metric roi{
    .key = "roi",
    .title = "Return on investment",
    .meaning = "What an investment brought beyond its cost, relative to the cost.",
    .value = (gain - cost) / cost,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "0 gives back the cost and no more; 3 gained for 1 spent is 200 %.",
    .pitfalls =
        "gain must be caused by the investment: sales that would have come anyway are none of it. Revenue in place "
        "of margin flatters. It does not know how long the money was out.",
    .rivals = "roi_multiple, the gain over the cost, is 1 more; the two are often mixed up.",
    .source = "Farris et al., Marketing Metrics.",
    .example = {{3, 1}, 2},
};

inline constexpr metric roi_multiple{
    .key = "roi_multiple",
    .title = "Return multiple",
    .meaning = "What an investment brought for each unit of money spent.",
    .value = gain / cost,
    .shown = as::multiple,
    .better = good::higher,
    .guide = "Above 1 it brought more than it took.",
    .pitfalls = "A multiple of 1 sounds like a gain and is none.",
    .rivals = "roi is 1 less. return_on_ad_spend is this multiple with revenue as gain and the media cost alone.",
    .source = "Common trade definition; Farris et al., Marketing Metrics.",
    .example = {{3, 1}, 3},
};

inline constexpr const metric* value_metrics[] = {
    &cac,        &retention_cost, &keep_to_win, &clv,          &clv_margin, &clv_net, &clv_after_service,
    &clv_to_cac, &clv_observed,   &roi,         &roi_multiple,
};

}  // namespace cxm
