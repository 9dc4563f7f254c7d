#include "intake/role.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "intake/unknown_name.hpp"
#include "text/folded.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

std::string_view period_name(const input_options& options) {
    return options.period.empty() ? std::string_view("period") : options.period;
}

bool is_ignored(const input_options& options, std::string_view name, bool unknown) {
    return contains(options.ignore, name) || (unknown && contains(options.ignore, "*"));
}

bool is_label(const input_options& options, std::string_view name) { return contains(options.labels, name); }

std::string objection_to_name(const input_options& options, std::string_view kind, std::string_view name) {
    const std::string meant = plainly(name);
    if (meant == name || name == period_name(options) || (meant != "period" && meant != "complete") ||
        is_ignored(options, name, true) || is_label(options, name)) {
        return {};
    }
    const std::string word = shell_word(name);
    return fmt::format("unknown {} {} (did you mean {}?); {}--label {} makes it a label, --ignore {} passes over it",
                       kind, quoted(name), quoted(meant),
                       meant == "period" ? "--period " + word + " takes it as the period, " : "", word, word);
}

std::string objection_to_second_period(const input_options& options, std::string_view name) {
    if (name != "period" || name == period_name(options) || is_ignored(options, name, true) ||
        is_label(options, name)) {
        return {};
    }
    return fmt::format("--period names {}, but there is 'period' too; --ignore period passes over it, --label period "
                       "makes it a label",
                       quoted(options.period));
}

known_role role_of(const catalogue& known, const input_options& options, std::string_view name) {
    if (is_ignored(options, name, false)) {
        return {role::ignored, nullptr};
    }
    if (is_label(options, name)) {
        return {role::label, nullptr};
    }
    if (name == period_name(options) || name == "complete") {
        return {name == period_name(options) ? role::period : role::complete, nullptr};
    }
    const measure* m = known.find_measure(name);
    return {m != nullptr ? role::measure : role::label, m};
}

bool may_hold_dates(std::string_view name, std::size_t digits) {
    constexpr std::string_view years[] = {"year", "years", "annee", "an", "jahr", "fiscal_year", "fiscal year"};
    constexpr std::string_view times[] = {
        "month", "months", "mois", "monat", "quarter", "quartal",   "trimestre",  "week",   "woche",     "semaine",
        "date",  "datum",  "day",  "tag",   "jour",    "yearmonth", "year_month", "yyyymm", "jahrmonat", "periode"};
    const std::string plain = folded(name);
    const bool is_year = std::find(std::begin(years), std::end(years), plain) != std::end(years);
    return is_year || (digits > 4 && std::find(std::begin(times), std::end(times), plain) != std::end(times));
}

std::string no_period_but(std::string_view name) {
    const std::string word = shell_word(name);
    return fmt::format("{} holds periods of the calendar, and nothing is named 'period'; --period {} takes it as the "
                       "period, --label {} keeps it a label",
                       quoted(name), word, word);
}

}  // namespace cxm
