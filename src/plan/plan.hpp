#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cxm/period.hpp>

#include "catalogue/metrics_in_use.hpp"
#include "plan/blank.hpp"
#include "plan/column_types.hpp"
#include "plan/condition.hpp"
#include "plan/expression.hpp"
#include "plan/people_source.hpp"
#include "plan/survey_kinds.hpp"

namespace cxm {

/// How raw rows become records: which columns make the period, the labels and the measures.
struct plan {
    struct label {
        std::string name;
        std::string column;
        bool operator==(const label&) const = default;
    };
    /// A text that is an answer, and what it counts as.
    struct answer {
        std::string text;
        int value = 0;
        bool operator==(const answer&) const = default;
    };
    struct survey {
        const survey_kind* of = nullptr;
        std::string column;
        int low = 0;                             ///< worst answer of the scale
        int high = 0;                            ///< best
        int passives_from = 7;                   ///< where the kind has cuts: what is below is a detractor
        int promoters_from = 9;                  ///< the same
        std::optional<int> satisfied_from = {};  ///< of csat; absent: the best two answers
        bool reversed = false;                   ///< in the cells the lowest number of the scale is the best answer
        std::vector<answer> answers = {};        ///< what the cells may say; empty: numbers of the scale
        bool operator==(const survey&) const = default;
    };
    struct row_condition {
        condition meets;
        std::string text;  ///< as it is written
        bool operator==(const row_condition&) const = default;
    };
    struct own_measure {
        std::string name;
        expression counted;
        std::string text;    ///< as it is written
        own_name says = {};  ///< the name, with what is said beside it
        bool operator==(const own_measure&) const = default;
    };
    struct stays {
        std::string start;
        std::string end;                                 ///< blank where the customer is still there
        std::optional<std::int64_t> rejoin_within = {};  ///< microseconds; a gap no longer parts no stays of a person
        row_condition leaving = {};                      ///< which ends are such; others leave the customer there
        bool operator==(const stays&) const = default;
    };

    std::string period;              ///< column; empty: no period, or that of the subscriptions alone
    grain every = grain::free;       ///< free: the cells are periods already and are taken as they are
    std::string date_format;         ///< empty: ISO 8601
    std::string time_zone;           ///< in which days are told, see `parse_zone_wanted`; empty: as they are written
    std::string weight;              ///< column of what each row's answers weigh; empty: all alike
    std::vector<blank_text> blanks;  ///< cells that say nothing: `N/A`
    std::vector<typed_column> types = {};  ///< what a database holds the columns as
    std::vector<label> by;
    row_condition where;
    std::vector<survey> surveys;  ///< in the order of their kinds
    std::vector<own_measure> measures;
    std::vector<std::string> metrics;  ///< of the user's own: `arpu = revenue / customers_start`
    std::optional<stays> subscriptions;
    std::optional<people_source> people;
    std::optional<order_source> orders;
    std::optional<amount_source> amounts;
    std::optional<one_per_key> one_per;

    const survey* find(const survey_kind& of) const;  ///< null where there is none

    bool operator==(const plan&) const = default;
};

/// Reads a plan file's text; its name is for messages. Throws bad_usage.
plan parse_plan(std::string_view json, const std::string& file);

/// The parts of a plan as flags write them; each throws bad_usage where it makes no sense or is there already.
void add_period(plan& p, std::string_view column_and_grain);  ///< `answered_at:month`, `:month` without a column
void add_blank(plan& p, std::string_view text);               ///< `N/A`, or `rating=0` of one column
void add_label(plan& p, std::string_view label);              ///< `plan`, or `land=Country Name`
void add_where(plan& p, std::string_view condition);          ///< a second one is joined by and
void add_survey(plan& p, const survey_kind& of, std::string_view column_and_scale);  ///< `rating`, or `rating:1..5`
void add_measure(plan& p, std::string_view name_and_expression);                     ///< `revenue=sum spend`
void add_subscriptions(plan& p, std::string_view start_and_end);                     ///< `signup_date,cancel_date`
void add_people(plan& p, std::string_view id_and_time);                              ///< `user,at`, of stays `user`
void add_orders(plan& p, std::string_view columns);                                  ///< `customer,at,amount`
void add_amounts(plan& p, std::string_view columns);                                 ///< `customer,month,mrr`
void set_lost_after(plan& p, std::string_view length);                               ///< `90d`
void set_rejoin_within(plan& p, std::string_view length);                            ///< `30d`
void add_leaving(plan& p, std::string_view condition);
void set_one_per(plan& p, std::string_view key);         ///< `user, month:last`
void set_date_format(plan& p, std::string_view format);  ///< `%d/%m/%Y`
void set_time_zone(plan& p, std::string_view zone);      ///< `Europe/Paris`
void set_weight(plan& p, std::string_view column);

/// A key as `set_one_per` reads it.
std::string spell(const one_per_key& key);

/// The column of the time by which rows of one key are told apart; empty where there is none.
std::string time_of_keys(const plan& p);

/// Whether rows are counted one by one: their answers, or by expressions.
bool counts_rows(const plan& p);

/// Whether cells are read as dates.
bool reads_dates(const plan& p);

/// Sets the scale of a survey, `1..5`, or `5..1` where 1 is the best answer; throws bad_usage.
void set_scale(plan::survey& s, std::string_view text);

/// Sets what the cells of a survey may say, from the best to the worst: `good,great|bad`. Two kinds of answers are 1
/// and 0, the three of nps promoters, passives and detractors, others count down to 1. Throws bad_usage.
void set_answers(plan::survey& s, std::string_view text);

/// Sets the least answer that is satisfied, or the least passive and the least promoter; false where these are none.
bool set_cuts(plan::survey& s, const std::vector<int>& cuts);

/// The least answer of a survey that is in its top box, and the least in the middle.
int top_from(const plan::survey& s);
int middle_from(const plan::survey& s);

/// The measures that a survey makes: of answers that are yes or no there is no mean.
std::span<const survey_kind::figure_made> figures_of(const plan::survey& s);

/// Adds a survey in its place; throws bad_usage where there is one of its kind.
void add_survey(plan& p, plan::survey given);

/// The measures that one of a plan makes: itself, or of a mean its sum, number and squares.
std::vector<plan::own_measure> parts_of(const plan::own_measure& m, const catalogue& known);

/// Adds the user's own measures to what is known. Throws bad_usage.
void declare_own(const plan& p, catalogue& known);

/// The grain of a name; throws bad_usage with the nearest.
grain parse_grain(std::string_view name);

/// The measures that a plan makes, in the catalogue's order.
std::vector<const measure*> measures_of(const plan& p, const catalogue& known);

/// Throws bad_usage where a plan is incomplete, names an unknown measure, or makes one measure twice.
void validate(const plan& p, const catalogue& known);

}  // namespace cxm
