#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "histories/contracts.hpp"
#include "intake/record_input.hpp"
#include "results/survivors.hpp"
#include "run/as_of.hpp"
#include "run/named_file.hpp"
#include "run/projection_request.hpp"
#include "run/warnings.hpp"
#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr const char* usual_period_of_contracts = ":month";

/// What else a plan counts has no part in a curve.
void require_nothing_but_contracts(const projection_flags& given, const plan& of) {
    const std::pair<bool, const char*> others[] = {
        {!of.surveys.empty(), "surveys"}, {!of.measures.empty(), "measures"},
        {!of.metrics.empty(), "metrics"}, {!of.weight.empty(), "a weight"},
        {!of.by.empty(), "labels"},       {!of.period.empty(), "a column of periods"}};
    for (const auto& [is_there, what] : others) {
        if (is_there) {
            throw bad_usage(fmt::format("a curve of contracts takes their first and last days, and the length of a "
                                        "period; leave out {} (--where chooses rows)",
                                        what));
        }
    }
    const std::pair<bool, const char*> of_records[] = {{given.cohorts.has_value(), "--cohorts"},
                                                       {given.input.drop_totals, "--drop-totals"}};
    for (const auto& [is_given, flag] : of_records) {
        if (is_given) {
            throw bad_usage(std::string(flag) + " is about records, and subscriptions are raw rows");
        }
    }
}

void read_stays(const projection_flags& given, const input_settings& how, projection_question& into,
                const streams& io) {
    row_options options = how.counting;
    const listener told = listening(io);
    options.progress = told.progress;
    const contracts_read read = read_contracts(*how.rows, given.files, options);
    told.progress_ends();
    told.counted({read.rows + read.skipped, read.skipped});
    for (const std::string& text : read.notes) {
        note(io, text);
    }
    for (const std::string& text : read.warnings) {
        warn(io, text, how.strict);
    }
    const std::string file = name_of(given.files.front());
    if (read.contracts.empty()) {
        throw bad_input(file, read.rows == 0 ? "holds no row" : "holds no contract that --where lets through");
    }
    if (!how.as_of && read.last_day > today()) {
        throw bad_input(file, fmt::format("the last date is {}, which is yet to come: say by --as-of on which day the "
                                          "data end",
                                          spell(containing(read.last_day, grain::day))));
    }
    const std::int32_t until = how.as_of.value_or(read.last_day);
    contract_cohorts seen = cohorts_of(read.contracts, how.rows->every, until, most_projected_ages);
    if (seen.cohorts.empty()) {
        throw bad_input(file, "every contract begins after " + spell(containing(until, grain::day)));
    }
    into.until = spell(containing(until, grain::day));
    into.cohorts = std::move(seen.cohorts);
    if (into.base.empty()) {
        into.base = std::move(seen.running);
    }
    const auto contracts = [](std::uint64_t count) {
        return fmt::format("{} contract{}", count, count == 1 ? "" : "s");
    };
    if (!how.as_of) {
        note(io, "the data are taken to end on " + into.until + ", the last date in them; --as-of names another day");
    }
    if (seen.later != 0) {
        note(io, fmt::format("{} that begin{} after it left out", contracts(seen.later), seen.later == 1 ? "s" : ""));
    }
    if (seen.undecided != 0) {
        note(io, fmt::format("{} ended since the last renewal that is seen of those who began alike; they count as "
                             "there at it, not yet as lost, and nothing more is expected of them",
                             contracts(seen.undecided)));
    }
    if (into.renewals() == 0) {
        throw bad_input(file, fmt::format("no contract has come to a renewal by {}: none has run for a whole {}",
                                          into.until, name(how.rows->every)));
    }
}

}  // namespace

cohorts_input read_cohorts_of(projection_flags& given, projection_question& into, const streams& io) {
    const catalogue known;
    if (given.input.raw.subscriptions && !given.input.raw.period && !given.input.raw.plan) {
        given.input.raw.period = usual_period_of_contracts;
    }
    input_settings how = settled(given.input, {}, known, io);
    if (how.rows && how.rows->subscriptions) {
        require_nothing_but_contracts(given, *how.rows);
        read_stays(given, how, into, io);
        return {{}, how.rows->every};
    }
    how.records.labels.insert(how.records.labels.end(),
                              {age_label, cohort_label, given.cohorts.value_or(cohort_label)});
    how.ages_in_order = true;
    record_input input(given.files, known, how, listening(io));
    cohorts_of_records read = survivors_of(input.all(), given.cohorts);
    for (const std::string& text : read.notes) {
        warn(io, text, how.strict);
    }
    into.cohorts = std::move(read.cohorts);
    into.periods = std::move(read.periods);
    return {input.currency(), read.every};
}

}  // namespace cxm
