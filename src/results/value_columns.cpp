#include <cxm/evaluate_columns.hpp>

#include "results/bound_metric.hpp"
#include "results/report.hpp"

namespace cxm {

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

namespace {

/// Takes away the values of records whose inputs cannot be of one.
void leave_out_impossible(const bound_metric& m, std::vector<double>& column) {
    for (const consistency::part& p : m.consistent.parts()) {
        const double* const parts = m.values[p.inner];
        const double* const wholes = m.values[p.whole];
        for (std::size_t row = 0; parts != nullptr && wholes != nullptr && row < column.size(); ++row) {
            column[row] = parts[row] > wholes[row] ? not_given : column[row];
        }
    }
    for (std::size_t row = 0; m.consistent.is_share_of_sums() && row < column.size(); ++row) {
        column[row] = column[row] < 0 || column[row] > 1 ? not_given : column[row];
    }
    input_values inputs;
    for (std::size_t row = 0; weights_of(*m.of) != nullptr && row < column.size(); ++row) {
        column[row] = mixes_weights(m, gather(m, row, inputs)) ? not_given : column[row];
    }
    for (std::size_t row = 0; m.of->squares != nullptr && row < column.size(); ++row) {
        column[row] = m.consistent.holds(gather(m, row, inputs)) ? column[row] : not_given;
    }
}

}  // namespace

value_columns values_of(const records& rows, const std::vector<const metric*>& metrics, const report_options& options) {
    // Neither pooled nor gross, a value is its formula of the record's own measures.
    if (rows.parts || options.gross) {
        return values_of(make_report(rows, metrics, options));
    }
    value_columns all;
    for (const metric* m : metrics) {
        const bound_metric bound = bind(*m, rows, options);
        if (m->needs != nullptr || !m->stand_ins.empty()) {
            all.push_back(values_of(make_report(rows, {m}, options)).front());
            continue;
        }
        evaluate_columns(m->value, {bound.values.data(), m->value.inputs().size()}, all.emplace_back(rows.size()));
        leave_out_impossible(bound, all.back());
        for (std::size_t row = 0; m->shown == as::score && row < rows.size(); ++row) {
            require_on_scale(bound, rows, row, all.back()[row], options.scale_of(*m));
        }
    }
    return all;
}

}  // namespace cxm
