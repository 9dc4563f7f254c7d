#include "records/usual_weights.hpp"

#include <algorithm>

#include "records/inputs_of_row.hpp"

namespace cxm {

void add_usual_weights(records& rows, const catalogue& known) {
    for (const metric* m : known.metrics()) {
        const measure* const weights = weights_of(*m);
        const auto squares = std::find_if(rows.numbers.begin(), rows.numbers.end(), [&](const auto& column) {
            return weights != nullptr && *column.of == *weights;
        });
        if (squares == rows.numbers.end()) {
            continue;
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const double answers =
                is_missing(squares->values[row]) ? sum_of_weights(*m, inputs_of_row(*m, rows, row)) : not_given;
            if (!is_missing(answers)) {
                squares->values[row] = answers;
            }
        }
    }
}

}  // namespace cxm
