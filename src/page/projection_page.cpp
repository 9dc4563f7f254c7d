#include "page/projection_page.hpp"

#include <algorithm>

#include "page/axis.hpp"
#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/words.hpp"
#include "write/figure_text.hpp"
#include "write/project/formats.hpp"

namespace cxm {

namespace {

/// Shares by age: what was seen as dots, the curve with its band, and where the data end.
drawing curve_chart(const projection& p, double width) {
    const plot_area at{44, 10, width - 16, 230};
    drawing to(width, 252);
    const extent values{0, 1};
    draw_value_axis(to, at, as::share, values, {});
    const linear_scale y(values, at.bottom, at.top);
    const auto last = static_cast<double>(std::max<std::size_t>(1, p.ages.empty() ? 1 : p.ages.back().age));
    const linear_scale x({0, last}, at.left + 5, at.right - 5);
    std::vector<point> upper;
    std::vector<point> lower;
    std::vector<point> curve;
    std::vector<std::string> names;
    std::vector<double> places;
    for (const projected_age& age : p.ages) {
        const double here = x.at(static_cast<double>(age.age));
        names.push_back(std::to_string(age.age));
        places.push_back(here);
        if (age.expected.ok()) {
            curve.push_back({here, y.at(age.expected.value)});
            if (age.expected.limits) {
                upper.push_back({here, y.at(age.expected.limits->high)});
                lower.push_back({here, y.at(age.expected.limits->low)});
            }
        }
    }
    if (upper.size() > 1) {
        upper.insert(upper.end(), lower.rbegin(), lower.rend());
        to.area(upper, ink::better, 0.18);
    }
    if (curve.size() > 1) {
        to.path(curve, {ink::better, 1.8});
    }
    const double end = x.at(static_cast<double>(p.of.renewals()));
    to.line({end, at.top}, {end, at.bottom}, {ink::muted, 0.9, true});
    for (const projected_age& age : p.ages) {
        if (age.seen.ok()) {
            to.sign({x.at(static_cast<double>(age.age)), y.at(age.seen.value)}, mark::dot, ink::text, 3);
        }
    }
    draw_names_below(to, at, names, places);
    return to;
}

html_cell cell_of(const forecast_figure& f, const notation& in) { return {figure_value(f, in), f.value}; }

html_table table_of_ages(const projection& p, const notation& in) {
    html_table table;
    table.columns = {{std::string(say(page_word::age))},    {std::string(say(page_word::customers))},
                     {std::string(say(page_word::seen))},   {std::string(say(page_word::expected))},
                     {std::string(say(page_word::limits))}, {std::string(say(page_word::risk_seen))},
                     {std::string(say(page_word::risk))}};
    for (const projected_age& at : p.ages) {
        table.rows.push_back(
            {{std::to_string(at.age) + (at.period.empty() ? "" : ", " + at.period)},
             is_missing(at.customers) ? html_cell{} : html_cell{people_count(at.customers), at.customers},
             cell_of(at.seen, in),
             cell_of(at.expected, in),
             {figure_range(at.expected, in)},
             cell_of(at.risk_seen, in),
             cell_of(at.risk, in)});
    }
    return table;
}

std::string cards_of_figures(const projection& p, const notation& in) {
    markup to;
    to.open("div", {{"class", "cards"}}).own("\n");
    for (const forecast_figure& f : p.figures) {
        to.open("article", {{"class", "card"}})
            .open("h3")
            .leaf("a", f.key, {{"href", "#" + model_id(name(p.kind))}})
            .close("h3");
        to.open("p", {{"class", "value"}});
        write_number(to, figure_value(f, in), f.value);
        to.close("p").leaf("p", figure_range(f, in), {{"class", "quiet"}});
        to.leaf("p", meaning(p, f) + (f.ok() ? "" : ": " + f.reason)).close("article").own("\n");
    }
    return p.figures.empty() ? std::string() : to.close("div").own("\n").written();
}

std::string curve_section(const projection& p, const notation& in) {
    markup to;
    const std::string words(say(page_word::curve_of));
    to.open("figure").own(curve_chart(p, 720).figure(words, "wide paired"));
    to.open("div", {{"class", "narrow"}, {"hidden", ""}}).own(curve_chart(p, 340).figure(words)).close("div");
    to.leaf("figcaption", say(page_word::legend_curve)).close("figure").own("\n");
    markup table;
    write_table(table, table_of_ages(p, in));
    write_details(to, say(page_word::values, say(page_word::curve)), table.written());
    return to.written();
}

}  // namespace

std::string projection_page(const projection& p, std::string_view currency, const receipt& from) {
    const notation in{currency, false};
    page_head head;
    head.title = say(page_word::title_project);
    const std::string verdict = p.has_curve ? verdict_of_test(p) : say(page_word::no_curve, p.reason);
    if (!verdict.empty()) {
        head.facts.push_back(verdict);
    }
    head.facts.push_back(say(page_word::level_of, people_level(p.of.level)));
    markup method;
    write_list(method, projection_remarks(p));
    method.leaf("p", say(page_word::method_of_curve)).own(model_definition(name(p.kind)));
    return framed(head,
                  {{"overview", std::string(say(page_word::figures)), cards_of_figures(p, in)},
                   {"curve", std::string(say(page_word::curve)), curve_section(p, in)},
                   {"quality", std::string(say(page_word::quality)), quality_section(from, {})},
                   {"method", std::string(say(page_word::method)), method.written()}},
                  from);
}

}  // namespace cxm
