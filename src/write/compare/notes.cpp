#include <algorithm>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "write/compare/parts.hpp"

namespace cxm {

namespace {

void append_adjustment(lines& to, const comparison& of, std::size_t width) {
    if (of.tests > 1 && of.options.adjust != adjustment::none) {
        to.paragraph(0,
                     fmt::format("{} tests at once: p adjusted by {}, intervals widened to match.", of.tests,
                                 of.options.adjust == adjustment::holm ? "Holm" : "Benjamini-Hochberg"),
                     width, style::dim);
    }
}

/// Metrics that share a reason are named together.
void append_reasons(lines& to, const comparison& of, std::size_t width) {
    std::map<std::pair<bool, std::string_view>, std::vector<std::string_view>> reasons;  // judged or not, and why
    constexpr std::string_view unadjusted = "no p, so not adjusted";
    for (const compared& c : of.changes) {
        const bool alone = of.tests > 1 && of.options.adjust != adjustment::none && c.change.limits && !c.change.p;
        const std::string_view why = alone ? unadjusted : c.change.why;
        std::vector<std::string_view>& keys = reasons[{c.change.is != verdict::none, why}];
        if (!why.empty() && std::find(keys.begin(), keys.end(), c.before.of->key) == keys.end()) {
            keys.push_back(c.before.of->key);
        }
    }
    for (const auto& [reason, keys] : reasons) {
        if (!keys.empty()) {
            const auto& [judged, why] = reason;
            to.paragraph(0, fmt::format("{}{}: {}.", judged ? "" : "No verdict for ", fmt::join(keys, ", "), why),
                         width, style::dim);
        }
    }
}

std::size_t most_periods_joined(const records& rows) {
    std::size_t most = 1;
    for (const auto& parts : rows.made_of) {
        most = std::max(most, parts.size());
    }
    return most;
}

void append_joined(lines& to, const comparison& of, std::size_t width) {
    const std::size_t before = most_periods_joined(of.before.rows);
    const std::size_t after = most_periods_joined(of.after.rows);
    if (before > 1 || after > 1) {
        const bool any_product = std::any_of(of.changes.begin(), of.changes.end(),
                                             [](const compared& c) { return c.before.of->chain != chained::no; });
        to.paragraph(0,
                     fmt::format("Periods joined: {} before, {} after{}.", before, after,
                                 any_product ? "; churn and retention are products over them" : ""),
                     width, style::dim);
    }
}

}  // namespace

void append_notes(lines& to, const comparison& of, std::size_t width) {
    append_adjustment(to, of, width);
    append_reasons(to, of, width);
    append_joined(to, of, width);
    if (!of.before.rows.all_complete() || !of.after.rows.all_complete()) {
        to.paragraph(0, "* not complete: its counts are not those of a whole period.", width, style::dim);
    }
    for (const std::string& group : of.only_before) {
        to.paragraph(0, "Only before: " + group + ".", width, style::dim);
    }
    for (const std::string& group : of.only_after) {
        to.paragraph(0, "Only after: " + group + ".", width, style::dim);
    }
}

}  // namespace cxm
