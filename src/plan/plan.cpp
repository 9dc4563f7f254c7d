#include "plan/plan.hpp"

#include <algorithm>

#include "catalogue/called.hpp"
#include "plan/label_source.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"

namespace cxm {

namespace {

/// What makes a measure, for messages.
struct source {
    std::string_view measure;
    std::string from;
};

std::vector<source> sources_of(const plan& p, const catalogue& known) {
    std::vector<source> sources;
    for (const plan::survey& s : p.surveys) {
        for (const survey_kind::figure_made& figure : figures_of(s)) {
            sources.push_back({figure.measure, "the " + std::string(s.of->key) + " survey"});
        }
        if (!p.weight.empty()) {
            sources.push_back({s.of->weights_squared, "the weights of the " + std::string(s.of->key) + " survey"});
        }
    }
    for (const std::string_view measure : stay_measures) {
        if (p.subscriptions) {
            sources.push_back({measure, "the subscriptions"});
        }
    }
    for (const plan::own_measure& m : p.measures) {
        for (const plan::own_measure& part : parts_of(m, known)) {
            const measure* const of = known.find_measure(part.name);
            sources.push_back({of == nullptr ? std::string_view(m.name) : of->key, "an expression"});
        }
    }
    return sources;
}

void validate_labels(const plan& p, const catalogue& known) {
    for (std::size_t i = 0; i < p.by.size(); ++i) {
        const std::string& name = p.by[i].name;
        if (name == "period" || known.find_measure(name) != nullptr) {
            throw bad_usage("a label cannot be called " + quoted(name) + ", which has a meaning in records; " +
                            "give it another name: " + shown(name) + "_label=" + shown(p.by[i].column));
        }
        parse_label_source(p.by[i].column);
        for (std::size_t j = 0; j < i; ++j) {
            if (p.by[j].name == name) {
                throw bad_usage("the label " + quoted(name) + " is given twice");
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

bool has_seconds(const condition& c) {
    return std::any_of(c.numbers.begin(), c.numbers.end(), [](const arithmetic& each) { return each.has_seconds(); });
}

/// Whether cells are read as dates: of periods, labels, or times between which seconds are counted.
bool reads_dates(const plan& p) {
    const auto tells_time = [](const plan::label& label) {
        const label_source::kind is = parse_label_source(label.column).is;
        return is == label_source::kind::weekday || is == label_source::kind::hour;
    };
    return p.every != grain::free || std::any_of(p.by.begin(), p.by.end(), tells_time) || has_seconds(p.where.meets) ||
           std::any_of(p.measures.begin(), p.measures.end(), [](const plan::own_measure& m) {
               return m.counted.summand.has_seconds() || has_seconds(m.counted.where);
           });
}

}  // namespace

std::vector<const measure*> measures_of(const plan& p, const catalogue& known) {
    const std::vector<source> sources = sources_of(p, known);
    std::vector<const measure*> counted;
    for (const measure* m : known.measures()) {
        if (std::any_of(sources.begin(), sources.end(), [&](const source& s) { return s.measure == m->key; })) {
            counted.push_back(m);
        }
    }
    return counted;
}

const plan::survey* plan::find(const survey_kind& of) const {
    const auto at = std::find_if(surveys.begin(), surveys.end(), [&](const survey& s) { return s.of == &of; });
    return at == surveys.end() ? nullptr : &*at;
}

void validate(const plan& p, const catalogue& known) {
    const std::vector<source> sources = sources_of(p, known);
    if (sources.empty()) {
        throw bad_usage(
            "the plan counts nothing; give --nps, --csat, --ces, --measure NAME=EXPRESSION or --subscriptions");
    }
    for (std::size_t i = 0; i < sources.size(); ++i) {
        if (known.find_measure(sources[i].measure) == nullptr) {
            throw bad_usage(quoted(sources[i].measure) + " is not a measure" +
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
    if (!p.date_format.empty()) {
        plan copy;
        set_date_format(copy, p.date_format);
        if (!reads_dates(p)) {
            const std::string column = p.period.empty() ? "COLUMN" : p.period;
            throw bad_usage("a date format needs a grain, without which no dates are read; give --period " +
                            quoted(column + ":month"));
        }
    }
    if (!p.time_zone.empty() && !reads_dates(p)) {
        throw bad_usage(
            "a time zone says on which day a time falls, and no dates are read; give --period COLUMN:month");
    }
    if (!p.weight.empty() && p.surveys.empty()) {
        throw bad_usage("a weight is that of answers to a survey, and there is none; give --nps, --csat or --ces");
    }
    if (p.subscriptions && p.every == grain::free) {
        throw bad_usage("subscriptions need periods of the calendar; give --period :month, or a column with its grain");
    }
    if (p.subscriptions && !p.period.empty() && sources.size() == std::size(stay_measures)) {
        throw bad_usage("subscriptions alone have the periods of their stays, of which " + quoted(p.period) +
                        " says nothing; give --period :" + std::string(name(p.every)));
    }
    if (!p.subscriptions && p.period.empty() && p.every != grain::free) {
        throw bad_usage("the period has a grain and no column; give --period COLUMN:" + std::string(name(p.every)));
    }
    if (p.subscriptions && p.period.empty() && sources.size() > std::size(stay_measures)) {
        throw bad_usage("measures beside subscriptions need a period of their own; give --period COLUMN:" +
                        std::string(name(p.every)));
    }
}

}  // namespace cxm
