#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <deque>
#include <span>
#include <string>
#include <vector>

#include <cxm/estimate.hpp>

#include "catalogue/consistency.hpp"
#include "records/records.hpp"
#include "results/report.hpp"

namespace cxm {

/// A metric with the columns that its inputs stand in; null where no record has the measure.
struct bound_metric {
    const metric* of;
    estimator estimates;
    consistency consistent;
    std::vector<const records::number_column*> columns;
    std::vector<const double*> values;
};

bound_metric bind(const metric& m, const records& rows, const report_options& options);

/// Room for the inputs of one record, sums of squares of answers and of their weights and stand-ins among them.
using input_values = std::array<double, formula::most_inputs + 4>;

/// The inputs of a row as they are given, as `inputs_of` orders them, not_given where missing.
inline std::span<double> gather_given(const bound_metric& m, std::size_t row, input_values& into) {
    for (std::size_t i = 0; i < m.values.size(); ++i) {
        into[i] = m.values[i] != nullptr ? m.values[i][row] : not_given;
    }
    return {into.data(), m.values.size()};
}

/// The same as they are taken: with what stands in for others in their places.
inline std::span<const double> gather(const bound_metric& m, std::size_t row, input_values& into) {
    const std::span<double> inputs = gather_given(m, row, into);
    take_stand_ins(*m.of, inputs);
    return inputs;
}

/// Whether the answers of a row are weighted.
inline bool has_weights(const bound_metric& m, std::span<const double> inputs) {
    return weights_of(*m.of) != nullptr && inputs.back() > 0;
}

/// Whether they are held against what is not, such as the surveys sent.
inline bool mixes_weights(const bound_metric& m, std::span<const double> inputs) {
    const auto own = m.of->value.inputs();
    return has_weights(m, inputs) &&
           std::any_of(own.begin(), own.end(), [](const measure* input) { return input->weights == nullptr; });
}

/// Texts that results point to.
using note_room = std::deque<std::string>;

/// The result of a row, into one that is empty; `joined`: the row is made of several periods.
void compute(const bound_metric& m, std::size_t row, bool joined, const report_options& options, result& into,
             note_room& notes);

/// Retention and churn of several periods, rows of `parts`: the product of the periods' shares, not a fraction of sums.
void chain(const bound_metric& in_parts, const records& parts, const std::vector<std::size_t>& periods,
           const report_options& options, result& into, note_room& notes);

/// A survey has at most as many answers as the population that was said has people, and is of one period: throws
/// bad_input for another.
void require_within_population(const bound_metric& m, const records& rows, std::size_t row,
                               const report_options& options);

/// Answers on a scale that was said have no mean off it: throws bad_input for one.
void require_on_scale(const bound_metric& m, const records& rows, std::size_t row, double mean,
                      const answer_scale& scale);

}  // namespace cxm
