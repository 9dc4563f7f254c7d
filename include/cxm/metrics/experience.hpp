#pragma once

#include <optional>
#include <span>

#include <cxm/metric.hpp>
#include <cxm/rox.hpp>

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
inline constexpr measure mentions_positive{"mentions_positive", "Mentions that speak well of it.", unit::things};
inline constexpr measure mentions_neutral{"mentions_neutral", "Mentions that do neither.", unit::things};
inline constexpr measure mentions_negative{"mentions_negative", "Mentions that speak badly of it.", unit::things};
inline constexpr measure mention_value{"mention_value",
                                       "Assumed worth of one net positive mention; 0 if not given.",
                                       unit::money,
                                       over_time::fixed,
                                       not_given,
                                       not_given,
                                       0};

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
    .source = "Incremental value over a control group; a term of rox.",
    .example = {{20000, 900, 380, 10000, 120, 50000}, 0.336},
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
                "worked example this term makes most of rox's interval.",
    .rivals = "Satisfaction or nps after the experience shows liking without pricing it.",
    .source = "Incremental value over a control group; a term of rox.",
    .example = {{20000, 16400, 8000, 10000, 90, 50000}, 0.72},
};

inline constexpr metric rox_market{
    .key = "rox_market",
    .title = "ROX: company against market",
    .meaning = "What rox_like gains or loses as the company grows faster or slower than its market.",
    .value = ((1 + company_growth) / (1 + market_growth) - 1) * rox_like,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "0 when company and market grow alike, or when neither growth is given.",
    .pitfalls =
        "Growth has many causes: it weighs only the future part and is no proof that the experience caused it. If "
        "rox_like is negative, a growing company makes this term negative too.",
    .rivals = "Multiplying all value by the index would reward the index and not the experience.",
    .source = "Relative performance index after the idea in Valtech (2020), defined here; a term of rox.",
    .example = {{0.12, 0.05, 20000, 16400, 8000, 10000, 90, 50000}, 0.048},
};

inline constexpr metric rox_talk{
    .key = "rox_talk",
    .title = "ROX: what customers said",
    .meaning = "Worth of the positive mentions less the negative ones, relative to the cost.",
    .value = (mentions_positive - mentions_negative) * mention_value / experience_cost,
    .shown = as::ratio,
    .better = good::higher,
    .guide = "0 unless mention_value is given: see net_sentiment for the talk without a price.",
    .pitfalls =
        "There is no market price of a mention. Mentions have no reference group here, so count only those about "
        "the experience.",
    .rivals = "Advertising value equivalents price the space and not the effect.",
    .source = "Defined here; a term of rox.",
    .example = {{1200, 200, 4, 50000}, 0.08},
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
inline constexpr const metric* rox_beside[] = {&net_sentiment};

/// Limits of rox from its inputs in the formula's order; none where rox itself is missing or undefined.
inline std::optional<interval> rox_limits(std::span<const double> inputs, double level);

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
    .example = {{20000, 900, 380, 10000, 120, 50000, 16400, 8000, 90, 0.12, 0.05, 1200, 200, 4}, 0.184},
    .limits = rox_limits,
    .terms = rox_terms,
    .beside = rox_beside,
};

inline std::optional<interval> rox_limits(std::span<const double> inputs, double level) {
    const outcome whole = evaluate(rox.value, inputs);
    if (!whole) {
        return std::nullopt;
    }
    const auto given = [&](const measure& m) {
        const double value = inputs[position(rox.value, m)];
        return is_missing(value) ? m.absent : value;
    };
    const double customers = given(experience_customers);
    const double spent = given(experience_cost);
    const double index = (1 + given(company_growth)) / (1 + given(market_growth));
    const valued_lift did{{given(reference_conversions), given(reference_customers)},
                          {given(experience_conversions), customers},
                          customers * given(conversion_value) / spent};
    const valued_lift liked{{given(reference_stayed), given(reference_customers)},
                            {given(experience_stayed), customers},
                            index * customers * given(stay_value) / spent};
    const valued_talk talk{given(mentions_positive), given(mentions_negative), given(mention_value) / spent};
    return return_limits(whole.value, did, liked, talk, level);
}

inline constexpr const metric* experience_metrics[] = {&rox_do,   &rox_like, &rox_market,
                                                       &rox_talk, &rox,      &net_sentiment};

}  // namespace cxm
