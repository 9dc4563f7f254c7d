#include "tally/figures.hpp"

#include "values/number.hpp"

namespace cxm {

namespace {

/// How many there are of a box, or what they weigh, in units of 10^-18.
int128 count_of(const program::survey& s, std::size_t box, const std::uint64_t* words) {
    const std::uint64_t* const at = words + s.word + s.each * box;
    return s.each == 1 ? fixed_of(*at) : wide(at);
}

/// A figure of a histogram of answers.
int128 sum_up(answer_figure wanted, const program::survey& s, const std::uint64_t* words) {
    int128 sum = 0;
    for (int score = s.low; score <= s.high; ++score) {
        const int128 count = count_of(s, static_cast<std::size_t>(score - s.low), words);
        switch (wanted) {
            case answer_figure::answers: sum += count; break;
            case answer_figure::points: sum += count * score; break;
            case answer_figure::points_squared: sum += count * (score * score); break;
            case answer_figure::top: sum += score >= s.top_from ? count : 0; break;
            case answer_figure::middle: sum += score >= s.middle_from && score < s.top_from ? count : 0; break;
            case answer_figure::bottom: sum += score < s.middle_from ? count : 0; break;
        }
    }
    return sum;
}

}  // namespace

std::string objection(const measure& m, int128 value) {
    if (is_whole(m) && m.weights == nullptr && value % fixed_of(1) != 0) {
        return decimal_text(value) + " is not a whole number";
    }
    if (is_count(m.of) && value > fixed_of(static_cast<std::uint64_t>(largest_count))) {
        return decimal_text(value) + " is above 2^53, the largest count";
    }
    return objection(m, to_double(value), true);
}

std::map<std::string_view, int128> figures_of(const counter& counted, const std::vector<std::uint64_t>& texts,
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
        for (const survey_kind::figure_made& figure : s.measures) {
            values[figure.measure] = sum_up(figure.of, s, words);
        }
        if (s.each == 2) {
            values[s.of->weights_squared] = wide(words + s.squares_word());
        }
    }
    std::size_t distinct = 0;
    for (const program::measured& m : plan.measures) {
        int128 value = 0;
        if (m.kind == counting::count) {
            value = fixed_of(words[m.word]);
        } else if (m.kind == counting::distinct) {
            const std::size_t owner = r.group * counted.distinct_measures() + distinct++;
            value = fixed_of(r.group == no_group ? 0 : texts[owner]);
        } else if (m.kind == counting::quantile) {
            value = counted.quantile(r.group, static_cast<std::size_t>(&m - plan.measures.data()));
        } else {
            value = wide(words + m.word);
        }
        // Of no row there is nothing, 0; of rows that do not say there is no telling, nor of a value among none.
        const bool is_picked = m.kind == counting::least || m.kind == counting::most || m.kind == counting::quantile;
        if (m.kind == counting::count || (is_picked ? (words[m.met_word()] & program::met_filled) != 0
                                                    : words[m.met_word()] != program::met_blank)) {
            values[m.of->key] = value;
        }
    }
    return values;
}

}  // namespace cxm
