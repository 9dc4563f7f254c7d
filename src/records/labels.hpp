#pragma once

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "records/records.hpp"

namespace cxm {

/// Runs `use` on name and value of each label that a record has.
template <class Use>
void for_each_label(const records& rows, std::size_t row, Use use) {
    for (const records::label_column& label : rows.labels) {
        if (label.has(row)) {
            use(std::string_view(label.name), label.values[row]);
        }
    }
}

using named_label = std::pair<std::string_view, std::string_view>;

/// The labels that a record has, by name: what tells its group apart, whatever other columns its input has.
std::vector<named_label> labels_of(const records& rows, std::size_t row);

/// Whether two records of inputs with the same columns of labels are of one group.
bool same_labels(const records& a, std::size_t row_a, const records& b, std::size_t row_b);

/// For each record the number of its group, by the order in which groups appear.
std::vector<std::size_t> group_numbers(const records& rows);

}  // namespace cxm
