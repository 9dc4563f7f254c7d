#include "write/groups_shown.hpp"

#include <algorithm>
#include <limits>

#include "records/group_title.hpp"
#include "records/labels.hpp"
#include "values/number.hpp"

namespace cxm {

namespace {

/// The number that a group of one label is named by; nothing for other names.
std::optional<double> number_of_group(const records& rows, const label_group& group) {
    const std::vector<named_label> labels = labels_of(rows, group.rows.front());
    return labels.size() == 1 ? parse_number(labels.front().second) : std::nullopt;
}

double last_value(const report& of, const label_group& group) {
    const outcome& last = of.of_row(group.rows.back()).front().comes_to;
    return last.ok() ? last.value : -std::numeric_limits<double>::infinity();
}

}  // namespace

bool is_pool(const records& rows, const label_group& group) { return is_pool_of_all(rows, group.rows.front()); }

std::vector<label_group> ordered_groups(const report& of, group_order order) {
    std::vector<label_group> groups = by_labels(of.rows);
    const auto end =
        std::stable_partition(groups.begin(), groups.end(), [&](const label_group& g) { return !is_pool(of.rows, g); });
    if (order == group_order::value) {
        std::stable_sort(groups.begin(), end, [&](const label_group& a, const label_group& b) {
            return last_value(of, a) > last_value(of, b);
        });
    } else if (std::all_of(groups.begin(), end,
                           [&](const label_group& g) { return number_of_group(of.rows, g).has_value(); })) {
        std::stable_sort(groups.begin(), end, [&](const label_group& a, const label_group& b) {
            return *number_of_group(of.rows, a) < *number_of_group(of.rows, b);
        });
    }
    return groups;
}

group_count count_of_groups(const report& of, const std::vector<label_group>& groups, const groups_shown& shown) {
    group_count count;
    count.groups = static_cast<std::size_t>(
        std::count_if(groups.begin(), groups.end(), [&](const label_group& g) { return !is_pool(of.rows, g); }));
    count.left_out = count.groups - std::min(count.groups, shown.first.value_or(count.groups));
    return count;
}

std::string groups_left_out(const group_count& count, const wording& say) {
    return count.left_out == 0   ? std::string()
           : count.left_out == 1 ? say("{} more group: --first {} shows it", count.left_out, count.groups)
                                 : say("{} more groups: --first {} shows them", count.left_out, count.groups);
}

}  // namespace cxm
