#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <cxm/period.hpp>

#include "catalogue/metrics_in_use.hpp"

namespace cxm {

/// How raw rows become records: which columns make the period, the labels and the measures.
struct plan {
    struct label {
        std::string name;
        std::string column;
        bool operator==(const label&) const = default;
    };
    struct survey {
        std::string column;
        int low = 0;             ///< worst answer of the scale
        int high = 0;            ///< best
        int passives_from = 7;   ///< of nps alone: what is below is a detractor
        int promoters_from = 9;  ///< of nps alone
        bool operator==(const survey&) const = default;
    };
    struct stays {
        std::string start;
        std::string end;  ///< blank where the customer is still there
        bool operator==(const stays&) const = default;
    };

    std::string period;               ///< column; empty: no period, or that of the subscriptions alone
    grain every = grain::free;        ///< free: the cells are periods already and are taken as they are
    std::string date_format;          ///< empty: ISO 8601
    std::vector<std::string> blanks;  ///< cells that say nothing: `N/A`
    std::vector<label> by;
    std::string where;  ///< condition, empty for all rows
    std::optional<survey> nps;
    std::optional<survey> csat;
    std::optional<survey> ces;
    std::vector<std::pair<std::string, std::string>> measures;  ///< name and expression
    std::optional<stays> subscriptions;

    bool operator==(const plan&) const = default;
};

/// Reads a plan file's text; its name is for messages. Throws bad_usage.
plan parse_plan(std::string_view json, const std::string& file);

/// The plan as a plan file.
std::string spell(const plan& p);

/// The parts of a plan as flags write them; each throws bad_usage where it makes no sense or is there already.
void add_period(plan& p, std::string_view column_and_grain);      ///< `answered_at:month`, `:month` without a column
void add_blank(plan& p, std::string_view text);                   ///< `N/A`
void add_label(plan& p, std::string_view label);                  ///< `plan`, or `land=Country Name`
void add_where(plan& p, std::string_view condition);              ///< a second one is joined by and
void add_nps(plan& p, std::string_view column_and_scale);         ///< `score`, or `score:0..10`
void add_csat(plan& p, std::string_view column_and_scale);        ///< `rating`, or `rating:1..5`
void add_ces(plan& p, std::string_view column_and_scale);         ///< `effort`, or `effort:1..7`
void add_measure(plan& p, std::string_view name_and_expression);  ///< `revenue=sum spend`
void add_subscriptions(plan& p, std::string_view start_and_end);  ///< `signup_date,cancel_date`
void set_date_format(plan& p, std::string_view format);           ///< `%d/%m/%Y`

/// `1..5` as two numbers; throws bad_usage.
std::pair<int, int> parse_scale(std::string_view text);

/// The grain of a name; throws bad_usage with the nearest.
grain parse_grain(std::string_view name);

/// The measures that a plan makes, in the catalogue's order.
std::vector<const measure*> measures_of(const plan& p, const catalogue& known);

/// Throws bad_usage where a plan is incomplete, names an unknown measure, or makes one measure twice.
void validate(const plan& p, const catalogue& known);

}  // namespace cxm
