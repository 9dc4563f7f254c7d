#include "page/projection_page.hpp"

#include <algorithm>

#include "page/axis.hpp"
#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "write/figure_text.hpp"
#include "write/project/formats.hpp"

namespace cxm {

namespace {

/// Shares by age: what was seen as dots, the curve with its band, and where the data end.
drawing curve_chart(const projection& p, double width, const notation& in) {
    const plot_area at{44, 10, width - 16, 230};
    drawing to(width, 252);
    const extent values{0, 1};
    draw_value_axis(to, at, as::share, values, in);
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
    table.columns = {numbers_column(in.say("age")),           numbers_column(in.say("customers")),
                     numbers_column(in.say("seen")),          numbers_column(in.say("expected")),
                     numbers_column(in.say("interval")),      numbers_column(in.say("lost, seen")),
                     numbers_column(in.say("lost, expected"))};
    for (const projected_age& at : p.ages) {
        table.rows.push_back(
            {{std::to_string(at.age) + (at.period.empty() ? "" : ", " + in.say.period(at.period))},
             is_missing(at.customers) ? html_cell{} : html_cell{people_count(at.customers, in.say), at.customers},
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
        to.leaf("p",
                f.ok() ? meaning(p, f, in.say) : in.say("{}: {}", meaning(p, f, in.say), in.say.finished(f.reason)))
            .close("article")
            .own("\n");
    }
    return p.figures.empty() ? std::string() : to.close("div").own("\n").written();
}

std::string curve_section(const projection& p, const notation& in) {
    markup to;
    const std::string words(
        in.say("Share of the customers still there by age: what was seen, and the curve with its interval"));
    to.open("figure").own(curve_chart(p, 720, in).figure(words, "wide paired"));
    to.open("div", {{"class", "narrow"}, {"hidden", ""}}).own(curve_chart(p, 340, in).figure(words)).close("div");
    to.leaf("figcaption",
            in.say("● seen; the line is the curve, the band its interval; the dashed line is where the data end."))
        .close("figure")
        .own("\n");
    markup table;
    write_table(table, table_of_ages(p, in));
    write_details(to, in.say("Values of {}", in.say("Curve")), table.written());
    return to.written();
}

}  // namespace

std::string projection_page(const projection& p, const notation& in, const receipt& from) {
    page_head head;
    head.say = in.say;
    head.title = in.say("Retention, seen and expected");
    const std::string verdict =
        p.has_curve ? verdict_of_test(p, in.say) : in.say("No curve: {}.", in.say.finished(p.reason));
    if (!verdict.empty()) {
        head.facts.push_back(verdict);
    }
    head.facts.push_back(in.say("Intervals at {}.", people_level(p.of.level, in.say)));
    markup method;
    write_list(method, projection_remarks(p, in.say));
    method
        .leaf(
            "p",
            in.say(
                "A curve of renewals is fitted to the customers who were lost and kept at each age, and carried on. The limits cover chance in the customers seen, not that the curve may be wrong."))
        .own(model_definition(name(p.kind), in.say));
    return framed(head,
                  {{"overview", std::string(in.say("Figures")), cards_of_figures(p, in)},
                   {"curve", std::string(in.say("Curve")), curve_section(p, in)},
                   {"quality", std::string(in.say("Data quality")), quality_section(from, {}, in.say)},
                   {"method", std::string(in.say("Method and definitions")), method.written()}},
                  from);
}

}  // namespace cxm
