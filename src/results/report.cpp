#include "results/report.hpp"

#include <algorithm>
#include <array>
#include <cxm/evaluate_columns.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/reconcile.hpp>
#include <cxm/rollup.hpp>
#include <cxm/spell.hpp>
#include <utility>

#include "text/problem.hpp"

namespace cxm {

namespace {

constexpr std::size_t most_inputs = formula::most_inputs + 1;

/// Below this the adjusted interval of NPS can miss even the value itself.
constexpr double few_answers = 10;

/// A metric with the columns that its inputs stand in; null where no record has the measure.
struct bound_metric {
    const metric* of;
    estimator estimates;
    std::vector<const records::number_column*> columns;
    std::vector<const double*> values;
};

bound_metric bind(const metric& m, const records& rows, const report_options& options) {
    interval_options own = options;
    own.scale = options.scale_of(m);
    bound_metric bound{&m, estimator(m, own), {}, {}};
    for (const measure* input : inputs_of(m)) {
        const auto* column = rows.find(*input);
        bound.columns.push_back(column);
        bound.values.push_back(column != nullptr ? column->values.data() : nullptr);
    }
    return bound;
}

using input_values = std::array<double, most_inputs>;

std::span<const double> gather(const bound_metric& m, std::size_t row, input_values& into) {
    for (std::size_t i = 0; i < m.values.size(); ++i) {
        into[i] = m.values[i] != nullptr ? m.values[i][row] : not_given;
    }
    return {into.data(), m.values.size()};
}

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

/// Retention and churn of several periods: the product of the periods' shares, not a fraction of sums.
void chain(const metric& m, const bound_metric& in_parts, const std::vector<std::size_t>& periods,
           const report_options& options, result& to) {
    const fraction share = split(m.value);
    std::vector<counted_share> shares;
    input_values values;
    for (const std::size_t row : periods) {
        const auto inputs = gather(in_parts, row, values);
        const outcome whole = evaluate(m.value, inputs);
        if (!whole.ok()) {
            to.comes_to = whole;
            to.limits.reset();
            note_missing(in_parts, inputs, row, to);
            return;
        }
        const double x = evaluate(share.top, inputs).value;
        const double n = evaluate(share.bottom, inputs).value;
        shares.push_back({m.chain == chained::kept ? x : n - x, n});
    }
    const kept_share kept = chain_kept(shares, options.level);
    to.comes_to = kept.comes_to;
    to.limits = options.intervals ? kept.limits : std::nullopt;
    to.n = shares.front().n;
    to.note = "product of the periods' shares";
    if (m.chain == chained::lost) {
        to.comes_to.value = 1 - kept.comes_to.value;
        if (to.limits) {
            to.limits = interval{1 - kept.limits->high, 1 - kept.limits->low, options.level, kept.limits->method};
        }
    }
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

bool uses_reference(const metric& m) { return position(m.value, reference_customers) < m.value.inputs().size(); }

/// Answers on a scale that was said have no mean off it.
void require_on_scale(const bound_metric& m, const records& rows, std::size_t row, double mean,
                      const answer_scale& scale) {
    if (m.of->shown == as::score && scale.highest > scale.lowest && !is_missing(mean) && !is_on(scale, mean)) {
        input_values inputs;
        throw bad_input(place_and_title(rows, row),
                        off_scale(*m.of, gather(m, row, inputs), scale) + " that --scale says");
    }
}

void compute(const bound_metric& m, std::size_t row, const report_options& options, result& made) {
    input_values values;
    const auto inputs = gather(m, row, values);
    made.of = m.of;
    if (options.gross && uses_reference(*m.of)) {
        take_gross(*m.of, {values.data(), inputs.size()});
        made.comes_to = evaluate(m.of->value, inputs);
        made.note = "gross: not incremental";
    } else {
        m.estimates.add_to(made, inputs);
        if (is_net(*m.of) && made.n < few_answers) {
            made.note = "fewer than 10 answers: the interval is rough";
        }
    }
    note_missing(m, inputs, row, made);
}

}  // namespace

answer_scale report_options::scale_of(const metric& m) const {
    const auto own = std::find_if(scales.begin(), scales.end(), [&](const metric_scale& s) { return s.of == &m; });
    return own == scales.end() ? scale : own->scale;
}

report make_report(records rows, std::vector<const metric*> metrics, const report_options& options) {
    report made{std::move(rows), std::move(metrics), {}, options};
    std::vector<bound_metric> bound;
    std::vector<bound_metric> bound_in_parts;
    for (const metric* m : made.metrics) {
        bound.push_back(bind(*m, made.rows, options));
        if (made.rows.parts) {
            bound_in_parts.push_back(bind(*m, *made.rows.parts, options));
        }
    }
    // A copy of an empty result costs less than to make one: GCC clears all of it first, by a slow instruction.
    const result empty;
    made.results.reserve(made.rows.size() * bound.size());
    for (std::size_t row = 0; row < made.rows.size(); ++row) {
        for (std::size_t i = 0; i < bound.size(); ++i) {
            const metric& m = *bound[i].of;
            result& one = made.results.emplace_back(empty);
            const bool joined = m.chain != chained::no && made.rows.parts && made.rows.made_of[row].size() > 1;
            if (joined) {
                one.of = &m;
                chain(m, bound_in_parts[i], made.rows.made_of[row], options, one);
            } else {
                compute(bound[i], row, options, one);
                require_on_scale(bound[i], made.rows, row, one.comes_to.ok() ? one.comes_to.value : not_given,
                                 options.scale_of(m));
            }
        }
    }
    return made;
}

value_columns values_of(const report& made) {
    value_columns all(made.metrics.size(), std::vector<double>(made.rows.size(), not_given));
    for (std::size_t row = 0; row < made.rows.size(); ++row) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const outcome& value = made.of_row(row)[i].comes_to;
            all[i][row] = value.ok() ? value.value : not_given;
        }
    }
    return all;
}

