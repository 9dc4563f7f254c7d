#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

#include "text/shown.hpp"
#include "write/change.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

/// The number that a text of a change shows.
double read_back(std::string text) {
    std::erase(text, ',');
    return std::strtod(text.c_str(), nullptr);
}

/// Whether rates and mix add up to the change in the digits that are shown; durations leave out seconds.
bool reads_as_sum(const metric& m, const decomposition& d) {
    const double off = read_back(change_number(m, d.rate)) + read_back(change_number(m, d.mix)) -
                       read_back(change_number(m, d.change));
    return m.shown != as::seconds && std::fabs(off) < 1e-9 * std::max(1.0, std::fabs(d.change));
}

}  // namespace

std::string split_title(const explained_change& e, const comparison& of, const notation& in) {
    const auto total = std::find_if(of.changes.begin(), of.changes.end(),
                                    [&](const compared& c) { return c.before.of->key == e.of->key; });
    const bool unclear = total != of.changes.end() && total->change.is == verdict::no_clear_change;
    const std::string change = change_amount(*e.of, e.parts.change, in);
    return unclear ? in.say("What makes up the change of {} by {} ({})", e.of->key, change,
                            in.say(name(verdict::no_clear_change)))
                   : in.say("Why {} moved by {}", e.of->key, change);
}

std::string split_legend(std::string_view label, const wording& say) {
    return say("rates: what each {} did on its own; mix: what comes of their larger or smaller shares.", shown(label));
}

std::vector<split_line> split_lines(const explained_change& e, const notation& in) {
    const metric& m = *e.of;
    const decomposition& d = e.parts;
    std::vector<split_line> lines;
    for (std::size_t i = 0; i < e.segments.size(); ++i) {
        const segment_effect& s = d.segments[i];
        lines.push_back({shown(e.segments[i]), s.weight_before > 0 ? people_value(m, s.before, in) : "-",
                         s.weight_after > 0 ? people_value(m, s.after, in) : "-",
                         fmt::format("{} {} {}", in.say.number(fmt::format("{:.1f}", s.weight_before * 100)),
                                     in.ascii ? "->" : "→", people_percent(s.weight_after, in.say)),
                         change_amount(m, s.rate, in), change_amount(m, s.mix, in)});
    }
    lines.push_back({std::string(in.say("all")), people_value(m, d.before, in), people_value(m, d.after, in), "",
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
    const std::string rest = !closes              ? in.say(", but for {} of rounding", change_amount(m, d.closure, in))
                             : reads_as_sum(m, d) ? ""
                                                  : std::string(in.say(" (rounded)"));
    remarks.push_back({in.say("rates {} and mix {} add up to {}{}.", change_amount(m, d.rate, in),
                              change_amount(m, d.mix, in), change_amount(m, d.change, in), rest),
                       style::dim});
    if (d.moves_against_all) {
        const bool better = (d.change > 0) == (m.better == good::higher);
        remarks.push_back({better ? in.say("Every {} got worse, yet the total got better: what changed is who the "
                                           "customers are, not how they fare (Simpson's paradox).",
                                           shown(label))
                                  : in.say("Every {} got better, yet the total got worse: what changed is who the "
                                           "customers are, not how they fare (Simpson's paradox).",
                                           shown(label)),
                           style::bad});
    }
    if (options.standardise) {
        remarks.push_back({in.say("At the old mix it would be {}, not {}.", people_value(m, d.standardised, in),
                                  people_value(m, d.after, in)),
                           style::plain});
    }
    return remarks;
}

}  // namespace cxm
