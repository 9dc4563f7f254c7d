#include "page/cohort_page.hpp"

#include <algorithm>
#include <cmath>
#include <cxm/interval/proportion.hpp>

#include "page/axis.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "write/cohorts/words.hpp"

namespace cxm {

namespace {

constexpr int heats = 8;
constexpr std::string_view heat_names[heats + 1] = {"h",    "h h1", "h h2", "h h3", "h h4",
                                                    "h h5", "h h6", "h h7", "h h8"};

/// The class of a cell's background: the stronger, the nearer it is to the largest of the grid.
std::string_view heat_of(double value, double largest) {
    if (is_missing(value) || !(largest > 0)) {
        return heat_names[0];
    }
    return heat_names[std::clamp(static_cast<int>(std::ceil(value / largest * heats)), 0, heats)];
}

html_table grid_of_cohorts(const shown_cohorts& shown) {
    html_table table;
    table.caption = headlines(shown).back();
    table.columns = {words_column(shown.drawn.say("cohort")), numbers_column(shown.drawn.say("people"))};
    for (std::size_t age = 0; age < shown.of.asked.rules.ages; ++age) {
        table.columns.push_back({std::to_string(age)});
    }
    const double largest = darkest(shown);
    const auto add = [&](const cohort_line& line, const std::string& title) {
        std::vector<html_cell> row = {
            {title},
            {people_count(static_cast<double>(line.people), shown.drawn.say), static_cast<double>(line.people)}};
        for (std::size_t age = 0; age < shown.of.asked.rules.ages; ++age) {
            const double value = age < line.ages.size() ? cell_value(shown, line, age) : not_given;
            row.push_back(
                {is_missing(value) ? std::string() : cell_text(shown, line, age), value, {}, heat_of(value, largest)});
        }
        table.rows.push_back(std::move(row));
    };
    for (const cohort_line& line : shown.of.cohorts) {
        add(line, shown.drawn.say.period(spell(line.cohort)));
    }
    if (shown.of.cohorts.size() > 1) {
        add(shown.of.everyone, std::string(shown.drawn.say("all")));
        table.last_is_sum = true;
    }
    return table;
}

/// All cohorts together by age with their limits, and behind them each by a faint line.
drawing course_of_cohorts(const shown_cohorts& shown, double width) {
    const std::size_t ages = shown.of.asked.rules.ages;
    const plot_area at{44, 10, width - 16, 210};
    drawing to(width, 232);
    const extent values{0, 1};
    draw_value_axis(to, at, as::share, values, {{}, false, shown.drawn.say});
    const linear_scale y(values, at.bottom, at.top);
    const auto x_of = [&](std::size_t age) {
        return at.left + 4 +
               (at.right - at.left - 8) * static_cast<double>(age) /
                   static_cast<double>(std::max<std::size_t>(1, ages - 1));
    };
    const auto course = [&](const cohort_line& line) {
        std::vector<point> through;
        for (std::size_t age = 0; age < line.ages.size(); ++age) {
            if (line.ages[age] && line.ages[age]->eligible > 0) {
                through.push_back({x_of(age), y.at(static_cast<double>(line.ages[age]->active) /
                                                   static_cast<double>(line.ages[age]->eligible))});
            }
        }
        return through;
    };
    std::vector<point> upper;
    std::vector<point> lower;
    for (std::size_t age = 0; age < shown.of.everyone.ages.size(); ++age) {
        if (const auto& cell = shown.of.everyone.ages[age]; cell && cell->eligible > 0) {
            const interval limits =
                wilson(static_cast<double>(cell->active), static_cast<double>(cell->eligible), shown.of.asked.level);
            upper.push_back({x_of(age), y.at(limits.high)});
            lower.push_back({x_of(age), y.at(limits.low)});
        }
    }
    for (const cohort_line& line : shown.of.cohorts) {
        if (const auto through = course(line); through.size() > 1) {
            to.path(through, {ink::rule, 1});
        }
    }
    upper.insert(upper.end(), lower.rbegin(), lower.rend());
    to.area(upper, ink::better, 0.18);
    const std::vector<point> through = course(shown.of.everyone);
    to.path(through, {ink::better, 1.8});
    for (const point& p : through) {
        to.sign(p, mark::dot, ink::better, 2.6);
    }
    std::vector<std::string> names;
    std::vector<double> x;
    for (std::size_t age = 0; age < ages; ++age) {
        names.push_back(std::to_string(age));
        x.push_back(x_of(age));
    }
    draw_names_below(to, at, names, x);
    return to;
}

std::string curve_of_cohorts(const shown_cohorts& shown) {
    if (shown.cells != cell_figure::retention || shown.of.asked.rules.ages < 2 || shown.of.cohorts.empty()) {
        return {};
    }
    markup to;
    const std::string words(
        shown.drawn.say("Share of all cohorts together who were active, by age, with its interval"));
    to.open("figure").own(course_of_cohorts(shown, 720).figure(words, "wide paired"));
    to.open("div", {{"class", "narrow"}, {"hidden", ""}}).own(course_of_cohorts(shown, 340).figure(words)).close("div");
    return to
        .leaf("figcaption",
              shown.drawn.say(
                  "● All cohorts together by age, with their interval as a band; each grey line is one cohort."))
        .close("figure")
        .own("\n")
        .written();
}

}  // namespace

std::string cohort_page(const shown_cohorts& shown, const receipt& from) {
    page_head head;
    head.say = shown.drawn.say;
    head.title = shown.drawn.say("Cohorts");
    head.facts = headlines(shown);
    markup grid;
    write_table(grid, grid_of_cohorts(shown));
    grid.leaf("p",
              shown.drawn.say(
                  "The stronger the blue, the nearer a cell is to the largest of the grid; an empty cell is not over."),
              {{"class", "quiet"}});
    markup method;
    method.leaf(
        "p",
        shown.drawn.say(
            "People belong to the cohort of the period of their first row. A cell counts those of the cohort who had a row at that age, of those for whom the age is over; what is not over is empty, never 0. All together is pooled from these counts. The band is Wilson's interval at {}.",
            people_level(shown.of.asked.level, shown.drawn.say)));
    return framed(head,
                  {{"cohorts", std::string(shown.drawn.say("Cohorts")), grid.written()},
                   {"curve", std::string(shown.drawn.say("Curve")), curve_of_cohorts(shown)},
                   {"quality", std::string(shown.drawn.say("Data quality")),
                    quality_section(from, remarks_on(shown), shown.drawn.say)},
                   {"method", std::string(shown.drawn.say("Method and definitions")), method.written()}},
                  from);
}

}  // namespace cxm
