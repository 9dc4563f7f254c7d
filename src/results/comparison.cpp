#include "results/comparison.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "catalogue/consistency.hpp"
#include "records/group_title.hpp"
#include "records/inputs_of_row.hpp"
#include "records/labels.hpp"
#include "records/period_kinds.hpp"
#include "results/few_answers.hpp"

namespace cxm {

namespace {

/// Whether a metric sets what happens over a span against how many there are at one time: then its size grows with the
/// span.
bool depends_on_span(const metric& m) {
    const auto inputs = m.value.inputs();
    return std::any_of(inputs.begin(), inputs.end(), [&](const measure* input) {
        return input->joins != over_time::fixed && input->joins != inputs[0]->joins &&
               inputs[0]->joins != over_time::fixed;
    });
}

std::size_t span_of(const records& rows, std::size_t row) { return rows.parts ? rows.made_of[row].size() : 1; }

/// The length of the periods that a row is made of; free where they are no dates.
grain grain_of(const records& rows, std::size_t row) {
    const std::string_view first = rows.parts ? rows.parts->periods[rows.made_of[row].front()] : rows.periods[row];
    return kind_of(first).value_or(grain::free);
}

/// Three months against four, or a quarter against a month.
bool differ_in_length(const records& a, std::size_t row_a, const records& b, std::size_t row_b) {
    const grain of_a = grain_of(a, row_a);
    const grain of_b = grain_of(b, row_b);
    return span_of(a, row_a) != span_of(b, row_b) || (of_a != grain::free && of_b != grain::free && of_a != of_b);
}

contrast contrast_of_rows(const metric& m, const compared& c, const comparison& all, double level) {
    if (m.value.empty()) {
        return contrast_of(m, c.before, c.after);  // a figure of a forecast, which comes with its limits
    }
    if (m.chain != chained::no && (all.before.rows.is_joined(c.row_before) || all.after.rows.is_joined(c.row_after))) {
        return contrast_of(m, c.before, c.after);
    }
    contrast_options options = all.options;
    options.level = level;
    return contrast_of(m, inputs_of_row(m, all.before.rows, c.row_before),
                       inputs_of_row(m, all.after.rows, c.row_after), options);
}

contrast contrast_at(const metric& m, const compared& c, const comparison& all, double level) {
    if (c.before.impossible || c.after.impossible) {
        contrast none;
        none.why = c.before.impossible ? c.before.note : c.after.note;
        return none;
    }
    contrast made = contrast_of_rows(m, c, all, level);
    if (made.why.empty() && made.limits && (has_few_answers(m, c.before) || has_few_answers(m, c.after))) {
        made.why = few_answers;
    }
    if (depends_on_span(m) && differ_in_length(all.before.rows, c.row_before, all.after.rows, c.row_after)) {
        made.is = verdict::none;
        made.p.reset();
        made.why = "the sides span different lengths of time";
    }
    return made;
}

/// Several tests at once find something by chance: adjusts p and widens the intervals to match.
void adjust(comparison& all) {
    std::vector<double> p;
    std::vector<compared*> tested;
    std::vector<std::pair<compared*, std::size_t>> twins;
    for (compared& c : all.changes) {
        if (!c.change.p) {
            continue;
        }
        // Churn and retention of one group are one test told twice, not two.
        const auto twin = std::find_if(tested.begin(), tested.end(), [&](const compared* t) {
            return t->row_before == c.row_before && *t->change.p == *c.change.p &&
                   *t->change.change == -*c.change.change;
        });
        if (twin != tested.end()) {
            twins.emplace_back(&c, static_cast<std::size_t>(twin - tested.begin()));
        } else {
            p.push_back(*c.change.p);
            tested.push_back(&c);
        }
    }
    all.tests = p.size();
    if (all.options.adjust == adjustment::none || p.size() < 2) {
        return;
    }
    const adjusted_tests together = adjusted(p, all.options);
    const auto settle = [&](compared& c, std::size_t i) {
        c.change = contrast_at(*c.before.of, c, all, together.levels[i]);
        c.adjusted_p = together.p[i];
    };
    for (std::size_t i = 0; i < tested.size(); ++i) {
        settle(*tested[i], i);
    }
    for (const auto& [c, i] : twins) {
        settle(*c, i);
    }
}

}  // namespace

adjusted_tests adjusted(const std::vector<double>& p, const compare_options& options) {
    switch (options.adjust) {
        case adjustment::holm: return {holm(p), holm_levels(p, options.level)};
        case adjustment::benjamini_hochberg:
            return {benjamini_hochberg(p), benjamini_hochberg_levels(p, options.level)};
        case adjustment::none: break;
    }
    return {p, std::vector<double>(p.size(), options.level)};
}

comparison make_comparison(report before, report after, const compare_options& options) {
    comparison made{std::move(before), std::move(after), {}, {}, {}, options};
    std::map<std::vector<named_label>, std::size_t> rows_after;
    for (std::size_t row = 0; row < made.after.rows.size(); ++row) {
        rows_after.emplace(labels_of(made.after.rows, row), row);
    }
    for (std::size_t row = 0; row < made.before.rows.size(); ++row) {
        const auto match = rows_after.find(labels_of(made.before.rows, row));
        if (match == rows_after.end()) {
            made.only_before.push_back(group_title(made.before.rows, row, "="));
            continue;
        }
        for (std::size_t i = 0; i < made.before.metrics.size(); ++i) {
            compared c{row, match->second, made.before.of_row(row)[i], made.after.of_row(match->second)[i], {}, {}};
            if (c.before.comes_to.is != status::missing || c.after.comes_to.is != status::missing) {
                c.change = contrast_at(*c.before.of, c, made, options.level);
                made.changes.push_back(std::move(c));
            }
        }
        rows_after.erase(match);
    }
    for (const auto& [labels, row] : rows_after) {
        made.only_after.push_back(group_title(made.after.rows, row, "="));
    }
    adjust(made);
    return made;
}

void add_worths(comparison& to, const std::vector<price>& prices) {
    for (compared& c : to.changes) {
        const auto at = std::find_if(prices.begin(), prices.end(), [&](const price& p) { return p.of == c.before.of; });
        if (at != prices.end()) {
            const bool spans_differ =
                depends_on_span(*at->of) && differ_in_length(to.before.rows, c.row_before, to.after.rows, c.row_after);
            c.worth = priced(*at, c.change, {to.before.rows, c.row_before, c.before},
                             {to.after.rows, c.row_after, c.after}, spans_differ);
        }
    }
}

namespace {

/// Whether a formula adds up over segments: sums and differences of measures, times numbers at most.
bool is_sum(const formula& f) {
    std::vector<bool> constant;
    for (const step s : f.steps()) {
        if (s.does == operation::input || s.does == operation::constant) {
            if (s.does == operation::input && f.inputs()[s.at]->joins == over_time::fixed) {
                return false;
            }
            constant.push_back(s.does == operation::constant);
            continue;
        }
        const bool right = constant.back();
        constant.pop_back();
        const bool left = constant.back();
        const bool linear =
            s.does == operation::multiply ? left || right : s.does != operation::divide && left == right;
        if (!linear) {
            return false;
        }
        constant.back() = left && right;
    }
    return !f.empty() && !constant.back();
}

/// Adds one side's numerators and denominators by segment; false where one is missing.
bool add_side(const metric& m, const records& rows, std::string_view label, bool after, std::vector<std::string>& names,
              std::vector<segment_change>& segments) {
    const fraction sides = split(m.value);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const std::vector<double> inputs = inputs_of_row(m, rows, row);
        if (!consistency(m).holds(inputs, rows.is_joined(row))) {
            return false;
        }
        const outcome top = evaluate(sides.top, inputs);
        const outcome bottom = evaluate(sides.bottom, inputs);
        if (!top.ok() || !bottom.ok()) {
            return false;
        }
        std::string name;
        for (const records::label_column& column : rows.labels) {
            name = column.name == label ? std::string(column.values[row]) : name;
        }
        auto at = std::find(names.begin(), names.end(), name);
        if (at == names.end()) {
            at = names.insert(at, std::move(name));
            segments.push_back({});
        }
        segment_change& s = segments[static_cast<std::size_t>(at - names.begin())];
        (after ? s.numerator_after : s.numerator_before) += top.value;
        (after ? s.denominator_after : s.denominator_before) += bottom.value;
    }
    return true;
}

/// A numerator without a denominator, such as growth of a segment that began empty, cannot be split.
bool can_split(const std::vector<segment_change>& segments) {
    return std::all_of(segments.begin(), segments.end(), [](const segment_change& s) {
        return (s.denominator_before > 0 || (s.denominator_before == 0 && s.numerator_before == 0)) &&
               (s.denominator_after > 0 || (s.denominator_after == 0 && s.numerator_after == 0));
    });
}

}  // namespace

std::vector<explained_change> explain_changes(const records& before, const records& after, std::string_view label,
                                              const std::vector<const metric*>& metrics) {
    std::vector<explained_change> all;
    for (const metric* m : metrics) {
        const fraction sides = split(m->value);
        std::vector<std::string> names;
        std::vector<segment_change> segments;
        const bool splits = is_sum(sides.top) && is_sum(sides.bottom) &&
                            add_side(*m, before, label, false, names, segments) &&
                            add_side(*m, after, label, true, names, segments) && can_split(segments);
        if (!splits) {
            continue;
        }
        if (auto parts = decompose(segments)) {
            all.push_back({m, std::move(names), std::move(*parts)});
        }
    }
    return all;
}

}  // namespace cxm
