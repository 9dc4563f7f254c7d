#pragma once

#include <string>
#include <string_view>

#include "catalogue/metrics_in_use.hpp"
#include "intake/record_source.hpp"

namespace cxm {

/// What the values under a name are.
enum class role {
    measure,
    label,
    period,
    complete,
    ignored,
    derived,   ///< percentages and means beside their counts
    finding,   ///< of a query that counted: what it refused, and how many records it has
    nameless,  ///< a column of CSV without a name, where nothing but blanks may stand
};

/// The role that a name has by itself, and its measure.
struct known_role {
    role is;
    const measure* of;
};
known_role role_of(const catalogue& known, const input_options& options, std::string_view name);

/// Whether a name is one of the three under which queries of `cxm sql` say what they refused, and how many records they
/// have.
bool is_finding(const input_options& options, std::string_view name);

/// Whether a name is that of a metric, or of a limit of one, which such queries have beside its measures: `nps_low`.
bool is_computed(const catalogue& known, std::string_view name);

/// The name of the period.
std::string_view period_name(const input_options& options);

/// Whether a name is to be passed over: named itself, or (`unknown`) by "*".
bool is_ignored(const input_options& options, std::string_view name, bool unknown);

/// Whether a name is a label by option.
bool is_label(const input_options& options, std::string_view name);

/// What is wrong with a text that is to be blank in a column that is not there.
std::string no_column_of_blank(const blank_text& blank, const std::vector<std::string_view>& names);

/// `unknown column 'Period' (did you mean 'period'?); …`: what is wrong with a name that would make a label of what is
/// none; empty where it is fine. `kind` is what people call it.
std::string objection_to_name(const input_options& options, std::string_view kind, std::string_view name);

/// What is wrong with a name `period` where another one is said to be that of the period; empty where nothing is.
std::string objection_to_second_period(const input_options& options, std::string_view name);

/// Whether a name is one of time: `month`, `Woche`, `fecha`, `year`.
bool is_named_after_time(std::string_view name);

/// Whether whole numbers of so many digits may be periods under a name: years where it is called so, `202503` where it
/// is called after any time.
bool may_hold_dates(std::string_view name, std::size_t digits);

/// What to do about a label that holds periods where nothing is named `period`; a year and a month beside it are one
/// only together.
std::string no_period_but(std::string_view name, const std::vector<std::string_view>& beside);

/// What to do about a column of months, weeks or days beside the period, which is a year, or the other way round: they
/// are one only together. Empty where a name is none of such; `is_calendar`: what the period holds names a year.
std::string other_part_of_period(std::string_view period, bool is_calendar, std::string_view name);

}  // namespace cxm
