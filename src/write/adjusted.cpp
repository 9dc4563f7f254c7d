#include "write/adjusted.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "text/shown.hpp"
#include "write/compare/parts.hpp"
#include "write/grid.hpp"
#include "write/json/object.hpp"
#include "write/markdown/text.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

std::string_view word_for(bool clear, const wording& say) { return clear ? say("clear") : say("not clear"); }

std::string in_one_sentence(const adjusted_list& of, const wording& say) {
    std::size_t clear = 0;
    for (std::size_t i = 0; i < of.p.size(); ++i) {
        clear += of.is_clear(i) ? 1 : 0;
    }
    const std::string judged =
        of.p.size() == 1 ? std::string(say("1 number")) : judged_together(of.p.size(), of.options.adjust, say);
    const std::string level = people_level(of.options.level, say);
    return clear == 0 ? say("{}: none clear at {}.", judged, level) : say("{}: {} clear at {}.", judged, clear, level);
}

}  // namespace

std::string write_adjusted(const adjusted_list& of, const look& drawn) {
    grid table({{.to_the_right = false},
                {.title = "p", .gap = of.names.empty() ? std::size_t{0} : 2},
                {.title = std::string(drawn.say("adjusted"))},
                {.to_the_right = false}},
               0);
    for (std::size_t i = 0; i < of.p.size(); ++i) {
        const style looks = of.is_clear(i) ? style::bold : style::dim;
        table.add({{of.names.empty() ? "" : shown(of.names[i])},
                   {p_text(of.p[i], drawn.say)},
                   {p_text(of.adjusted[i], drawn.say)},
                   {std::string(word_for(of.is_clear(i), drawn.say)), looks}});
    }
    table.fit(drawn.width);
    lines to(drawn.colour);
    table.draw_titles(to, drawn.ascii);
    for (std::size_t i = 0; i < of.p.size(); ++i) {
        table.draw_row(to, i, drawn.ascii);
    }
    to.paragraph(0, in_one_sentence(of, drawn.say), drawn.width, style::dim);
    return to.text();
}

std::string adjusted_json(const adjusted_list& of) {
    std::string text;
    json_object object(text);
    object.text("adjust", name(of.options.adjust));
    object.number("level", of.options.level);
    object.count("tests", static_cast<double>(of.p.size()));
    json_array each = object.array("values");
    for (std::size_t i = 0; i < of.p.size(); ++i) {
        json_object one = each.object();
        if (!of.names.empty()) {
            one.text("name", of.names[i]);
        }
        one.number("p", of.p[i]);
        one.number("p_adjusted", of.adjusted[i]);
        one.flag("clear", of.is_clear(i));
        one.end();
    }
    each.end();
    object.end();
    return text + '\n';
}

std::string adjusted_csv(const adjusted_list& of, csv_texts texts) {
    std::string text = of.names.empty() ? "p,p_adjusted,clear\n" : "name,p,p_adjusted,clear\n";
    csv_writer to(text, texts);
    for (std::size_t i = 0; i < of.p.size(); ++i) {
        if (!of.names.empty()) {
            to.text(of.names[i]);
        }
        to.number(of.p[i]);
        to.number(of.adjusted[i]);
        to.raw(of.is_clear(i) ? "true" : "false");
        to.end_line();
    }
    return text;
}

std::string adjusted_markdown(const adjusted_list& of, const wording& say) {
    std::string text = of.names.empty() ? std::string("|") : fmt::format("| {} |", say("test"));
    text += fmt::format(" p | {} | |\n{}---:|---:|---|\n", say("adjusted"), of.names.empty() ? "|" : "|---|");
    for (std::size_t i = 0; i < of.p.size(); ++i) {
        markdown_table to(text);
        if (!of.names.empty()) {
            to.text(of.names[i]);
        }
        to.own(p_text(of.p[i], say));
        to.own(p_text(of.adjusted[i], say));
        to.own(word_for(of.is_clear(i), say));
        to.end_row();
    }
    return text + "\n" + in_one_sentence(of, say) + "\n";
}

}  // namespace cxm
