#pragma once

#include <cxm/metric.hpp>

namespace cxm {

inline constexpr measure nps_weights_squared{
    "nps_weights_squared", "Sum of the squared weights of the recommendation answers, where they are weighted.",
    unit::number, over_time::flow, 0};
inline constexpr measure promoters{
    .key = "promoters",
    .meaning = "Answers of 9 or 10 to \"would you recommend us?\" on 0 to 10.",
    .of = unit::answers,
    .weights = &nps_weights_squared,
};
inline constexpr measure passives{
    .key = "passives",
    .meaning = "Answers of 7 or 8 to \"would you recommend us?\" on 0 to 10.",
    .of = unit::answers,
    .weights = &nps_weights_squared,
};
inline constexpr measure detractors{
    .key = "detractors",
    .meaning = "Answers of 0 to 6 to \"would you recommend us?\" on 0 to 10.",
    .of = unit::answers,
    .weights = &nps_weights_squared,
};
inline constexpr measure surveys_sent{
    .key = "surveys_sent",
    .meaning = "Recommendation surveys that reached a customer.",
    .of = unit::answers,
    .also_called = "surveys, invitations, invites, invited",
};

inline constexpr measure csat_weights_squared{
    "csat_weights_squared", "Sum of the squared weights of the satisfaction answers, where they are weighted.",
    unit::number, over_time::flow, 0};
inline constexpr measure csat_answers{
    .key = "csat_answers",
    .meaning = "Answers to the satisfaction question.",
    .of = unit::answers,
    .weights = &csat_weights_squared,
    .also_called = "csat_responses, csat_total, csat_count",
};
inline constexpr measure csat_satisfied{
    .key = "csat_satisfied",
    .meaning = "Satisfaction answers in the two best boxes: 4 or 5 on a scale of 1 to 5.",
    .of = unit::answers,
    .weights = &csat_weights_squared,
    .also_called = "satisfied, satisfied_customers, csat_positive",
};
inline constexpr measure csat_points{
    .key = "csat_points",
    .meaning = "Sum of all satisfaction answers.",
    .of = unit::points,
    .weights = &csat_weights_squared,
    .also_called = "csat_sum",
};
inline constexpr measure csat_points_squared{"csat_points_squared", "Sum of the squares of all satisfaction answers.",
                                             unit::points, over_time::flow, 0};

inline constexpr measure effort_weights_squared{
    "effort_weights_squared", "Sum of the squared weights of the effort answers, where they are weighted.",
    unit::number, over_time::flow, 0};
inline constexpr measure effort_answers{
    .key = "effort_answers",
    .meaning = "Answers to the effort question.",
    .of = unit::answers,
    .weights = &effort_weights_squared,
    .also_called = "ces_answers, ces_responses, ces_total, ces_count",
};
inline constexpr measure effort_points{
    .key = "effort_points",
    .meaning = "Sum of all effort answers, 7 being very easy.",
    .of = unit::points,
    .weights = &effort_weights_squared,
    .also_called = "ces_points, ces_sum",
};
inline constexpr measure effort_points_squared{"effort_points_squared", "Sum of the squares of all effort answers.",
                                               unit::points, over_time::flow, 0};

inline constexpr metric nps{
    .key = "nps",
    .title = "Net promoter score",
    .meaning = "Percentage of promoters less percentage of detractors, from -100 to 100.",
    .value = 100 * (promoters - detractors) / (promoters + passives + detractors),
    .shown = as::points,
    .better = good::higher,
    .guide =
        "Above 0 more customers recommend you than warn of you. Compare with your own earlier surveys, asked in the "
        "same way; trades, countries and channels differ by tens of points.",
    .pitfalls =
        "Much is lost by three groups: an answer that goes from 0 to 6 changes nothing, one from 6 to 7 does. With "
        "100 answers a change of 10 points is often chance: read the interval; with fewer than 10 answers even that is "
        "rough.",
    .rivals = "The mean of the answers on 0 to 10 moves less by chance and is another figure. Cuts other than 9 and 7 "
              "make a score that cannot be compared.",
    .source = "Reichheld (2003), The One Number You Need to Grow, Harvard Business Review 81(12); interval after Rocks "
              "(2016), The American Statistician 70.",
    .example = {{300, 100, 100}, 40},
    .net = {&promoters, &passives, &detractors},
};

inline constexpr metric csat{
    .key = "csat",
    .title = "Customer satisfaction",
    .meaning = "Share of the satisfaction answers that are in the two best boxes.",
    .value = csat_satisfied / csat_answers,
    .shown = as::share,
    .within = &csat_answers,
    .better = good::higher,
    .guide = "Ask soon after the event and always at the same point, then compare over time and between channels.",
    .pitfalls =
        "Who answers is not who was served: the very pleased and the very angry answer more. A different scale or "
        "different labels under the boxes give a different figure.",
    .rivals =
        "csat_mean is the mean of the same answers. Some print the best box alone, or the mean as a percentage of "
        "the scale's maximum, which calls the worst answer 20 %.",
    .source = "Common trade definition (top two boxes); Farris et al., Marketing Metrics.",
    .example = {{420, 500}, 0.84},
};

inline constexpr metric csat_mean{
    .key = "csat_mean",
    .title = "Mean satisfaction",
    .meaning = "Mean of the satisfaction answers, on the scale on which they were given.",
    .value = csat_points / csat_answers,
    .shown = as::score,
    .better = good::higher,
    .guide = "Moves when answers shift anywhere on the scale, where csat only sees the step into the two best boxes.",
    .pitfalls = "The same mean stands for all middling and for half delighted, half furious: look at the histogram. It "
                "takes the steps of the scale for equal distances.",
    .rivals = "csat is the share of satisfied answers. Star ratings are means too, but of those who chose to rate.",
    .source = "Arithmetic mean of the answers; Farris et al., Marketing Metrics.",
    .example = {{2100, 500}, 4.2},
    .squares = &csat_points_squared,
    .scale = {1, 5},
};

inline constexpr metric ces{
    .key = "ces",
    .title = "Customer effort score",
    .meaning = "Mean agreement, 1 to 7, that the company made it easy; 7 is very easy.",
    .value = effort_points / effort_answers,
    .shown = as::score,
    .better = good::higher,
    .guide = "Belongs to one task, such as a return or a support case: compare tasks with each other and over time.",
    .pitfalls = "The first version of the question ran the other way, 1 to 5 with 5 for high effort: mixing both, or "
                "turning one by mistake, gives a plausible wrong number.",
    .rivals = "The share of answers of 5 or more, and the share of 6 and 7 less the share of 1 to 3, are printed as "
              "effort scores too.",
    .source = "Dixon, Freeman & Toman (2010), Stop Trying to Delight Your Customers, Harvard Business Review 88(7/8); "
              "scale of 1 to 7 after Dixon, Toman & DeLisi (2013), The Effortless Experience.",
    .example = {{4900, 1200}, 4.083333333333333},
    .squares = &effort_points_squared,
    .scale = {1, 7},
};

inline constexpr metric response_rate{
    .key = "response_rate",
    .title = "Survey response rate",
    .meaning = "Share of the recommendation surveys sent that were answered.",
    .value = (promoters + passives + detractors) / surveys_sent,
    .shown = as::share,
    .within = &surveys_sent,
    .better = good::higher,
    .guide = "Says how far to trust nps: at 5 % the silent 95 % decide what is true, whatever the interval says.",
    .pitfalls = "A reminder or a shorter form lifts the rate and changes who answers, so nps may move for that alone. "
                "Surveys that bounced should not be in surveys_sent.",
    .rivals =
        "Survey research counts partial answers and people of unknown eligibility in several ways, and names each.",
    .source = "Common trade definition; AAPOR, Standard Definitions, lists the stricter variants.",
    .example = {{300, 100, 100, 2000}, 0.25},
};

inline constexpr const metric* survey_metrics[] = {&nps, &csat, &csat_mean, &ces, &response_rate};

}  // namespace cxm
