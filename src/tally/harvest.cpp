#include "tally/harvest.hpp"

#include <map>
#include <memory>
#include <string>

#include <fmt/format.h>

#include "tally/stays.hpp"
#include "text/problem.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

bool is_within(std::int32_t first, grain every, const tally_options& options) {
    const period p = containing(first, every);
    return (!options.from || p.last >= options.from->first) && (!options.to || p.first <= options.to->last);
}

/// A figure of a histogram of answers.
std::uint64_t sum_up(answer_figure wanted, const program::survey& s, const std::uint64_t* words) {
    std::uint64_t sum = 0;
    for (int score = s.low; score <= s.high; ++score) {
        const std::uint64_t count = words[s.word + static_cast<std::size_t>(score - s.low)];
        switch (wanted) {
            case answer_figure::answers: sum += count; break;
            case answer_figure::points: sum += count * static_cast<std::uint64_t>(score); break;
            case answer_figure::points_squared: sum += count * static_cast<std::uint64_t>(score * score); break;
            case answer_figure::top: sum += score >= s.top_from ? count : 0; break;
            case answer_figure::middle: sum += score >= s.middle_from && score < s.top_from ? count : 0; break;
            case answer_figure::bottom: sum += score < s.middle_from ? count : 0; break;
        }
    }
    return sum;
}

/// What is wrong with a value. Rounded to a double, the fraction of a large number is gone, and 2^53 + 1 is 2^53.
std::string objection(const measure& m, int128 value) {
    if (is_count(m.of) && value % fixed_of(1) != 0) {
        return decimal(value) + " is not a whole number";
    }
    if (is_count(m.of) && value > fixed_of(static_cast<std::uint64_t>(largest_count))) {
        return decimal(value) + " is above 2^53, the largest count";
    }
    return objection(m, to_double(value));
}

/// Values of one record, by key.
std::map<std::string_view, int128> values_of(const counter& counted, const std::vector<std::uint64_t>& texts,
                                             const tallied_row& r) {
    const program& plan = counted.plan();
    std::map<std::string_view, int128> values;
    if (plan.start != program::none && r.period != no_day) {
        const std::uint64_t customers[] = {r.start, r.won, r.lost, r.start + r.won - r.lost};
        for (std::size_t i = 0; i < std::size(stay_measures); ++i) {
            values[stay_measures[i]] = fixed_of(customers[i]);
        }
    }
    const std::vector<std::uint64_t> nothing(plan.words);
    const std::uint64_t* const words = r.group == no_group ? nothing.data() : counted.groups().words(r.group);
    for (const program::survey& s : plan.surveys) {
        for (const survey_kind::figure_made& figure : s.of->measures) {
            values[figure.measure] = fixed_of(sum_up(figure.of, s, words));
        }
    }
    std::size_t distinct = 0;
    for (const program::measured& m : plan.measures) {
        if (m.kind == counting::count) {
            values[m.of->key] = fixed_of(words[m.word]);
        } else if (m.kind == counting::distinct) {
            const std::size_t owner = r.group * counted.distinct_measures() + distinct++;
            values[m.of->key] = fixed_of(r.group == no_group ? 0 : texts[owner]);
        } else if (words[m.word + 2] != 0) {
            values[m.of->key] = wide(words + m.word);
        }
    }
    return values;
}

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

}  // namespace

void harvest(const counter& counted, const std::vector<std::uint64_t>& texts, const tally_options& options,
             tally_result& into) {
    const program& plan = counted.plan();
    into.rows = counted.rows;
    warn_of_narrow_answers(counted, into);
    if (counted.without_date != 0) {
        into.warnings.push_back(fmt::format("{} row{} without {}: counted in a record without a period",
                                            counted.without_date, counted.without_date == 1 ? "" : "s",
                                            quoted(plan.columns[plan.period])));
    }
    auto room = std::make_shared<std::vector<std::unique_ptr<std::string>>>();
    const auto keep = [&](std::string_view text) -> std::string_view {
        return *room->emplace_back(std::make_unique<std::string>(text));
    };
    records& to = into.counted;
    for (const measure* m : plan.counted) {
        to.numbers.push_back({m, {}});
    }
    for (const std::string& name : plan.label_names) {
        to.labels.push_back({name, {}});
    }
    std::int32_t last_spelled = no_day;
    std::string_view spelled;
    for (const tallied_row& r : rows_of(counted, options)) {
        if (r.period != no_day && !is_within(r.period, plan.every, options)) {
            continue;
        }
        if (r.period != no_day && r.period != last_spelled) {
            last_spelled = r.period;
            spelled = keep(spell(containing(r.period, plan.every)));
        }
        const std::size_t first_label = plan.period_is_text ? 1 : 0;
        to.periods.push_back(plan.period_is_text ? keep(r.labels[0]) : r.period == no_day ? "" : spelled);
        to.lines.push_back(to.lines.size() + 1);
        for (std::size_t i = 0; i < to.labels.size(); ++i) {
            const std::string_view text = r.labels[i + first_label];
            to.labels[i].values.push_back(text.empty() ? std::string_view() : keep(text));
        }
        const auto values = values_of(counted, texts, r);
        for (auto& column : to.numbers) {
            const auto value = values.find(column.of->key);
            column.values.push_back(value == values.end() ? not_given : to_double(value->second));
            if (value == values.end()) {
                continue;
            }
            if (const std::string wrong = objection(*column.of, value->second); !wrong.empty()) {
                throw bad_input(title(to, to.size() - 1), std::string(column.of->key) + ": " + wrong);
            }
        }
    }
    to.owners.push_back(room);
    if (to.size() == 0) {
        into.why_empty = counted.rows == 0      ? "there are no rows"
                         : counted.fitting == 0 ? fmt::format("none of {} row{} meets the condition {}", counted.rows,
                                                              counted.rows == 1 ? "" : "s", shown(plan.where_text))
                                                : "none of the rows makes a record";
    }
}

}  // namespace cxm
