#pragma once

#include <vector>

#include <cxm/estimate.hpp>

#include "records/records.hpp"

namespace cxm {

/// A record's values of a metric's inputs, as `inputs_of` orders them, with what stands in for others in their places;
/// not_given where it has none.
inline std::vector<double> inputs_of_row(const metric& m, const records& rows, std::size_t row) {
    std::vector<double> values;
    for (const measure* input : inputs_of(m)) {
        const records::number_column* column = rows.find(*input);
        values.push_back(column == nullptr ? not_given : column->values[row]);
    }
    take_stand_ins(m, values);
    return values;
}

}  // namespace cxm
