#include "results/report.hpp"

#include <algorithm>
#include <cxm/spell.hpp>
#include <iterator>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "results/bound_metric.hpp"

namespace cxm {

answer_scale report_options::scale_of(const metric& m) const {
    const auto own = std::find_if(scales.begin(), scales.end(), [&](const metric_scale& s) { return s.of == &m; });
    return own == scales.end() ? scale : own->scale;
}

namespace {

bool is_sum_of(const metric& whole, const metric& term) {
    return std::find(whole.terms.begin(), whole.terms.end(), &term) != whole.terms.end();
}

/// A term is left out where its sum is there without it; elsewhere it is missing as anything else.
void settle_terms(std::span<result> of_row) {
    for (result& one : of_row) {
        one.left_out = one.left_out && std::any_of(of_row.begin(), of_row.end(), [&](const result& whole) {
                           return whole.comes_to.ok() && is_sum_of(*whole.of, *one.of);
                       });
    }
}

}  // namespace

report make_report(records rows, std::vector<const metric*> metrics, const report_options& options) {
    report made{std::move(rows), std::move(metrics), {}, options};
    std::vector<bound_metric> bound;
    std::vector<bound_metric> bound_in_parts;
    auto notes = std::make_shared<note_room>();
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
            result& one = made.results.emplace_back(empty);
            const bool joined = made.rows.is_joined(row);
            if (joined && bound[i].of->chain != chained::no) {
                chain(bound_in_parts[i], *made.rows.parts, made.rows.made_of[row], options, one, *notes);
            } else {
                require_within_population(bound[i], made.rows, row, options);
                compute(bound[i], row, joined, options, one, *notes);
                require_on_scale(bound[i], made.rows, row, one.comes_to.ok() ? one.comes_to.value : not_given,
                                 options.scale_of(*bound[i].of));
            }
        }
        settle_terms(std::span(made.results).last(bound.size()));
    }
    made.rows.owners.push_back(std::move(notes));
    return made;
}

std::vector<const metric*> computable(const records& rows, const std::vector<const metric*>& metrics,
                                      const report_options& options) {
    std::vector<const metric*> all;
    std::vector<const metric*> left_out;
    report_options values_alone = options;
    values_alone.intervals = values_alone.errors = false;
    for (const metric* m : metrics) {
        const bound_metric bound = bind(*m, rows, values_alone);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            result one;
            note_room notes;
            compute(bound, row, rows.is_joined(row), values_alone, one, notes);
            if (one.comes_to.is != status::missing) {
                all.push_back(m);
                break;
            }
            if (one.left_out) {
                left_out.push_back(m);
                break;
            }
        }
    }
    std::vector<const metric*> shown_too;
    std::copy_if(metrics.begin(), metrics.end(), std::back_inserter(shown_too), [&](const metric* m) {
        const auto is_among = [m](const std::vector<const metric*>& some) {
            return std::find(some.begin(), some.end(), m) != some.end();
        };
        const bool has_sum =
            std::any_of(all.begin(), all.end(), [&](const metric* whole) { return is_sum_of(*whole, *m); });
        return is_among(all) || (has_sum && is_among(left_out));
    });
    return shown_too;
}

std::string why_no_value(const result& r) {
    if (r.comes_to.ok()) {
        return {};
    }
    if (r.impossible) {
        return std::string(r.note);
    }
    if (r.comes_to.is != status::missing) {
        return reason(r.of->value, r.comes_to);
    }
    if (r.left_out) {
        return fmt::format("{} is not given, so its sum goes without this term", r.of->needs->key);
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
    if (r.all_alike) {
        return "all answers are equal";
    }
    const std::string_view why = why_no_interval(*r.of, r);
    const bool lacks_squares =
        inference_of(*r.of) == inference::mean && r.n > 1 && !why.empty() && r.of->squares != nullptr;
    return lacks_squares
               ? fmt::format("needs {}, the sum of the squared answers, or a histogram of them", r.of->squares->key)
               : std::string(why);
}

}  // namespace cxm
