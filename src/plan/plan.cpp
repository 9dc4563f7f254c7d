#include "plan/plan.hpp"

#include <algorithm>

#include "plan/condition.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// What makes a measure, for messages.
struct source {
    std::string_view measure;
    std::string_view from;
};

std::vector<source> sources_of(const plan& p) {
    std::vector<source> all;
    const auto add = [&](bool there, std::string_view from, std::initializer_list<std::string_view> keys) {
        for (const std::string_view key : keys) {
            if (there) {
                all.push_back({key, from});
            }
        }
    };
    add(p.nps.has_value(), "the nps survey", {"promoters", "passives", "detractors"});
    add(p.csat.has_value(), "the csat survey",
        {"csat_satisfied", "csat_answers", "csat_points", "csat_points_squared"});
    add(p.ces.has_value(), "the ces survey", {"effort_answers", "effort_points", "effort_points_squared"});
    add(p.subscriptions.has_value(), "the subscriptions",
        {"customers_start", "customers_new", "customers_lost", "customers_end"});
    for (const auto& [name, text] : p.measures) {
        all.push_back({name, "an expression"});
    }
    return all;
}

void validate_labels(const plan& p, const catalogue& known) {
    for (std::size_t i = 0; i < p.by.size(); ++i) {
        const std::string& name = p.by[i].name;
        if (name == "period" || known.find_measure(name) != nullptr) {
            throw bad_usage("a label cannot be called " + quoted(name) + ", which has a meaning in records; " +
                            "give it another name: " + shown(name) + "_label=" + shown(p.by[i].column));
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (p.by[j].name == name) {
                throw bad_usage("the label " + quoted(name) + " is given twice");
            }
        }
    }
}

void validate_survey(const char* name, const plan::survey& s, bool has_cuts) {
    if (s.column.empty()) {
        throw bad_usage(std::string("the survey ") + name + " names no column");
    }
    if (has_cuts && (s.high != 10 || s.low != 0) && s.passives_from == 7 && s.promoters_from == 9) {
        throw bad_usage("an nps on a scale other than 0..10 needs cuts in the plan: the least answers of a passive and "
                        "of a promoter, as \"cuts\": [4, 5]");
    }
    if (has_cuts && !(s.low < s.passives_from && s.passives_from < s.promoters_from && s.promoters_from <= s.high)) {
        throw bad_usage("the cuts of nps must rise within the scale: its least passive, then its least promoter");
    }
}

}  // namespace

std::vector<const measure*> measures_of(const plan& p, const catalogue& known) {
    const std::vector<source> sources = sources_of(p);
    std::vector<const measure*> found;
    for (const measure* m : known.measures()) {
        if (std::any_of(sources.begin(), sources.end(), [&](const source& s) { return s.measure == m->key; })) {
            found.push_back(m);
        }
    }
    return found;
}

void validate(const plan& p, const catalogue& known) {
    const std::vector<source> sources = sources_of(p);
    if (sources.empty()) {
        throw bad_usage(
            "the plan counts nothing; give --nps, --csat, --ces, --measure NAME=EXPRESSION or --subscriptions");
    }
    std::vector<std::string_view> keys;
    for (const measure* m : known.measures()) {
        keys.push_back(m->key);
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (known.find_measure(sources[i].measure) == nullptr) {
            throw bad_usage(quoted(sources[i].measure) + " is not a measure" + did_you_mean(sources[i].measure, keys));
        }
        for (std::size_t j = 0; j < i; ++j) {
            if (sources[j].measure == sources[i].measure) {
                throw bad_usage(std::string(sources[i].measure) + " has two sources: " + std::string(sources[j].from) +
                                " and " + std::string(sources[i].from));
            }
        }
    }
    for (const auto& [name, text] : p.measures) {
        (void)parse_expression(text);
    }
    if (!p.where.empty()) {
        (void)parse_condition(p.where);
    }
    validate_labels(p, known);
    if (p.nps) {
        validate_survey("nps", *p.nps, true);
    }
    if (p.csat) {
        validate_survey("csat", *p.csat, false);
    }
    if (p.ces) {
        validate_survey("ces", *p.ces, false);
    }
    if (!p.date_format.empty()) {
        plan copy;
        set_date_format(copy, p.date_format);
        if (p.every == grain::free) {
            const std::string column = p.period.empty() ? "COLUMN" : p.period;
            throw bad_usage("a date format needs a grain, without which no dates are read; give --period " +
                            quoted(column + ":month"));
        }
    }
    if (p.subscriptions && p.every == grain::free) {
        throw bad_usage("subscriptions need periods of the calendar; give --period :month, or a column with its grain");
    }
    if (!p.subscriptions && p.period.empty() && p.every != grain::free) {
        throw bad_usage("the period has a grain and no column; give --period COLUMN:" + std::string(name(p.every)));
    }
    if (p.subscriptions && p.period.empty() && sources.size() > 4) {
        throw bad_usage("measures beside subscriptions need a period of their own; give --period COLUMN:" +
                        std::string(name(p.every)));
    }
}

}  // namespace cxm
