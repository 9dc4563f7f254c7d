#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "catalogue/metrics_in_use.hpp"
#include "plan/plan.hpp"
#include "run/flags/flag.hpp"
#include "tally/tally.hpp"

namespace cxm {

/// Flags that say how raw rows become records, as texts until `plan_of` has read them.
struct raw_flags {
    std::optional<std::string> plan = {};
    std::optional<std::string> period = {};
    std::optional<std::string> where = {};
    std::array<std::optional<std::string>, std::size(survey_kinds)> surveys = {};  ///< in the order of their kinds
    std::vector<std::string> measures = {};
    std::optional<std::string> subscriptions = {};
    std::optional<std::string> rejoin_within = {};
    std::optional<std::string> leaving_where = {};
    std::optional<std::string> people = {};
    std::optional<std::string> orders = {};
    std::optional<std::string> lost_after = {};
    std::optional<std::string> amounts = {};
    std::optional<std::string> one_per = {};
    std::optional<std::string> until = {};
    std::optional<std::string> date_format = {};
    std::optional<std::string> time_zone = {};
    std::optional<std::string> weight = {};
    std::vector<std::string> blanks = {};
    std::optional<std::string> ragged = {};
    std::optional<std::string> encoding = {};
    std::optional<std::string> delimiter = {};
    std::optional<std::string> header_row = {};
    std::optional<std::string> skip_rows = {};
    std::optional<std::string> max_memory = {};
    std::optional<cxm::plan> written = {};  ///< the plan of the file, once declare_own has read it

    /// Whether the files are raw rows rather than records.
    bool any() const;
};

/// Adds the flags of plans, under "Raw rows".
void add_flags(std::vector<flag>& to, raw_flags& into);

/// The label of `--by`, of raw rows also `LABEL=COLUMN`, whose column the plan counts by.
std::string label_of(const std::string& by, const raw_flags& raw);

/// Reads the plan's file, and adds the measures of the user's own, which it or the flags make, to what is known; gives
/// what it read.
plan declared(raw_flags& given, catalogue& known);

/// The plan of a file and the flags together, checked; `labels` are columns, or LABEL=COLUMN, that become labels too.
plan plan_of(const raw_flags& given, const std::vector<std::string>& labels, const catalogue& known);

/// The first of the flags that are of raw rows alone, where none says that the files hold some; empty without.
std::string_view idle_raw_flag(const raw_flags& given);

/// How to read; what records need as well (threads, decimal mark, format) is the caller's.
tally_options options_of(const raw_flags& given);

}  // namespace cxm
