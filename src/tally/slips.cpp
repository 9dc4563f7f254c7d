#include "tally/slips.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <optional>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "rows/place.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

/// How often each answer of a scale was given, over all groups.
std::vector<std::uint64_t> answers_of(const counter& counted, const program::survey& s) {
    std::vector<std::uint64_t> times(static_cast<std::size_t>(s.high - s.low + 1));
    for (std::size_t group = 0; group < counted.groups().size(); ++group) {
        const std::uint64_t* const counts = counted.groups().words(group) + s.word;
        for (std::size_t box = 0; box < times.size(); ++box) {
            times[box] += counts[s.each * box];
        }
    }
    return times;
}

/// The answer that none passes, where that is too low for the scale: on a long one where it is in the lower half, on
/// any where of many answers none is in the upper quarter. Nothing where the scale may well be the one that was used.
std::optional<int> narrow_end(const program::survey& s, const std::vector<std::uint64_t>& times) {
    constexpr std::size_t long_scale = 10;
    constexpr std::uint64_t many = 30;
    const auto greatest = std::find_if(times.rbegin(), times.rend(), [](std::uint64_t n) { return n != 0; });
    const std::size_t boxes = times.size();
    const auto unused = static_cast<std::size_t>(greatest - times.rbegin());
    if (unused == boxes) {
        return std::nullopt;
    }
    if (boxes >= long_scale && unused >= boxes / 2) {
        return s.low + static_cast<int>(boxes - boxes / 2) - 1;
    }
    const std::uint64_t answers = std::accumulate(times.begin(), times.end(), std::uint64_t{0});
    return answers >= many && unused >= (boxes + 3) / 4 ? std::optional(s.high - static_cast<int>(unused))
                                                        : std::nullopt;
}

void warn_of_narrow_answers(const counter& counted, tally_result& into) {
    for (const program::survey& s : counted.plan().surveys) {
        // What weighs nothing to speak of was answered all the same.
        if (s.each != 1 || !s.answers.empty()) {
            continue;
        }
        if (const auto end = narrow_end(s, answers_of(counted, s))) {
            const std::string column = quote_of(counted.plan().columns[s.cell]);
            into.warnings.push_back(
                *end == 5 && s.low == 0
                    ? fmt::format("{} goes only to 5, and NPS takes 0..10; answers of 1..5 count by --csat {}", column,
                                  shell_word(counted.plan().columns[s.cell]))
                    : fmt::format("{} goes only to {}: is it on the scale {}..{} that is counted with?", column, *end,
                                  s.low, s.high));
        }
    }
}

/// Conditions that are likely slips.
void warn_of_conditions(const counter& counted, tally_result& into) {
    std::set<std::string> warned;
    const auto warn_of_slips = [&](const condition_watch& watch) {
        for (const std::string& objection : watch.objections("row")) {
            if (warned.insert(objection).second) {
                into.warnings.push_back(objection);
            }
        }
    };
    warn_of_slips(counted.watch);
    for (std::size_t i = 0; i < counted.measure_watches.size(); ++i) {
        const condition_watch& watch = counted.measure_watches[i];
        const program::measured& m = counted.plan().measures[i];
        if (!watch.was_met() && watch.rows() != 0) {
            into.warnings.push_back(fmt::format("{} = {}: none of {} row{} meets its condition{}", m.of->key,
                                                shown(m.text), watch.rows(), watch.rows() == 1 ? "" : "s",
                                                watch.values_there_are()));
        }
        warn_of_slips(watch);
    }
}

}  // namespace

void say_what_to_know(const counter& counted, tally_result& into) {
    const program& plan = counted.plan();
    warn_of_narrow_answers(counted, into);
    warn_of_conditions(counted, into);
    if (counted.without_date != 0) {
        into.warnings.push_back(fmt::format("{} row{} without {}: counted in a record without a period",
                                            counted.without_date, counted.without_date == 1 ? "" : "s",
                                            quote_of(plan.columns[plan.period])));
    }
    if (counted.open_ends != 0) {
        into.notes.push_back(fmt::format("9999-12-31 in {} stands for a stay that goes on, {} time{}",
                                         quote_of(plan.columns[plan.end]), counted.open_ends,
                                         counted.open_ends == 1 ? "" : "s"));
    }
}

void warn_of_periods(const program& plan, const std::string& file, const std::vector<std::string>& names,
                     tally_result& into) {
    const auto is_there = [&](std::string_view name) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    const bool has_period = plan.period != program::none || plan.period_is_text || plan.start != program::none;
    const auto by_name =
        std::find_if(plan.counted.begin(), plan.counted.end(), [&](const measure* m) { return is_there(m->key); });
    if (!has_period && is_there("period") && by_name != plan.counted.end()) {
        into.warnings.push_back(fmt::format("{}: has 'period' and {}, as records have, and all periods are added up: "
                                            "--period period keeps them apart, and without --measure the file is read "
                                            "as records",
                                            name_of(file), quote_of((*by_name)->key)));
    }
}

}  // namespace cxm
