#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <cxm/inference.hpp>

#include "text/shown.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

/// Why a metric is not compared like with like, and what does it all the same.
std::string why_unstratified(const metric& m, const std::string& label, const comparison& of, const wording& say) {
    if (inference_of(m) != inference::share) {
        return say("no shares; --by {} splits their change", label);
    }
    return m.chain != chained::no && joins_periods(of)
               ? std::string(say("multiplied over several periods; compare single ones"))
               : say("the counts are not known of every {} on both sides", label);
}

}  // namespace

std::string stratified_title(const stratification& within, const wording& say) {
    return say("Like with like, within each {}", shown(within.label));
}

std::vector<stratified_line> stratified_lines(const stratification& within, const notation& in) {
    std::vector<stratified_line> lines;
    for (const stratified_change& c : within.changes) {
        const std::optional<double>& ratio = c.found.risk_ratio;
        const std::optional<interval>& limits = c.found.risk_limits;
        lines.push_back(
            {c.of->key,
             ratio ? with_unit(people_number(as::multiple, *ratio, 2, in.say), as::multiple, in) : std::string("-"),
             limits ? people_span(people_number(as::multiple, limits->low, 2, in.say),
                                  people_number(as::multiple, limits->high, 2, in.say), in.say)
                    : std::string(),
             p_text(c.adjusted_p.value_or(c.found.p), in.say), c.is});
    }
    return lines;
}

std::vector<std::string> stratified_remarks(const stratification& within, const comparison& of, const wording& say) {
    std::vector<std::string> remarks;
    const std::string label = shown(within.label);
    if (!within.changes.empty()) {
        remarks.push_back(say("The ratio is after over before within the same {}, put together over all that "
                              "both sides have: another mix cannot pass for a change.",
                              label));
    }
    if (within.changes.size() > 1 && within.changes.front().adjusted_p) {
        remarks.push_back(judged_together(within.changes.size(), of.options.adjust, say) + ".");
    }
    std::vector<std::pair<std::string, std::vector<std::string_view>>> lacking;
    for (const metric* m : within.unstratified) {
        const std::string why = why_unstratified(*m, label, of, say);
        const auto same = std::find_if(lacking.begin(), lacking.end(), [&](const auto& l) { return l.first == why; });
        (same == lacking.end() ? lacking.emplace_back(why, std::vector<std::string_view>()) : *same)
            .second.push_back(m->key);
    }
    for (const auto& [why, keys] : lacking) {
        remarks.push_back(say("Not compared within {}: {}: {}.", label, fmt::format("{}", fmt::join(keys, ", ")), why));
    }
    return remarks;
}

}  // namespace cxm
