#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "text/utf8.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

void append_split(lines& to, const explained_change& e, std::string_view label, const comparison_options& options,
                  const look& drawn) {
    const notation in{options.currency, drawn.ascii};
    const metric& m = *e.of;
    const decomposition& d = e.parts;
    to.end_line();
    to.left(0, fmt::format("Why {} moved by {}", m.key, change_amount(m, d.change, in)), style::bold);
    to.end_line();
    std::size_t key = std::max<std::size_t>(display_width(label), 5);
    for (const std::string& segment : e.segments) {
        key = std::max(key, display_width(segment));
    }
    key = std::min<std::size_t>(key + 2, drawn.width / 3);
    std::size_t value = std::max(display_width(options.before_name), display_width(options.after_name));
    for (const segment_effect& s : d.segments) {
        value = std::max(
            {value, display_width(people_value(m, s.before, in)), display_width(people_value(m, s.after, in))});
    }
    constexpr std::size_t weights = 16;
    constexpr std::size_t effect = 11;
    const std::size_t ends[] = {key + 2 + value, key + 4 + 2 * value, key + 4 + 2 * value + 2 + weights,
                                key + 4 + 2 * value + 2 + weights + effect,
                                key + 4 + 2 * value + 2 + weights + 2 * effect};
    const auto line = [&](std::string_view first, std::string_view before, std::string_view after,
                          std::string_view weight, std::string_view rate, std::string_view mix, style looks) {
        to.left(2, fitted(first, key - 2, drawn.ascii), looks);
        to.right(ends[0], before, looks);
        to.right(ends[1], after, looks);
        to.right(ends[2], weight, looks);
        to.right(ends[3], rate, looks);
        to.right(ends[4], mix, looks);
        to.end_line();
    };
    line(label, options.before_name, options.after_name, "part of all", "rates", "mix", style::dim);
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const segment_effect& s = d.segments[i];
        line(e.segments[i], s.weight_before > 0 ? people_value(m, s.before, in) : "-",
             s.weight_after > 0 ? people_value(m, s.after, in) : "-",
             fmt::format("{:.1f} to {:.1f} %", s.weight_before * 100, s.weight_after * 100),
             change_amount(m, s.rate, in), change_amount(m, s.mix, in), style::plain);
    }
    line("all", people_value(m, d.before, in), people_value(m, d.after, in), "", change_amount(m, d.rate, in),
         change_amount(m, d.mix, in), style::bold);
    const bool closes = std::fabs(d.closure) <= 1e-9 * std::max(1.0, std::fabs(d.before));
    to.paragraph(2,
                 fmt::format("rates {} and mix {} add up to {} (closure {}).", change_amount(m, d.rate, in),
                             change_amount(m, d.mix, in), change_amount(m, d.change, in),
                             closes ? "0" : change_amount(m, d.closure, in)),
                 drawn.width, style::dim);
    if (d.moves_against_all) {
        const bool better = (d.change > 0) == (m.better == good::higher);
        to.paragraph(
            2,
            fmt::format("Every {} got {}, yet the total got {}: what changed is who the customers are, not how "
                        "they fare (Simpson's paradox).",
                        label, better ? "worse" : "better", better ? "better" : "worse"),
            drawn.width, style::bad);
    }
    if (options.standardise) {
        to.paragraph(2,
                     fmt::format("At the old mix it would be {}, not {}.", people_value(m, d.standardised, in),
                                 people_value(m, d.after, in)),
                     drawn.width);
    }
}

}  // namespace cxm
