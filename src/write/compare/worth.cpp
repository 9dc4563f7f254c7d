#include <algorithm>

#include <fmt/format.h>
#include <cxm/spell.hpp>

#include "records/group_title.hpp"
#include "text/shown.hpp"
#include "write/compare/parts.hpp"

namespace cxm {

namespace {

std::string money_text(double amount, const notation& in) {
    return with_unit((amount > 0 ? "+" : "") + people_number(as::money, amount, 2, in.say), as::money, in);
}

std::string range_of_worth(const priced_change& p, const notation& in) {
    if (!p.limits) {
        return {};
    }
    const double low = p.limits->low;
    return people_span((low > 0 ? "+" : "") + people_number(as::money, low, 2, in.say), money_text(p.limits->high, in),
                       in.say);
}

}  // namespace

bool any_priced(const comparison& of) {
    return std::any_of(of.changes.begin(), of.changes.end(), [](const compared& c) { return c.worth.has_value(); });
}

std::vector<worth_line> worth_lines(const comparison& of, const notation& in) {
    std::vector<worth_line> rows;
    for (const compared& c : of.changes) {
        if (!c.worth) {
            continue;
        }
        const std::string group = of.before.rows.labels.empty() ? "" : group_title(of.before.rows, c.row_before, "=");
        const std::string each = with_unit(people_number(as::money, c.worth->each, 2, in.say), as::money, in);
        rows.push_back({shown(group) + (group.empty() ? "" : ": ") + std::string(c.before.of->key),
                        c.worth->ok() ? money_text(c.worth->value, in) : "-", range_of_worth(*c.worth, in),
                        c.worth->ok() ? in.say("{} {} at {}", people_count(c.worth->n, in.say),
                                               spell(split(c.before.of->value).bottom), each)
                                      : in.say.finished(c.worth->why)});
    }
    return rows;
}

std::vector<std::string> worth_remarks(const comparison& of, const wording& say) {
    std::vector<std::string> texts = {std::string(say(
        "Number after, times the change, times what one is worth, which is taken as known. Above 0 it is a gain: a fall "
        "counts as one where lower is better. What else changed counts too."))};
    for (const compared& c : of.changes) {
        if (c.worth && c.worth->ok() && !c.worth->limits) {
            texts.push_back(say("No interval of {}: {}.", c.before.of->key, say.finished(c.worth->why)));
        }
    }
    return texts;
}

}  // namespace cxm
