#pragma once

#include <span>
#include <string_view>

#include "languages/wording.hpp"

namespace cxm {

/// What a metric is called in a sentence, where that is not its title.
struct spoken_name {
    std::string_view key;
    std::string_view name;
};

/// The wording of sentences in one language: a template each, of which `{names}` are filled in, in any order. Nothing
/// else of a sentence is in a language, but for titles of metrics and the form of numbers.
struct sentence_words {
    std::span<const spoken_name> names;  ///< in place of titles
    wording say = {};                    ///< how the language writes numbers and dates, and prints what is typed here

    // Parts.
    std::string_view range;      ///< {low} {high}: the latter with its unit
    std::string_view limits;     ///< {range}: behind a value
    std::string_view limits_at;  ///< {range} {level}: the same at an unusual level
    std::string_view lead;       ///< {what}: before a sentence, which is the period, the group or both
    std::string_view two_leads;  ///< {period} {group}: both
    std::string_view in_period;  ///< {period}: behind an earlier value; of a month, a quarter, a wave
    std::string_view on_day;     ///< {period}: the same of a day
    std::string_view of_side;    ///< {period}: the same of an arm or a segment
    std::string_view of_file;    ///< the same of the file before
    std::string_view per_month;  ///< the spans of targets that a figure is carried on to
    std::string_view per_quarter;
    std::string_view per_year;

    // Of one figure: {lead} {name} {value} {limits} {before} {then} {goal}.
    std::string_view value;
    std::string_view up_better;
    std::string_view up_worse;
    std::string_view down_better;
    std::string_view down_worse;
    std::string_view no_clear_change;
    std::string_view not_judged;     ///< there is an earlier value, and no way to tell whether it changed
    std::string_view higher_better;  ///< than another side
    std::string_view higher_worse;
    std::string_view lower_better;
    std::string_view lower_worse;
    std::string_view no_clear_difference;
    std::string_view difference_not_judged;

    // How it stands to its target: {target}, put in for {goal}.
    std::string_view target_met;
    std::string_view target_missed;
    std::string_view target_undecided;
    std::string_view pace_met;  ///< {target} {per}: the same of a figure that is carried on
    std::string_view pace_missed;
    std::string_view pace_undecided;
    std::string_view band_good;
    std::string_view band_fair;
    std::string_view band_poor;

    // Of control charts: {lead} {name} {value} {range} {signal} {periods}.
    std::string_view usual;
    std::string_view nothing_unusual;  ///< without a range
    std::string_view improvement;
    std::string_view concern;
    std::string_view too_few_periods;
    std::string_view one_period;
    std::string_view above_range;  ///< {range}; the signals, put in for {signal}
    std::string_view below_range;
    std::string_view row_above;
    std::string_view row_below;
    std::string_view row_rising;
    std::string_view row_falling;
    std::string_view near_upper;
    std::string_view near_lower;

    // Of many figures: {lead} {name} {judged} {since}.
    std::string_view since;  ///< {period}: what it is held against, behind `change` or `difference`
    std::string_view still_metrics;
    std::string_view still_groups;
    std::string_view alike_metrics;  ///< the same of another arm
    std::string_view alike_groups;
    std::string_view usual_metrics;
    std::string_view usual_groups;

    // Of checks: {checks} {failed} {rest}, which is a list of {count}.
    std::string_view check_passed;
    std::string_view both_checks_passed;
    std::string_view checks_passed;
    std::string_view check_failed;
    std::string_view check_of_checks_failed;
    std::string_view checks_failed;
    std::string_view some_passed;
    std::string_view none_passed;
    std::string_view rest_warned;
    std::string_view rest_undecided;
    std::string_view rest_without_data;
    std::string_view breaks_rule;  ///< {lead} {name} {value} {limits} {rule}
    std::string_view undecided_rule;
    std::string_view change_breaks_rule;  ///< and {before} {then}
    std::string_view change_undecided_rule;

    // Of cohorts: {share} {limits} {people}, which is one of those below them, and {length} in days.
    std::string_view came_next_period;  ///< {period}
    std::string_view came_later;        ///< {period}
    std::string_view came_next_days;    ///< {first} {last}
    std::string_view came_later_days;   ///< {first}
    std::string_view day;
    std::string_view week;
    std::string_view month;
    std::string_view quarter;
    std::string_view year;
    std::string_view one_person;
    std::string_view people;  ///< {count}

    // Of funnels.
    std::string_view took_all_steps;  ///< {share} {limits} {people} {first} {last} {worst} {reached}; with a worst step
    std::string_view took_steps;      ///< the same of two steps, or without a loss
    std::string_view took_in_any_order;  ///< {share} {limits} {people} {steps}
    std::string_view funnel_more;        ///< {share} {side} {before} {other}
    std::string_view funnel_fewer;
    std::string_view funnel_no_difference;
};

/// English, which the program speaks.
extern const sentence_words english_sentences;

/// The sentences of a language; English ones where it has none.
sentence_words sentences_in(const wording& say);

}  // namespace cxm
