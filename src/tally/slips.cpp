#include "tally/slips.hpp"

#include <set>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

namespace {

void warn_of_narrow_answers(const counter& counted, tally_result& into) {
    for (const program::survey& s : counted.plan().surveys) {
        if (s.low != 0 || s.high != 10) {
            continue;
        }
        std::uint64_t low = 0;
        std::uint64_t high = 0;
        for (std::size_t group = 0; group < counted.groups().size(); ++group) {
            const std::uint64_t* const counts = counted.groups().words(group) + s.word;
            for (std::size_t score = 0; score <= 10; ++score) {
                (score <= 5 ? low : high) += counts[score];
            }
        }
        if (low != 0 && high == 0) {
            into.warnings.push_back(quoted(counted.plan().columns[s.cell]) +
                                    " never passes 5: is it on the scale 0..10 that is counted with?");
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
                                            quoted(plan.columns[plan.period])));
    }
    if (counted.open_ends != 0) {
        into.notes.push_back(fmt::format("9999-12-31 in {} stands for a stay that goes on, {} time{}",
                                         quoted(plan.columns[plan.end]), counted.open_ends,
                                         counted.open_ends == 1 ? "" : "s"));
    }
}

}  // namespace cxm
