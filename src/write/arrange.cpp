#include "write/arrange.hpp"

#include <algorithm>

#include "records/group_title.hpp"
#include "records/labels.hpp"
#include "text/problem.hpp"

namespace cxm {

std::vector<label_group> by_labels(const records& rows) {
    std::vector<label_group> groups;
    const std::vector<std::size_t> numbers = group_numbers(rows);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (numbers[row] == groups.size()) {
            groups.push_back({group_title(rows, row), {}});
        }
        groups[numbers[row]].rows.push_back(row);
    }
    return groups;
}

std::vector<themed_metrics> by_theme(const report& of, const std::vector<catalogue::group>& themes) {
    std::vector<themed_metrics> parts;
    std::vector<bool> placed(of.metrics.size());
    for (const catalogue::group& theme : themes) {
        themed_metrics part{theme.title, {}};
        for (const metric* m : theme.metrics) {
            const auto at = std::find(of.metrics.begin(), of.metrics.end(), m);
            if (at != of.metrics.end()) {
                part.metrics.push_back(static_cast<std::size_t>(at - of.metrics.begin()));
                placed[part.metrics.back()] = true;
            }
        }
        if (!part.metrics.empty()) {
            parts.push_back(std::move(part));
        }
    }
    themed_metrics rest{"Others", {}};
    for (std::size_t i = 0; i < placed.size(); ++i) {
        if (!placed[i]) {
            rest.metrics.push_back(i);
        }
    }
    if (!rest.metrics.empty()) {
        parts.push_back(std::move(rest));
    }
    return parts;
}

std::vector<const result*> series(const report& of, const label_group& group, std::size_t metric) {
    std::vector<const result*> results;
    results.reserve(group.rows.size());
    for (const std::size_t row : group.rows) {
        results.push_back(&of.of_row(row)[metric]);
    }
    return results;
}

std::string period_title(const records& rows, std::size_t row, const wording& say) {
    return shown(say.period(rows.periods[row])) + (rows.is_complete(row) ? "" : "*");
}

}  // namespace cxm
