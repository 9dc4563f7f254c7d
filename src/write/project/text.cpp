#include "text/shown.hpp"
#include "write/figure_text.hpp"
#include "write/grid.hpp"
#include "write/project/formats.hpp"

namespace cxm {

namespace {

std::string plain(const forecast_figure& f, const wording& say) {
    return f.ok() ? people_number(as::share, f.value, people_decimals(as::share, f.value), say) : std::string();
}

void draw_table_of_ages(lines& to, const projection& p, const notation& in, const look& drawn) {
    const bool several = !p.of.is_of_one_cohort();
    const auto titled = [&](std::string_view title) { return std::string(in.say(title)); };
    std::vector<grid_column> columns = {{.title = titled("age")}, {.title = titled("customers")}};
    if (several) {
        columns.push_back({.title = titled("of"), .expendable = 1});
    }
    columns.insert(columns.end(), {{.title = titled("seen %"), .expendable = 1},
                                   {.title = titled("curve %")},
                                   {.title = in.say("{} limits", people_level(p.of.level, in.say)), .expendable = 3},
                                   {.title = titled("risk seen %"), .expendable = 2},
                                   {.title = titled("risk %"), .expendable = 2},
                                   {.title = titled("still to come"), .expendable = 4}});
    grid table(columns, 0);
    for (const projected_age& at : p.ages) {
        const style looks = is_missing(at.customers) ? style::dim : style::plain;
        std::vector<grid_cell> cells = {
            {std::to_string(at.age)}, {is_missing(at.customers) ? std::string() : people_count(at.customers, in.say)}};
        if (several) {
            cells.push_back({is_missing(at.risk_seen.n) ? std::string() : people_count(at.risk_seen.n, in.say)});
        }
        cells.insert(cells.end(), {{plain(at.seen, in.say)},
                                   {plain(at.expected, in.say), looks},
                                   {figure_range(at.expected, in), looks},
                                   {plain(at.risk_seen, in.say)},
                                   {plain(at.risk, in.say), looks},
                                   {at.remaining.ok() ? figure_value(at.remaining, in) : "", looks}});
        table.add(cells);
    }
    table.fit(drawn.width);
    table.draw_titles(to, drawn.ascii);
    for (std::size_t row = 0; row < p.ages.size(); ++row) {
        table.draw_row(to, row, drawn.ascii);
    }
    if (const std::string note = left_out_note(table.left_out(), drawn); !note.empty()) {
        to.paragraph(0, note, drawn.width, style::dim);
    }
}

std::string headline(const projection& p, const wording& say) {
    std::string seen = counted(say, p.of.customers(), "{} customer", "{} customers");
    seen += p.of.until.empty() ? "" : say(" until {}", say.period(p.of.until));
    seen += p.of.is_of_one_cohort()
                ? counted(say, p.of.renewals(), ", {} renewal seen", ", {} renewals seen")
                : counted(say, p.of.renewals(), ", up to {} renewal seen", ", up to {} renewals seen");
    return p.has_curve ? seen : say("{}: no curve, as {}", seen, say.finished(p.reason));
}

}  // namespace

std::string write_projection(const projection& p, std::string_view currency, const look& drawn) {
    const notation in{currency, drawn.ascii, drawn.say};
    lines to(drawn.colour);
    const std::string verdict = verdict_of_test(p, drawn.say);
    const bool fails = p.test && p.test->misses();
    if (fails) {
        to.paragraph(0, verdict, drawn.width, style::bad);
    }
    to.paragraph(0, headline(p, drawn.say), drawn.width, p.has_curve ? style::bold : style::bad);
    to.end_line();
    draw_curve(to, p, drawn);
    to.end_line();
    draw_table_of_ages(to, p, in, drawn);
    if (!p.figures.empty()) {
        to.end_line();
        draw_figures(to, p.figures, in, drawn, [&](const forecast_figure& f) { return meaning(p, f, drawn.say); });
    }
    to.end_line();
    if (!verdict.empty() && !fails) {
        to.paragraph(0, verdict, drawn.width);
    }
    for (const std::string& remark : projection_remarks(p, drawn.say)) {
        to.paragraph(0, remark, drawn.width, style::dim);
    }
    return to.text();
}

}  // namespace cxm
