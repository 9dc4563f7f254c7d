#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "text/shown.hpp"
#include "write/change.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

std::string split_title(const explained_change& e, const notation& in) {
    return fmt::format("Why {} moved by {}", e.of->key, change_amount(*e.of, e.parts.change, in));
}

std::vector<split_line> split_lines(const explained_change& e, const notation& in) {
    const metric& m = *e.of;
    const decomposition& d = e.parts;
    std::vector<split_line> lines;
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const segment_effect& s = d.segments[i];
        lines.push_back({shown(e.segments[i]), s.weight_before > 0 ? people_value(m, s.before, in) : "-",
                         s.weight_after > 0 ? people_value(m, s.after, in) : "-",
                         fmt::format("{:.1f} to {:.1f} %", s.weight_before * 100, s.weight_after * 100),
                         change_amount(m, s.rate, in), change_amount(m, s.mix, in)});
    }
    lines.push_back({"all", people_value(m, d.before, in), people_value(m, d.after, in), "",
                     change_amount(m, d.rate, in), change_amount(m, d.mix, in)});
    return lines;
}

std::vector<split_remark> split_remarks(const explained_change& e, std::string_view label,
                                        const comparison_options& options, const notation& in) {
    const metric& m = *e.of;
    const decomposition& d = e.parts;
    // What rounding leaves is not worth a word.
    const bool closes = std::fabs(d.closure) <= 1e-9 * std::max(1.0, std::fabs(d.before));
    std::vector<split_remark> remarks;
    remarks.push_back({fmt::format("rates {} and mix {} add up to {}{}.", change_amount(m, d.rate, in),
                                   change_amount(m, d.mix, in), change_amount(m, d.change, in),
                                   closes ? "" : ", but for " + change_amount(m, d.closure, in) + " of rounding"),
                       style::dim});
    if (d.moves_against_all) {
        const bool better = (d.change > 0) == (m.better == good::higher);
        remarks.push_back({fmt::format("Every {} got {}, yet the total got {}: what changed is who the customers are, "
                                       "not how they fare (Simpson's paradox).",
                                       shown(label), better ? "worse" : "better", better ? "better" : "worse"),
                           style::bad});
    }
    if (options.standardise) {
        remarks.push_back({fmt::format("At the old mix it would be {}, not {}.", people_value(m, d.standardised, in),
                                       people_value(m, d.after, in)),
                           style::plain});
    }
    return remarks;
}

}  // namespace cxm
