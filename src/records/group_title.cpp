#include "records/group_title.hpp"

#include <algorithm>

#include "text/problem.hpp"

namespace cxm {

namespace {

bool is_pooled(const records& rows) {
    return !rows.pooled_from.empty() || (rows.parts && !rows.parts->pooled_from.empty());
}

bool has_label(const records& rows, std::size_t row) {
    return std::any_of(rows.labels.begin(), rows.labels.end(), [&](const auto& label) { return label.has(row); });
}

bool any_has_label(const records& rows) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (has_label(rows, row)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_pool_of_all(const records& rows, std::size_t row) {
    // Pooling by a label needs it in every record: a record without one is then the pool of everything.
    return !rows.labels.empty() && !has_label(rows, row) && is_pooled(rows);
}

std::string group_title(const records& rows, std::size_t row, std::string_view sign) {
    if (is_pool_of_all(rows, row)) {
        return "total";
    }
    if (!any_has_label(rows)) {
        return {};
    }
    std::string text;
    for (const records::label_column& label : rows.labels) {
        const std::string_view value = label.values[row];
        text += (text.empty() ? "" : ", ") + shown(label.name) + std::string(sign) +
                (value.empty() ? "(none)" : shown(value));
    }
    return text;
}

}  // namespace cxm
