#include "intake/given_values.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/problem.hpp"

namespace cxm {

void add_given_values(records& rows, std::span<const reading> given) {
    for (const reading& each : given) {
        auto column = std::find_if(rows.numbers.begin(), rows.numbers.end(),
                                   [&](const records::number_column& c) { return *c.of == *each.of; });
        if (column == rows.numbers.end()) {
            column = rows.numbers.insert(column, {each.of, std::vector<double>(rows.size(), not_given), {}});
        }
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (!is_missing(column->values[row])) {
                throw bad_input(
                    place_and_title(rows, row),
                    fmt::format("{} is in the record, and --given says it too; leave one out", each.of->key));
            }
            column->values[row] = each.value;
        }
    }
}

void require_fixed(std::span<const reading> given, std::size_t records) {
    for (const reading& each : given) {
        if (each.of->joins != over_time::fixed && records > 1) {
            throw bad_usage(fmt::format(
                "--given {}: is counted for each record, and here are several; only what is the same everywhere, such as "
                "a price, can be given to all of them",
                each.of->key));
        }
    }
}

}  // namespace cxm
