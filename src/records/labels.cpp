#include "records/labels.hpp"

#include <algorithm>
#include <unordered_map>

#include "tables/hash.hpp"

namespace cxm {

std::vector<named_label> labels_of(const records& rows, std::size_t row) {
    std::vector<named_label> labels;
    for_each_label(rows, row, [&](std::string_view name, std::string_view value) { labels.emplace_back(name, value); });
    std::sort(labels.begin(), labels.end());
    return labels;
}

bool same_labels(const records& a, std::size_t row_a, const records& b, std::size_t row_b) {
    for (std::size_t i = 0; i < a.labels.size(); ++i) {
        if (a.labels[i].values[row_a] != b.labels[i].values[row_b]) {
            return false;
        }
    }
    return true;
}

namespace {

/// A group by the labels looked at so far, and the value of the next one.
struct finer_group {
    std::size_t of;
    std::string_view value;

    bool operator==(const finer_group&) const = default;
};

struct finer_group_hash {
    std::size_t operator()(const finer_group& g) const {
        return static_cast<std::size_t>(mix(g.of, std::hash<std::string_view>()(g.value)));
    }
};

}  // namespace

std::vector<std::size_t> group_numbers(const records& rows) {
    std::vector<std::size_t> numbers(rows.size());
    for (const records::label_column& label : rows.labels) {
        std::unordered_map<finer_group, std::size_t, finer_group_hash> groups;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            numbers[row] = groups.try_emplace({numbers[row], label.values[row]}, groups.size()).first->second;
        }
    }
    return numbers;
}

}  // namespace cxm
