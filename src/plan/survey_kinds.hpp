#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace cxm {

/// What a histogram of answers gives. Its boxes are cut in three: those from the best on down, those in the middle, and
/// what is below.
enum class answer_figure : std::uint8_t { answers, points, points_squared, top, middle, bottom };

/// A kind of survey: its key in plans and flags, the scale that is meant where none is said, and the measures that its
/// answers make.
struct survey_kind {
    struct figure_made {
        std::string_view measure;
        answer_figure of;
    };

    std::string_view key;
    std::string_view help;  ///< which answers, and what they count as
    int low;
    int high;
    bool has_cuts;  ///< whether a plan may say where middle and top begin; otherwise the two best boxes are the top
    std::span<const figure_made> measures;
    std::string_view weights_squared;  ///< the measure of the sum of squared weights
};

namespace survey_measures {

inline constexpr survey_kind::figure_made nps[] = {
    {"promoters", answer_figure::top}, {"passives", answer_figure::middle}, {"detractors", answer_figure::bottom}};
inline constexpr survey_kind::figure_made csat[] = {{"csat_satisfied", answer_figure::top},
                                                    {"csat_answers", answer_figure::answers},
                                                    {"csat_points", answer_figure::points},
                                                    {"csat_points_squared", answer_figure::points_squared}};
inline constexpr survey_kind::figure_made ces[] = {{"effort_answers", answer_figure::answers},
                                                   {"effort_points", answer_figure::points},
                                                   {"effort_points_squared", answer_figure::points_squared}};

}  // namespace survey_measures

inline constexpr survey_kind survey_kinds[] = {
    {"nps", "Answers of 0..10 to count as promoters, passives and detractors", 0, 10, true, survey_measures::nps,
     "nps_weights_squared"},
    {"csat", "Answers of 1..5 (or COLUMN:1..7), of which the two best count as satisfied", 1, 5, false,
     survey_measures::csat, "csat_weights_squared"},
    {"ces", "Answers of effort, 7 = very easy", 1, 7, false, survey_measures::ces, "effort_weights_squared"},
};

/// The measures that stays make, in this order: customers of the start, won, lost, and of the end.
inline constexpr std::string_view stay_measures[] = {"customers_start", "customers_new", "customers_lost",
                                                     "customers_end"};

/// What orders make, then what their amounts make, then what is known of customers who are lost after some time.
inline constexpr std::string_view order_measures[] = {"customers_active", "customers_returning", "customers_new",
                                                      "transactions"};
inline constexpr std::string_view amount_of_orders = "revenue";
inline constexpr std::string_view order_stock_measures[] = {"customers_start", "customers_lost", "customers_back",
                                                            "customers_end"};

/// What stays of people make beside those of stays.
inline constexpr std::string_view back_measure = "customers_back";

/// What recurring amounts make.
inline constexpr std::string_view recurring_measures[] = {
    "mrr_start", "mrr_new",         "mrr_expansion",    "mrr_contraction",   "mrr_churned",   "mrr_back",
    "mrr_end",   "recurring_start", "recurring_gained", "recurring_reduced", "recurring_lost"};

}  // namespace cxm
