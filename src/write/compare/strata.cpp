#include <fmt/format.h>
#include <fmt/ranges.h>

#include "text/shown.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

std::string stratified_title(const stratification& within) {
    return "Like with like, within each " + shown(within.label);
}

std::vector<stratified_line> stratified_lines(const stratification& within, const notation& in) {
    std::vector<stratified_line> lines;
    for (const stratified_change& c : within.changes) {
        const std::optional<double>& ratio = c.found.risk_ratio;
        const std::optional<interval>& limits = c.found.risk_limits;
        lines.push_back({c.of->key,
                         ratio ? with_unit(people_number(as::multiple, *ratio, 2), as::multiple, in) : std::string("-"),
                         limits ? fmt::format("{} to {}", people_number(as::multiple, limits->low, 2),
                                              people_number(as::multiple, limits->high, 2))
                                : std::string(),
                         p_text(c.adjusted_p.value_or(c.found.p)), c.is});
    }
    return lines;
}

std::vector<std::string> stratified_remarks(const stratification& within, const comparison& of) {
    std::vector<std::string> remarks;
    const std::string label = shown(within.label);
    if (!within.changes.empty()) {
        remarks.push_back(fmt::format("The ratio is after over before within the same {}, put together over all that "
                                      "both sides have: another mix cannot pass for a change.",
                                      label));
    }
    if (within.changes.size() > 1 && within.changes.front().adjusted_p) {
        remarks.push_back(fmt::format("Judged together by {}.", title(of.options.adjust)));
    }
    if (!within.unstratified.empty()) {
        std::vector<std::string_view> keys;
        for (const metric* m : within.unstratified) {
            keys.push_back(m->key);
        }
        remarks.push_back(fmt::format("Not compared within {}: {}. That takes a share, and its counts in each {}.",
                                      label, fmt::join(keys, ", "), label));
    }
    return remarks;
}

}  // namespace cxm