value_columns values_of(const records& rows, const std::vector<const metric*>& metrics, const report_options& options) {
    // Neither pooled nor gross, a value is its formula of the record's own measures.
    if (rows.parts || options.gross) {
        return values_of(make_report(rows, metrics, options));
    }
    value_columns all;
    for (const metric* m : metrics) {
        const bound_metric bound = bind(*m, rows, options);
        evaluate_columns(m->value, {bound.values.data(), m->value.inputs().size()}, all.emplace_back(rows.size()));
        for (std::size_t row = 0; m->shown == as::score && row < rows.size(); ++row) {
            require_on_scale(bound, rows, row, all.back()[row], options.scale_of(*m));
        }
    }
    return all;
}

std::vector<const metric*> computable(const records& rows, const std::vector<const metric*>& metrics,
                                      const report_options& options) {
    std::vector<const metric*> all;
    for (const metric* m : metrics) {
        const bound_metric bound = bind(*m, rows, options);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            result one;
            compute(bound, row, options, one);
            if (one.comes_to.is != status::missing) {
                all.push_back(m);
                break;
            }
        }
    }
    return all;
}

std::string why_no_value(const result& r) {
    if (r.comes_to.ok()) {
        return {};
    }
    if (r.comes_to.is != status::missing) {
        return reason(r.of->value, r.comes_to);
    }
    std::vector<const measure*> missing;
    for (std::size_t i = 0; i < r.of->value.inputs().size(); ++i) {
        if ((r.lacks >> i & 1) != 0) {
            missing.push_back(r.of->value.inputs()[i]);
        }
    }
    const std::string others =
        missing.empty() ? std::string() : listed(missing) + (missing.size() == 1 ? " is missing" : " are missing");
    if (r.note.empty() && others.empty()) {
        return reason(r.of->value, r.comes_to);
    }
    return std::string(r.note) + (r.note.empty() || others.empty() ? "" : "; ") + others;
}

std::string why_no_interval(const result& r) {
    if (r.note.starts_with("gross")) {
        return "no reference group";
    }
    return std::string(why_no_interval(*r.of, r));
}

}  // namespace cxm
