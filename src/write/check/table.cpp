#include <algorithm>

#include "text/shown.hpp"
#include "write/check/formats.hpp"
#include "write/check/text.hpp"
#include "write/grid.hpp"

namespace cxm {

namespace {

style looks_of(check_verdict v) {
    switch (v) {
        case check_verdict::pass: return style::good;
        case check_verdict::fail: return style::bad;
        case check_verdict::no_data: return style::dim;
        default: return style::bold;
    }
}

/// A row a finding. The limit stands in the rule above it too, unless it is a target.
grid grid_of(const check_result& of, const notation& in) {
    constexpr std::size_t gap = 3;
    const bool any_target = std::any_of(of.findings.begin(), of.findings.end(),
                                        [](const finding& f) { return !f.of->says.limit.has_value(); });
    grid table({{.to_the_right = false},
                {.to_the_right = false, .gap = gap},
                {.gap = gap},
                {.title = std::string(in.say("interval")), .to_the_right = false, .expendable = 1, .gap = gap},
                {.title = "n", .to_the_right = false, .expendable = 2, .gap = gap},
                {.to_the_right = false, .expendable = any_target ? 0U : 3U, .gap = gap}},
               2);
    for (const finding& f : of.findings) {
        const std::string n = count_text(f, in.say);
        table.add({{std::string(in.say(name(f.is))), looks_of(f.is)},
                   {judged_text(f, in)},
                   {value_text(f, in)},
                   {interval_text(f, in)},
                   {n.empty() ? n : in.say("n {}", n)},
                   {limit_text(f, in)}});
    }
    return table;
}

void append_head(lines& to, const rule& r, const wording& say) {
    const std::string options = rule_options_text(r, say);
    to.left(0, rule_text(r), style::bold);
    to.left(0, options.empty() ? options : "(" + options + ")", style::dim);
    to.end_line();
}

}  // namespace

std::string write_check_table(const check_result& of, const look& drawn) {
    const notation in{of.currency, drawn.ascii, drawn.say};
    grid table = grid_of(of, in);
    table.fit(drawn.width);
    lines to(drawn.colour);
    for (std::size_t i = 0; i < of.findings.size(); ++i) {
        const finding& f = of.findings[i];
        if (i == 0 || of.findings[i - 1].of != f.of) {
            append_head(to, *f.of, in.say);
        }
        table.draw_row(to, i, drawn.ascii);
        for (const std::string& remark : {change_in_words(f, in), in.say.finished(f.reason)}) {
            to.paragraph(table.start_of(1), remark, drawn.width, style::dim);
        }
    }
    to.end_line();
    to.left(0, summary_text(of, in.say), of.failed() ? style::bad : style::good);
    to.end_line();
    if (const std::string note = left_out_note(table.left_out(), drawn); !note.empty()) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
    return to.text();
}

}  // namespace cxm
