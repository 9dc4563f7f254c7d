#include "records/group_title.hpp"

#include <algorithm>

#include "text/problem.hpp"

namespace cxm {

namespace {

bool is_pooled(const records& all) {
    return !all.pooled_from.empty() || (all.parts && !all.parts->pooled_from.empty());
}

bool has_label(const records& all, std::size_t row) {
    return std::any_of(all.labels.begin(), all.labels.end(),
                       [&](const auto& label) { return label.values[row].data() != nullptr; });
}

bool any_has_label(const records& all) {
    for (std::size_t row = 0; row < all.size(); ++row) {
        if (has_label(all, row)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::string group_title(const records& all, std::size_t row, std::string_view sign) {
    // Pooling by a label needs it in every record: a record without one is then the pool of all.
    if (!all.labels.empty() && !has_label(all, row) && is_pooled(all)) {
        return "total";
    }
    if (!any_has_label(all)) {
        return {};
    }
    std::string text;
    for (const records::label_column& label : all.labels) {
        const std::string_view value = label.values[row];
        text += (text.empty() ? "" : ", ") + shown(label.name) + std::string(sign) +
                (value.data() == nullptr ? "(none)" : shown(value));
    }
    return text;
}

}  // namespace cxm
