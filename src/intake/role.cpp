#include "intake/role.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "intake/unknown_name.hpp"
#include "text/folded.hpp"
#include "text/nearest.hpp"
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

std::string no_column_of_blank(const blank_text& blank, const std::vector<std::string_view>& names) {
    return fmt::format("there is no column {}, which --blank names{}", quote_of(blank.column),
                       did_you_mean(blank.column, names));
}

std::string objection_to_name(const input_options& options, std::string_view kind, std::string_view name) {
    const std::string meant = plainly(name);
    if (meant == name || name == period_name(options) || (meant != "period" && meant != "complete") ||
        is_ignored(options, name, true) || is_label(options, name)) {
        return {};
    }
    const std::string word = shell_word(name);
    return fmt::format("unknown {} {} (did you mean {}?); {}--label {} makes it a label, --ignore {} passes over it",
                       kind, quote_of(name), quote_of(meant),
                       meant == "period" ? "--period " + word + " takes it as the period, " : "", word, word);
}

std::string objection_to_second_period(const input_options& options, std::string_view name) {
    if (name != "period" || name == period_name(options) || is_ignored(options, name, true) ||
        is_label(options, name)) {
        return {};
    }
    return fmt::format("--period names {}, but there is 'period' too; --ignore period passes over it, --label period "
                       "makes it a label",
                       quote_of(options.period));
}

bool is_finding(const input_options& options, std::string_view name) {
    constexpr std::string_view names[] = {"refused", "refused_example", "records"};
    return std::find(std::begin(names), std::end(names), name) != std::end(names) && !is_label(options, name) &&
           !is_ignored(options, name, false);
}

bool is_computed(const catalogue& known, std::string_view name) {
    const auto is_metric = [&](std::string_view key) { return known.find_metric(key) != nullptr; };
    const auto is_limit = [&](std::string_view end) {
        return name.ends_with(end) && is_metric(name.substr(0, name.size() - end.size()));
    };
    return is_metric(name) || is_limit("_low") || is_limit("_high");
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

namespace {

bool is_year_name(std::string_view folded_name) {
    constexpr std::string_view names[] = {"year", "years", "annee", "an",          "jahr",       "ano",
                                          "anno", "jaar",  "fy",    "fiscal_year", "fiscal year"};
    return std::find(std::begin(names), std::end(names), folded_name) != std::end(names);
}

bool is_time_name(std::string_view folded_name) {
    constexpr std::string_view names[] = {"month",   "months",   "mois",      "monat",         "mes",       "mese",
                                          "maand",   "quarter",  "quarters",  "quartal",       "trimestre", "kwartaal",
                                          "week",    "weeks",    "woche",     "kalenderwoche", "kw",        "cw",
                                          "semaine", "semana",   "settimana", "date",          "dates",     "datum",
                                          "fecha",   "day",      "days",      "tag",           "jour",      "dia",
                                          "giorno",  "dag",      "yearmonth", "year_month",    "yyyymm",    "jahrmonat",
                                          "periode", "zeitraum", "half",      "halbjahr",      "semestre"};
    return std::find(std::begin(names), std::end(names), folded_name) != std::end(names);
}

}  // namespace

bool is_named_after_time(std::string_view name) {
    const std::string plain = folded(name);
    return is_year_name(plain) || is_time_name(plain);
}

bool may_hold_dates(std::string_view name, std::size_t digits) {
    const std::string plain = folded(name);
    return is_year_name(plain) || (digits > 4 && is_time_name(plain));
}

namespace {

/// Whether one name is of years and the other of their parts.
bool are_one_together(std::string_view name, std::string_view other) {
    const std::string plain = folded(name);
    const std::string plain_other = folded(other);
    return is_year_name(plain) ? is_time_name(plain_other) : is_time_name(plain) && is_year_name(plain_other);
}

std::string only_together(std::string_view name, std::string_view other) {
    const bool is_year = is_year_name(folded(name));
    return fmt::format("{} and {} are a period only together", quote_of(is_year ? name : other),
                       quote_of(is_year ? other : name));
}

}  // namespace

std::string no_period_but(std::string_view name, const std::vector<std::string_view>& beside) {
    const std::string word = shell_word(name);
    for (const std::string_view other : beside) {
        if (are_one_together(name, other)) {
            return only_together(name, other) +
                   ", and nothing is named 'period'; join them into one column such as 2024-01";
        }
    }
    return fmt::format("{} holds periods, or is named after them, and nothing is named 'period'; --period {} takes it "
                       "as the period, --label {} keeps it a label",
                       quote_of(name), word, word);
}

std::string other_part_of_period(std::string_view period, bool is_calendar, std::string_view name) {
    if (!are_one_together(period, name) || (is_calendar && !is_year_name(folded(period)))) {
        return {};
    }
    return only_together(name, period) + ": join them into one column such as 2024-01 and give that to --period";
}

}  // namespace cxm
