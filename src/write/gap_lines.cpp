#include <algorithm>

#include <fmt/format.h>

#include "results/against.hpp"
#include "text/shown.hpp"
#include "write/arrange.hpp"
#include "write/change.hpp"
#include "write/gaps.hpp"

namespace cxm {

namespace {

std::string source_of(const target& t) {
    const std::string_view comma = t.source.empty() || t.date.empty() ? "" : ", ";
    return shown(t.source).append(comma) + shown(t.date);
}

std::string wanted_text(const target& t, const notation& in) {
    const std::string poor = t.poor ? in.say(" (poor {})", people_value(*t.of, *t.poor, in)) : std::string();
    const std::string per = t.per == grain::free ? std::string() : in.say(" a {}", in.say(name(t.per)));
    return people_value(*t.of, t.value, in) + per + poor;
}

std::string span_text(const held_against& held, std::string_view period, const wording& say) {
    if (period.empty()) {
        return {};
    }
    if (held.carried) {
        return say("{} (a {} like it)", shown(say.period(period)), say(name(held.to->per)));
    }
    const std::string span = span_in_words(period);
    return span == shown(period) ? span : fmt::format("{} ({})", shown(say.period(period)), say.finished(span));
}

gap_line line_of(const report& of, std::size_t row, const held_against& held, const notation& in) {
    const metric& m = *held.to->of;
    const std::string_view period = of.rows.periods[row];
    const bool partial = !of.rows.is_complete(row);
    gap_line line;
    line.key = m.key;
    line.value = people_value(m, held.judged.comes_to.value, in);
    line.wanted = wanted_text(*held.to, in);
    line.gap = held.by ? change_amount(m, held.by->gap, in) : std::string();
    line.standing = in.say(partial && held.by ? "not whole" : held.standing_name());
    line.side = partial ? 0 : held.side();
    line.span = span_text(held, period, in.say);
    line.source = source_of(*held.to);
    line.why = held.by ? std::string() : in.say("{}: {}", m.key, in.say.finished(why_not_judged(*held.to, period)));
    return line;
}

}  // namespace

std::vector<gap_line> gap_lines(const report& of, const std::vector<target>& wanted, const notation& in) {
    std::vector<gap_line> gaps;
    for (const label_group& group : by_labels(of.rows)) {
        const std::size_t last = group.rows.back();
        for (const result& r : of.of_row(last)) {
            if (const auto held = hold_against(of, last, r, wanted)) {
                gaps.push_back(line_of(of, last, *held, in));
                gaps.back().group = in.say(group.title);
            }
        }
    }
    return gaps;
}

std::vector<std::string> gap_remarks(const std::vector<gap_line>& gaps) {
    std::vector<std::string> texts;
    for (const gap_line& gap : gaps) {
        if (!gap.why.empty() && std::find(texts.begin(), texts.end(), gap.why) == texts.end()) {
            texts.push_back(gap.why);
        }
    }
    return texts;
}

}  // namespace cxm
