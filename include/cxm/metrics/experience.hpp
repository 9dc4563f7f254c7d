#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include <cxm/metric.hpp>
#include <cxm/rox.hpp>
#include <cxm/weights_in.hpp>

namespace cxm {

inline constexpr measure experience_cost{"experience_cost", "Cost of the experience in the period.", unit::money,
                                         over_time::flow, 0};
inline constexpr measure experience_customers{"experience_customers", "Customers who had the experience.",
                                              unit::people};
inline constexpr measure experience_conversions{"experience_conversions",
                                                "Of them, those who converted.",
                                                unit::people,
                                                over_time::flow,
                                                not_given,
                                                not_given,
                                                not_given,
                                                &experience_customers};
inline constexpr measure experience_stayed{"experience_stayed", "Of them, those who stayed customers.",
                                           unit::people,        over_time::flow,
                                           not_given,           not_given,
                                           not_given,           &experience_customers};
inline constexpr measure reference_customers{"reference_customers",
                                             "Comparable customers without it, best chosen by lot.", unit::people};
inline constexpr measure reference_conversions{"reference_conversions",
                                               "Of the reference, those who converted.",
                                               unit::people,
                                               over_time::flow,
                                               not_given,
                                               not_given,
                                               not_given,
                                               &reference_customers};
inline constexpr measure reference_stayed{"reference_stayed", "Of the reference, those who stayed customers.",
                                          unit::people,       over_time::flow,
                                          not_given,          not_given,
                                          not_given,          &reference_customers};
inline constexpr measure conversion_value{"conversion_value", "Assumed margin of one conversion within the period.",
                                          unit::money, over_time::fixed};
inline constexpr measure stay_value{"stay_value", "Assumed margin after the period of one customer who stays.",
                                    unit::money, over_time::fixed};
inline constexpr measure experience_satisfied{
    .key = "experience_satisfied",
    .meaning =
        "Customers who had the experience and are satisfied: in place of experience_stayed, where nobody knows yet.",
    .of = unit::people,
    .within = &experience_customers,
};
inline constexpr measure reference_satisfied{
    .key = "reference_satisfied",
    .meaning = "Customers of the reference who are satisfied: in place of reference_stayed.",
    .of = unit::people,
    .within = &reference_customers,
};
inline constexpr measure mention_value{
    .key = "mention_value",
    .meaning = "Assumed worth of one net positive mention; if not given, talk is worth nothing.",
    .of = unit::money,
    .joins = over_time::fixed,
    .absent = 0,
};
inline constexpr measure mentions_positive{
    .key = "mentions_positive",
    .meaning = "Mentions that speak well of it.",
    .of = unit::things,
    .absent = 0,
    .beside = &mention_value,
};
inline constexpr measure mentions_neutral{"mentions_neutral", "Mentions that do neither.", unit::things};
inline constexpr measure mentions_negative{
    .key = "mentions_negative",
    .meaning = "Mentions that speak badly of it.",
    .of = unit::things,
    .absent = 0,
    .beside = &mention_value,
};

extern const measure mentions_before_negative;
inline constexpr measure mentions_before_positive{
    .key = "mentions_before_positive",
    .meaning = "Good mentions in a time before the experience, as long as this; 0 if neither is given.",
    .of = unit::things,
    .absent = 0,
    .beside = &mentions_before_negative,
};
inline constexpr measure mentions_before_negative{
    .key = "mentions_before_negative",
    .meaning = "Bad mentions in that time before; 0 if neither is given.",
    .of = unit::things,
    .absent = 0,
    .beside = &mentions_before_positive,
};

extern const measure market_growth;
inline constexpr measure company_growth{"company_growth",
                                        "Growth of the company: 0.12 for 12 %; 0 if neither growth is given.",
                                        unit::ratio,
                                        over_time::fixed,
                                        -1,
                                        not_given,
                                        0,
                                        nullptr,
                                        &market_growth};
inline constexpr measure market_growth{"market_growth",
                                       "Growth of its market: 0.05 for 5 %; 0 if neither growth is given.",
                                       unit::ratio,
                                       over_time::fixed,
                                       -1,
                                       not_given,
                                       0,
                                       nullptr,
                                       &company_growth};

/// "mover": limits of rox, of its terms and of sums of them, each times a number, from their inputs in the formula's
/// order. None for other formulas, and where nothing is left to chance.
inline std::optional<interval> rox_limits(const metric& of, std::span<const double> inputs, double level);

inline constexpr stand_in satisfied_stand_in[] = {{&experience_stayed, &experience_satisfied},
                                                  {&reference_stayed, &reference_satisfied}};

inline constexpr metric rox_do{
    .key = "rox_do",
    .title = "ROX: what customers did",
    .meaning = "Worth of the conversions beyond the reference group's, relative to the cost.",
    .value = experience_customers *
             (experience_conversions / experience_customers - reference_conversions / reference_customers) *
             conversion_value / experience_cost,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "0.336 says that extra conversions in the period paid back 33.6 % of the cost; below 0 the reference did "
             "better.",
    .pitfalls = "Holds only if the reference would have converted alike: people who chose the experience are keener "
                "from the start. conversion_value must not reach beyond the period, which rox_like covers.",
    .rivals =
        "All conversions times their value over the cost credits the experience with what would have come anyway.",
    .source = "Incremental value over a control group, with Miettinen & Nurminen's limits (1985); a term of rox.",
    .example = {{20000, 900, 380, 10000, 120, 50000}, 0.336},
    .limits = rox_limits,
};

inline constexpr metric rox_like{
    .key = "rox_like",
    .title = "ROX: what customers liked",
    .meaning = "Worth of the customers who stayed beyond the reference group's share, relative to the cost.",
    .value = experience_customers *
             (experience_stayed / experience_customers - reference_stayed / reference_customers) * stay_value /
             experience_cost,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "The part that pays later: what the experience did for loyalty.",
    .pitfalls = "Leans on stay_value, which no one has seen yet. A small lift of a large share is uncertain: in the "
                "worked example this term makes most of rox's interval. Where nobody knows yet who stays, those "
                "satisfied count in their place; not all of them will stay.",
    .rivals = "Satisfaction or nps after the experience shows liking without pricing it.",
    .source = "Incremental value over a control group, with Miettinen & Nurminen's limits (1985); a term of rox.",
    .example = {{20000, 16400, 8000, 10000, 90, 50000}, 0.72},
    .limits = rox_limits,
    .stand_ins = satisfied_stand_in,
};

inline constexpr metric rox_index{
    .key = "rox_index",
    .title = "ROX: relative performance",
    .meaning = "Growth of the company over that of its market.",
    .value = (1 + company_growth) / (1 + market_growth),
    .shown = as::multiple,
    .better = good::higher,
    .guide =
        "1 says that both grow alike. 1.3 and 0.6 are what the source calls leaders and laggards: 30 % ahead of the "
        "market and 40 % behind.",
    .pitfalls = "Over one period it is mostly luck and prices. Both growths have to be of the same period and kind, "
                "revenue with revenue.",
    .rivals = "Market share says where the company stands, not where it goes.",
    .source = "Relative performance after Valtech (2020), which compares share prices with the S&P 500; defined here.",
    .example = {{0.12, 0.05}, 1.0666666666666667},
    .needs = &company_growth,
};

inline constexpr metric rox_market{
    .key = "rox_market",
    .title = "ROX: company against market",
    .meaning = "What rox_like gains or loses as the company grows faster or slower than its market.",
    .value = (rox_index - 1) * rox_like,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "0 when company and market grow alike; not given, and 0 in rox, without the growths.",
    .pitfalls =
        "Growth has many causes: it weighs only the future part and is no proof that the experience caused it. If "
        "rox_like is negative, a growing company makes this term negative too.",
    .rivals = "Multiplying all value by the index would reward the index and not the experience.",
    .source = "Relative performance index after the idea in Valtech (2020), defined here; a term of rox.",
    .example = {{0.12, 0.05, 20000, 16400, 8000, 10000, 90, 50000}, 0.048},
    .limits = rox_limits,
    .needs = &company_growth,
    .stand_ins = satisfied_stand_in,
};

inline constexpr metric rox_talk{
    .key = "rox_talk",
    .title = "ROX: what customers said",
    .meaning =
        "Worth of the positive mentions less the negative ones, beyond those of a time before, relative to the cost.",
    .value = (mentions_positive - mentions_negative - (mentions_before_positive - mentions_before_negative)) *
             mention_value / experience_cost,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "Not given without mention_value: see net_sentiment for the talk without a price.",
    .pitfalls =
        "There is no market price of a mention. Without the talk before it is gross: people spoke of the company "
        "anyway. The time before has to be as long and from the same sources.",
    .rivals = "Advertising value equivalents price the space and not the effect.",
    .source = "Defined here, with Poisson limits; a term of rox.",
    .example = {{1200, 200, 100, 100, 4, 50000}, 0.08},
    .limits = rox_limits,
    .needs = &mention_value,
};

inline constexpr metric net_sentiment{
    .key = "net_sentiment",
    .title = "Net sentiment",
    .meaning = "Share of positive mentions less share of negative ones, from -100 % to 100 %.",
    .value = (mentions_positive - mentions_negative) / (mentions_positive + mentions_neutral + mentions_negative),
    .shown = as::ratio,
    .better = good::higher,
    .guide = "Above 0 more speak well than badly. Compare with your own earlier periods, from the same sources.",
    .pitfalls =
        "Machines that sort mentions miss irony, and one loud author can make many mentions: the interval takes "
        "each for an independent voice.",
    .rivals = "Positive over positive and negative leaves the neutral out and is more extreme.",
    .source = "Common trade definition; interval as for nps.",
    .example = {{1200, 200, 300}, 0.5882352941176471},
    .net = {&mentions_positive, &mentions_neutral, &mentions_negative},
};

inline constexpr const metric* rox_terms[] = {&rox_do, &rox_like, &rox_market, &rox_talk};
inline constexpr const metric* rox_beside[] = {&rox_index, &net_sentiment};

inline constexpr metric rox{
    .key = "rox",
    .title = "Return on experience",
    .meaning = "What an experience brought beyond its cost, relative to the cost: did, liked, market and talk.",
    .value = rox_do + rox_like + rox_market + rox_talk - 1,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "0 pays back the cost. Read the four terms first, then the interval: a positive figure whose interval "
             "reaches below 0 is not proven.",
    .pitfalls = "Needs a reference group: without one it is no return but a total. The interval covers chance in the "
                "counts only, with both lifts taken as independent; values, cost and growth are taken as known.",
    .rivals =
        "Return on experience has no agreed formula: others print a bundle of indicators, or value over cost, which "
        "is 1 more than a return.",
    .source =
        "Defined here, on ideas of PwC, Global Consumer Insights Survey (2019), and Valtech (2020); interval by Zou & Donner (2008).",
    .example = {{20000, 900, 380, 10000, 120, 50000, 16400, 8000, 90, 0.12, 0.05, 1200, 200, 100, 100, 4}, 0.184},
    .limits = rox_limits,
    .terms = rox_terms,
    .beside = rox_beside,
    .stand_ins = satisfied_stand_in,
};

inline std::optional<interval> rox_limits(const metric& of, std::span<const double> inputs, double level) {
    const outcome whole = evaluate(of.value, inputs);
    const auto weights = weights_in(of.value, rox_terms);
    if (!whole || !weights) {
        return std::nullopt;
    }
    const auto given = [&](const measure& m) {
        const std::size_t at = position(of.value, m);
        return at == of.value.inputs().size() ? 0 : input_value(of.value, inputs, at);
    };
    const auto [did, liked, market, said] = std::array{(*weights)[0], (*weights)[1], (*weights)[2], (*weights)[3]};
    const double spent = given(experience_cost);
    const double customers = given(experience_customers);
    const double index = (1 + given(company_growth)) / (1 + given(market_growth));
    const valued_lift lifts[] = {{{given(reference_conversions), given(reference_customers)},
                                  {given(experience_conversions), customers},
                                  did * customers * given(conversion_value) / spent},
                                 {{given(reference_stayed), given(reference_customers)},
                                  {given(experience_stayed), customers},
                                  (liked + market * (index - 1)) * customers * given(stay_value) / spent}};
    const valued_talk talk{given(mentions_positive) + given(mentions_before_positive),
                           given(mentions_negative) + given(mentions_before_negative),
                           said * given(mention_value) / spent};
    const interval limits = return_limits(whole.value, lifts, talk, level);
    return limits.low < limits.high ? std::optional(limits) : std::nullopt;
}

inline constexpr const metric* experience_metrics[] = {&rox_do, &rox_like,  &rox_market,   &rox_talk,
                                                       &rox,    &rox_index, &net_sentiment};

}  // namespace cxm
