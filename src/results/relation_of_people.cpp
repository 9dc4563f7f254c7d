#include "results/relation_of_people.hpp"

#include <string_view>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>
#include <cxm/interval/proportion.hpp>

#include "text/problem.hpp"

namespace cxm {

namespace {

double count_at(const records& of, const catalogue& known, std::string_view measure, std::size_t row) {
    const double value = of.find(*known.find_measure(measure))->values[row];
    return is_missing(value) ? 0 : value;
}

/// The person of a record.
std::string_view person_of(const records& of, std::size_t row) {
    const std::string_view id = of.labels.front().values[row];
    if (id.empty()) {
        throw bad_input(shown_end(of.source),
                        quote_of(of.labels.front().name) + " is blank in some rows: nobody knows whose they are");
    }
    return id;
}

void require_once(const records& of, std::size_t row, double times, std::string_view what) {
    if (times > 1) {
        throw bad_input(shown_end(of.source), fmt::format("{} {} {} times: one row a person is compared",
                                                          quote_of(person_of(of, row)), what, times));
    }
}

constexpr std::string_view groups_by_score[] = {"detractors", "passives", "promoters"};

/// The group of everyone who answered.
std::unordered_map<std::string_view, std::size_t> groups_of(const records& answers, const catalogue& known) {
    std::unordered_map<std::string_view, std::size_t> groups;
    for (std::size_t row = 0; row < answers.size(); ++row) {
        const std::string_view person = person_of(answers, row);
        double times = 0;
        for (std::size_t group = 0; group < std::size(groups_by_score); ++group) {
            const double here = count_at(answers, known, groups_by_score[group], row);
            times += here;
            if (here > 0) {
                groups[person] = group;
            }
        }
        require_once(answers, row, times, "answers");
    }
    return groups;
}

}  // namespace

relation_of_people relate_people(const records& answers, const records& customers, const catalogue& known,
                                 double level) {
    relation_of_people made{.level = level};
    const auto group_of = groups_of(answers, known);
    std::size_t matched = 0;
    for (std::size_t row = 0; row < customers.size(); ++row) {
        const auto at = group_of.find(person_of(customers, row));
        require_once(customers, row, count_at(customers, known, "customers_start", row), "is there");
        people_counted& group = made.groups[at == group_of.end() ? groups_of_people - 1 : at->second];
        matched += at == group_of.end() ? 0 : 1;
        ++group.people;
        group.lost += count_at(customers, known, "customers_lost", row);
    }
    made.answers_of_nobody = group_of.size() - matched;
    std::vector<scored_group> scored;
    for (std::size_t i = 0; i < groups_of_people; ++i) {
        people_counted& group = made.groups[i];
        if (group.people > 0) {
            group.limits = wilson(group.lost, group.people, level);
        }
        if (i + 1 < groups_of_people) {
            scored.push_back({static_cast<double>(i), group.lost, group.people});
        }
    }
    made.trend = cochran_armitage(scored, level);
    return made;
}

}  // namespace cxm
