#include "results/bound_metric.hpp"

#include <algorithm>
#include <cmath>
#include <cxm/histogram.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/reconcile.hpp>
#include <cxm/rollup.hpp>
#include <utility>

#include <fmt/format.h>

#include "results/few_answers.hpp"
#include "results/rox_notes.hpp"
#include "text/pieces.hpp"
#include "text/problem.hpp"

namespace cxm {

bound_metric bind(const metric& m, const records& rows, const report_options& options) {
    interval_options own = options;
    own.scale = options.scale_of(m);
    own.population = counts_answers(m) ? options.population : not_given;
    bound_metric bound{&m, estimator(m, own), consistency(m), {}, {}};
    for (const measure* input : inputs_of(m)) {
        const auto* column = rows.find(*input);
        bound.columns.push_back(column);
        bound.values.push_back(column != nullptr ? column->values.data() : nullptr);
    }
    return bound;
}

namespace {

constexpr std::string_view no_width = "the interval has no width, as this method knows no spread where all are alike";

static_assert(formula::most_inputs <= 32, "result::lacks has a bit for each");

/// Why the pooled measure that made a result missing has no value, where pooling is to blame.
std::string_view pooling_note(const bound_metric& m, const outcome& o, std::size_t row) {
    if (o.is != status::missing || m.of->value.empty()) {
        return {};
    }
    const auto* column = m.columns[m.of->value.steps()[o.at].at];
    return column == nullptr || column->why.empty() ? std::string_view() : column->why[row];
}

/// Notes why a result is missing: what pooling is to blame for, and the other measures that are not there.
void note_missing(const bound_metric& m, std::span<const double> inputs, std::size_t row, result& r) {
    if (r.comes_to.is != status::missing) {
        return;
    }
    if (const std::string_view pooled = pooling_note(m, r.comes_to, row); !pooled.empty()) {
        r.note = pooled;
    }
    for (std::size_t i = 0; i < m.of->value.inputs().size(); ++i) {
        const auto* column = m.columns[i];
        const bool lost_in_pool = column != nullptr && !column->why.empty() && !column->why[row].empty();
        const bool lacks = is_missing(input_value(m.of->value, inputs, i)) && !lost_in_pool;
        r.lacks |= lacks ? std::uint32_t{1} << i : 0;
    }
}

/// Texts that are made while results are, which the records keep.
using note_room = std::deque<std::string>;

void mark_impossible(result& r, std::string why, note_room& notes) {
    r.comes_to = {status::undefined, 0, 0};
    r.limits.reset();
    r.n = not_given;
    r.note = notes.emplace_back(std::move(why));
    r.impossible = true;
}

const std::array<const measure*, 3> references = {&reference_customers, &reference_conversions, &reference_stayed};

bool is_reference(const measure& m) { return m == *references[0] || m == *references[1] || m == *references[2]; }

/// With an empty reference group of one, everything counts as brought about by the experience.
void take_gross(const metric& m, std::span<double> inputs) {
    for (std::size_t i = 0; i < m.value.inputs().size(); ++i) {
        if (is_reference(*m.value.inputs()[i])) {
            inputs[i] = *m.value.inputs()[i] == reference_customers ? 1 : 0;
        }
    }
}

/// `1,500`.
std::string grouped(double count) {
    std::string digits = fmt::format("{:.0f}", count);
    group_digits(digits);
    return digits;
}

/// Whether the sum of the squared answers of a mean is known and yet says nothing of how they differ.
bool knows_equal_answers(const metric& m, std::span<const double> inputs, const estimate& mean) {
    return inference_of(m) == inference::mean && m.squares != nullptr && mean.comes_to.ok() && !mean.limits &&
           mean.n > 1 && !is_missing(squares_of(m, inputs));
}

constexpr std::string_view skewed = "very skewed: the interval of the mean may miss more often than it says";

/// Of the squares, which a mean has behind its two sums.
bool is_too_skewed(const metric& m, std::span<const double> inputs) {
    return m.shown != as::score && m.squares != nullptr && inputs.size() == 3 &&
           cxm::is_too_skewed(inputs[0], inputs[2], inputs[1]);
}

std::string_view population_note(double answers, double population, note_room& notes) {
    return answers == population
               ? std::string_view("everybody answered, so nothing is left to chance")
               : notes.emplace_back(fmt::format("of {} people who could be asked", grouped(population)));
}

/// How many answers a survey's metric is made of; not_given where one of its measures is missing.
double answers_of(const metric& m, std::span<const double> inputs) {
    if (!is_net(m)) {
        return inputs[1];
    }
    double sum = 0;
    for (const measure* part : m.net) {
        sum += inputs[position(m.value, *part)];
    }
    return sum;
}

/// Of a survey among few people it is as much smaller as its interval.
double error_of(const bound_metric& m, std::span<const double> inputs, const report_options& options) {
    const double error = standard_error(*m.of, inputs).value_or(not_given);
    if (is_missing(error) || is_missing(options.population) || !counts_answers(*m.of)) {
        return error;
    }
    const double answers = answers_of(*m.of, inputs);
    return error * std::sqrt(answers / effective_n(answers, options.population));
}

/// What a record of weighted answers cannot tell: how many there are, to be held against what is counted.
constexpr std::string_view weighted_and_not = "the answers are weighted, and what they are held against is not";

/// What is to be known of counts that are no whole numbers.
std::string_view fraction_note(const bound_metric& m, std::span<const double> inputs, note_room& notes) {
    const bool any_part = rounds_counts(*m.of) && std::any_of(inputs.begin(), inputs.end(), [](double value) {
                              return !is_missing(value) && std::floor(value) != value;
                          });
    if (any_part) {
        return "its interval is that of the count rounded to a whole number";
    }
    const bool differ = has_weights(m, inputs) && worth_of_weights(*m.of, inputs, sum_of_weights(*m.of, inputs)) != 1;
    return differ ? notes.emplace_back(
                        fmt::format("n is Kish's effective number of answers; their weights add up to {:.10g}",
                                    sum_of_weights(*m.of, inputs)))
                  : std::string_view();
}

void add_rox_notes(const bound_metric& m, std::size_t row, std::span<const double> taken, result& r, note_room& notes) {
    if (r.of->stand_ins.empty() && position(r.of->value, mention_value) == r.of->value.inputs().size()) {
        return;
    }
    input_values given;
    const std::string more = r.comes_to.ok() ? rox_notes(*r.of, gather_given(m, row, given), taken) : std::string();
    if (!more.empty()) {
        r.note = notes.emplace_back(std::string(r.note) + (r.note.empty() ? "" : "; ") + more);
    }
}

}  // namespace

bool can_be_gross(const metric& m) {
    const auto reads = [&](const measure* each) { return position(m.value, *each) < m.value.inputs().size(); };
    return reads(&reference_conversions) || reads(&reference_stayed);
}

void chain(const bound_metric& in_parts, const records& parts, const std::vector<std::size_t>& periods,
           const report_options& options, result& into, note_room& notes) {
    const metric& m = *in_parts.of;
    into.of = &m;
    const fraction share = split(m.value);
    std::vector<counted_share> shares;
    input_values values;
    for (const std::size_t row : periods) {
        const auto inputs = gather(in_parts, row, values);
        if (!in_parts.consistent.holds(inputs)) {
            const std::string named = title(parts, row);
            mark_impossible(into, named + (named.empty() ? "" : ": ") + in_parts.consistent.objection(inputs), notes);
            return;
        }
        const outcome whole = evaluate(m.value, inputs);
        if (!whole.ok()) {
            into.comes_to = whole;
            into.limits.reset();
            note_missing(in_parts, inputs, row, into);
            return;
        }
        const double x = evaluate(share.top, inputs).value;
        const double n = evaluate(share.bottom, inputs).value;
        shares.push_back({m.chain == chained::kept ? x : n - x, n});
    }
    const kept_share kept = chain_kept(shares, options.level);
    into.comes_to = kept.comes_to;
    into.limits = options.intervals ? kept.limits : std::nullopt;
    into.n = shares.front().n;
    into.note = "the shares kept in each period, multiplied";
    if (m.chain == chained::lost) {
        into.comes_to.value = 1 - kept.comes_to.value;
        if (into.limits) {
            into.limits = interval{1 - kept.limits->high, 1 - kept.limits->low, options.level, kept.limits->method};
        }
    }
}

void compute(const bound_metric& m, std::size_t row, bool joined, const report_options& options, result& into,
             note_room& notes) {
    input_values values;
    const auto inputs = gather(m, row, values);
    into.of = m.of;
    if (m.consistent.can_fail() && !m.consistent.holds(inputs, joined) &&
        evaluate(m.of->value, inputs).is != status::missing) {
        input_values given;
        mark_impossible(
            into, in_names_given(*m.of, gather_given(m, row, given), m.consistent.objection(inputs, joined)), notes);
        return;
    }
    if (mixes_weights(m, inputs) && evaluate(m.of->value, inputs).is != status::missing) {
        mark_impossible(into, std::string(weighted_and_not), notes);
        return;
    }
    if (options.gross && can_be_gross(*m.of)) {
        take_gross(*m.of, {values.data(), inputs.size()});
        into.comes_to = evaluate(*m.of, inputs);
        into.note = "gross: not incremental";
    } else {
        m.estimates.add_to(into, inputs);
        into.error = options.errors ? error_of(m, inputs, options) : not_given;
        into.all_alike = options.intervals && knows_equal_answers(*m.of, inputs, into);
        const bool of_few_people = into.limits && counts_answers(*m.of) && !is_missing(options.population);
        if (into.limits && into.limits->low == into.limits->high && !of_few_people) {
            into.note = no_width;
        } else if (into.limits && is_too_skewed(*m.of, inputs)) {
            into.note = skewed;
        } else if (of_few_people) {
            into.note = population_note(into.n, options.population, notes);
        } else if (into.comes_to.ok()) {
            into.note = fraction_note(m, inputs, notes);
        }
        if (has_few_answers(*m.of, into)) {
            into.note = into.note.empty()
                            ? few_answers
                            : std::string_view(notes.emplace_back(fmt::format("{}; {}", few_answers, into.note)));
        }
    }
    add_rox_notes(m, row, inputs, into, notes);
    into.left_out = m.of->needs != nullptr && into.comes_to.is == status::missing && evaluate(m.of->value, inputs).ok();
    note_missing(m, inputs, row, into);
}

void require_within_population(const bound_metric& m, const records& rows, std::size_t row,
                               const report_options& options) {
    if (is_missing(options.population) || !counts_answers(*m.of)) {
        return;
    }
    input_values values;
    const double answers = answers_of(*m.of, gather(m, row, values));
    if (rows.is_joined(row)) {
        throw bad_input(place_and_title(rows, row),
                        "--population is of one survey, and this is several periods joined; leave out --every");
    }
    if (answers > options.population) {
        throw bad_input(place_and_title(rows, row), fmt::format("{} counts {:.0f} answers, more than the {:.0f} people "
                                                                "that --population says",
                                                                m.of->key, answers, options.population));
    }
}

void require_on_scale(const bound_metric& m, const records& rows, std::size_t row, double mean,
                      const answer_scale& scale) {
    if (m.of->shown == as::score && scale.highest > scale.lowest && !is_missing(mean) && !is_on(scale, mean)) {
        input_values inputs;
        throw bad_input(place_and_title(rows, row),
                        off_scale(*m.of, gather(m, row, inputs), scale) + " that --scale says");
    }
}

}  // namespace cxm
