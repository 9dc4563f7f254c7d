#include <algorithm>

#include "catalogue/called.hpp"
#include "plan/label_source.hpp"
#include "plan/plan.hpp"
#include "plan/sources.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

void validate_labels(const plan& p, const catalogue& known) {
    for (std::size_t i = 0; i < p.by.size(); ++i) {
        const std::string& name = p.by[i].name;
        if (name == "period" || known.find_measure(name) != nullptr) {
            throw bad_usage("a label cannot be called " + quote_of(name) + ", which has a meaning in records; " +
                            "give it another name: " + shown(name) + "_label=" + shown(p.by[i].column));
        }
        parse_label_source(p.by[i].column);
        for (std::size_t j = 0; j < i; ++j) {
            if (p.by[j].name == name) {
                throw bad_usage("the label " + quote_of(name) + " is given twice");
            }
        }
    }
}

void validate_survey(const plan::survey& s) {
    if (s.column.empty()) {
        throw bad_usage("the survey " + std::string(s.of->key) + " names no column");
    }
    const bool usual_cuts = s.passives_from == 7 && s.promoters_from == 9;
    const int steps = s.high - s.low + 1;
    if (!s.answers.empty() && s.of->key == "csat" && !s.satisfied_from && steps > 2 && steps < 5) {
        throw bad_usage(
            "of " + std::to_string(steps) +
            " answers nothing says which are satisfied; give two kinds, satisfied|not, or cuts in the plan: "
            "the least satisfied, as \"cuts\": [3]");
    }
    if (s.satisfied_from && (*s.satisfied_from <= s.low || *s.satisfied_from > s.high)) {
        throw bad_usage("the cut of csat must lie within the scale: its least satisfied answer");
    }
    if (s.of->has_cuts && (s.high != 10 || s.low != 0) && usual_cuts) {
        throw bad_usage("an nps on a scale other than 0..10 needs cuts in the plan: the least answers of a passive and "
                        "of a promoter, as \"cuts\": [4, 5]");
    }
    if (s.of->has_cuts &&
        !(s.low < s.passives_from && s.passives_from < s.promoters_from && s.promoters_from <= s.high)) {
        throw bad_usage("the cuts of nps must rise within the scale: its least passive, then its least promoter");
    }
}

void validate_dates(const plan& p) {
    if (!p.date_format.empty()) {
        plan copy;
        set_date_format(copy, p.date_format);
        if (!reads_dates(p)) {
            const std::string column = p.period.empty() ? "COLUMN" : p.period;
            throw bad_usage("a date format needs a grain, without which no dates are read; give --period " +
                            quote_of(column + ":month"));
        }
    }
    if (!p.time_zone.empty() && !reads_dates(p)) {
        throw bad_usage(
            "a time zone says on which day a time falls, and no dates are read; give --period COLUMN:month");
    }
}

/// What says whose rows they are must be of use, and of one mind.
void validate_people(const plan& p) {
    const auto differs = [&](const std::string& id, const std::string& time) {
        return p.people && (p.people->id != id || (!p.people->time.empty() && p.people->time != time));
    };
    if ((p.orders && differs(p.orders->id, p.orders->time)) ||
        (p.amounts && differs(p.amounts->id, p.amounts->month))) {
        throw bad_usage("people are told by " + quote_of(p.people->id) + (p.people->time.empty() ? "" : " and ") +
                        (p.people->time.empty() ? "" : quote_of(p.people->time)) + ", and the " +
                        (p.orders ? "orders" : "amounts") + " by other columns; leave out --people");
    }
    if (p.people && !p.subscriptions && !p.orders && !p.amounts && !p.one_per) {
        throw bad_usage("--people says whose rows these are, and nothing asks for it; give --orders, --subscriptions "
                        "or --one-per");
    }
    if (p.people && p.people->time.empty() && !p.subscriptions && !p.orders && !p.amounts) {
        throw bad_usage("--people " + quote_of(p.people->id) + " is of no use here without a time; give ID,TIME");
    }
    if (p.people && !p.people->time.empty() && p.subscriptions && !p.one_per) {
        throw bad_usage("stays say by themselves when they begin and end; give --people " + quote_of(p.people->id));
    }
    if (p.subscriptions && (p.subscriptions->rejoin_within || !p.subscriptions->leaving.text.empty()) && !p.people) {
        throw bad_usage("nothing says whose stays these are, so nobody can leave or rejoin; give --people ID");
    }
    if (p.one_per && (p.one_per->every != grain::free || p.one_per->counts == counted_row::last) &&
        time_of_keys(p).empty()) {
        throw bad_usage("one row per " + quote_of(spell(*p.one_per)) +
                        " needs the times of rows; give --people ID,TIME, or --period COLUMN:month");
    }
}

/// Amounts are of months whatever else is counted.
void validate_period_of_people(const plan& p) {
    const std::string column = p.orders ? p.orders->time : p.amounts->month;
    if (!p.period.empty() && (p.period != column || p.every == grain::free)) {
        throw bad_usage(
            (p.orders ? "orders have the periods of their times, " : "amounts have the periods of their months, ") +
            quote_of(column) + "; give --period " +
            quote_of(":" + std::string(p.amounts                ? "month"
                                       : p.every == grain::free ? "month"
                                                                : name(p.every))));
    }
    if (p.orders && p.orders->lost_after && p.every == grain::free) {
        throw bad_usage("customers are there at the start and at the end of periods; give --period :month");
    }
    if (p.orders && p.amounts && p.orders->time != p.amounts->month) {
        throw bad_usage("orders and amounts of one plan have one time, and these have " + quote_of(p.orders->time) +
                        " and " + quote_of(p.amounts->month));
    }
    if (p.amounts && p.every != grain::month && (p.every != grain::free || p.orders || counts_rows(p))) {
        throw bad_usage(p.every == grain::free ? "amounts are of months; give --period :month"
                                               : "amounts are of months; give --period :month, and let 'cxm report "
                                                 "--every " +
                                                     std::string(name(p.every)) + "' roll them up");
    }
}

void validate_period(const plan& p) {
    if (p.subscriptions && p.every == grain::free) {
        throw bad_usage("subscriptions need periods of the calendar; give --period :month, or a column with its grain");
    }
    if (p.orders || p.amounts) {
        validate_period_of_people(p);
        return;
    }
    if (p.subscriptions && !p.period.empty() && !counts_rows(p)) {
        throw bad_usage("subscriptions alone have the periods of their stays, of which " + quote_of(p.period) +
                        " says nothing; give --period :" + std::string(name(p.every)));
    }
    if (!p.subscriptions && p.period.empty() && p.every != grain::free) {
        throw bad_usage("the period has a grain and no column; give --period COLUMN:" + std::string(name(p.every)));
    }
    if (p.subscriptions && p.period.empty() && counts_rows(p)) {
        throw bad_usage("measures beside subscriptions need a period of their own; give --period COLUMN:" +
                        std::string(name(p.every)));
    }
}

}  // namespace

void validate(const plan& p, const catalogue& known) {
    const std::vector<measure_source> sources = sources_of(p, known);
    if (sources.empty()) {
        throw bad_usage(
            "the plan counts nothing; give --nps, --csat, --ces, --measure NAME=EXPRESSION, --subscriptions or --orders");
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (known.find_measure(sources[i].measure) == nullptr) {
            throw bad_usage(quote_of(sources[i].measure) + " is not a measure" +
                            meant_measure(known, sources[i].measure) + "; 'cxm list --measures' has them");
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (sources[j].measure == sources[i].measure) {
                throw bad_usage(std::string(sources[i].measure) + " has two sources: " + sources[j].from + " and " +
                                sources[i].from);
            }
        }
    }
    validate_labels(p, known);
    std::for_each(p.surveys.begin(), p.surveys.end(), validate_survey);
    validate_dates(p);
    validate_people(p);
    if (!p.weight.empty() && p.surveys.empty()) {
        throw bad_usage("a weight is that of answers to a survey, and there is none; give --nps, --csat or --ces");
    }
    validate_period(p);
    validate_types(p);
}

}  // namespace cxm
