#include "write/customers/parts.hpp"

#include <cmath>
#include <cstddef>
#include <string_view>

#include <fmt/format.h>

#include "text/shown.hpp"
#include "write/figure_text.hpp"
#include "write/grid.hpp"

namespace cxm {

namespace {

constexpr std::string_view no_segment = "(none)";
constexpr std::size_t most_named = 5;

std::string share_of(double share, const notation& in) {
    return is_missing(share) ? "" : figure_value({{}, figure_unit::share, share}, in);
}

told_part segments_told(const customer_list& list, const notation& in) {
    const customer_forecast& of = list.of;
    const wording& say = in.say;
    told_part part{
        say("By {}, by the one model of all customers", shown(of.of.segments.label)),
        {{of.of.segments.label, 0}, {say("customers"), 0}, {say("expected"), 0}, {say("limits"), 2}, {say("none"), 1}},
        {},
        {}};
    if (of.of.amounts) {
        part.columns.insert(part.columns.end(), {{say("value"), 0}, {say("at stake"), 0}});
    }
    if (of.test) {
        part.columns.insert(part.columns.end(), {{say("tested: expected"), 0}, {say("seen"), 0}});
    }
    std::string missed;
    std::size_t misses = 0;
    for (std::size_t i = 0; i < of.segments.size(); ++i) {
        const segment_outlook& one = of.segments[i];
        const std::string& name = of.of.segments.names[i];
        std::vector<std::string>& row = part.rows.emplace_back();
        row.emplace_back(name.empty() ? say(no_segment) : name);
        row.push_back(people_count(one.figures.front().n, in.say));
        row.push_back(figure_value(one.figures.front(), in));
        row.push_back(figure_range(one.figures.front(), in));
        for (std::size_t figure = 1; figure < one.figures.size(); ++figure) {
            row.push_back(figure_value(one.figures[figure], in));
        }
        if (of.test) {
            row.push_back(figure_value(one.expected, in));
            row.push_back(is_missing(one.seen) ? "" : people_count(one.seen, in.say));
        }
        if (one.misses() && ++misses <= most_named) {
            missed += (missed.empty() ? "" : ", ") + (name.empty() ? std::string(say(no_segment)) : shown(name));
        }
    }
    if (!missed.empty()) {
        missed += misses > most_named ? say(" and {} more", misses - most_named) : "";
        part.remarks.push_back(
            say("The model of all misses the test of {} (by chance alone, of one in twenty): --where gives a segment a "
                "model of its own.",
                missed));
    }
    return part;
}

std::string_view words_of(activity_band band, const wording& say) {
    constexpr std::string_view words[] = {"none in either", "none of late", "fewer",
                                          "as many",        "more",         "of late alone"};
    return say(words[static_cast<int>(band)]);
}

told_part bands_told(const customer_list& list, const notation& in) {
    const band_outlook& bands = *list.of.bands;
    const band_question& asked = *list.of.of.bands;
    const wording& say = in.say;
    const std::string ahead = weeks_in_words(asked.ahead, say);
    told_part part{
        say("Churn without a model: who bought nothing for {}, by purchases in the {} before against as long before "
            "those",
            ahead, weeks_in_words(asked.window, say)),
        {{say("purchases"), 0}, {say("customers now"), 0}, {say("bought nothing"), 0}, {say("limits"), 2}},
        {},
        {}};
    if (!bands.tested.empty()) {
        part.columns.insert(part.columns.end(), {{say("tested: expected"), 0}, {say("seen"), 0}});
    }
    for (std::size_t i = 0; i < activity_bands; ++i) {
        std::vector<std::string>& row = part.rows.emplace_back();
        row.emplace_back(words_of(static_cast<activity_band>(i), say));
        row.push_back(people_count(asked.counts.now[i].customers, in.say));
        row.push_back(figure_value(bands.rates[i], in));
        row.push_back(figure_range(bands.rates[i], in));
        if (!bands.tested.empty()) {
            row.push_back(share_of(bands.tested[i].expected, in));
            row.push_back(share_of(bands.tested[i].seen, in));
        }
    }
    if (bands.none.ok()) {
        part.remarks.push_back(say("By them {} ({}) of {} customers buy nothing in the next {}.",
                                   figure_value(bands.none, in), figure_range(bands.none, in),
                                   people_count(bands.none.n, say), ahead));
    }
    if (!bands.tested.empty()) {
        std::string text =
            say("{}: as it was before, {} ({}) of {} customers were to buy nothing in the last {}, and {} did",
                say(bands.misses() ? "The bands fail their test" : "Tested"), figure_value(bands.expected, in),
                figure_range(bands.expected, in), people_count(bands.expected.n, say), ahead,
                people_count(bands.seen, say));
        text += bands.auc ? say("; AUC {}", say.number(fmt::format("{:.3f}", *bands.auc))) : "";
        text += bands.brier ? say("; Brier score {}", say.number(fmt::format("{:.3f}", *bands.brier))) : "";
        part.remarks.push_back(text + ".");
    }
    return part;
}

told_part demand_told(const customer_list& list, const notation& in) {
    const demand_outlook& demand = *list.of.demand;
    const double length = list.of.of.demand->length;
    const forecast_figure& orders = demand.figures.front();
    const std::string range = figure_range(orders, in);
    const wording& say = in.say;
    std::string title = say("Demand of the next {}: {}{} orders", weeks_in_words(length, say), figure_value(orders, in),
                            range.empty() ? "" : " (" + range + ")");
    if (demand.new_customers > 0) {
        title += say(", {} of the customers there are and {} of {} new ones, first orders included",
                     figure_value(demand.figures[1], in), figure_value(demand.figures[2], in),
                     people_count(std::round(demand.new_customers), say));
    }
    const double step = demand.steps.empty() ? 0 : demand.steps.front().to - demand.steps.front().from;
    told_part part{title, {{say(step <= 1 ? "week" : step < 50 ? "month" : "year"), 0}, {say("orders"), 0}}, {}, {}};
    if (demand.new_customers > 0) {
        part.columns.push_back({say("of new customers"), 0});
    }
    for (std::size_t i = 0; i < demand.steps.size(); ++i) {
        const demand_step& one = demand.steps[i];
        std::vector<std::string>& row = part.rows.emplace_back();
        row.push_back(std::to_string(i + 1));
        row.push_back(fixed(one.of_base + one.of_new, 1, say));
        if (demand.new_customers > 0) {
            row.push_back(fixed(one.of_new, 1, say));
        }
    }
    if (!(demand.new_customers > 0)) {
        part.remarks.emplace_back(say("Without new customers, whom --new 40/week plans."));
    }
    return part;
}

}  // namespace

std::vector<told_part> parts_of(const customer_list& list, const notation& in) {
    std::vector<told_part> parts;
    if (!list.of.segments.empty() && list.of.purchases.has_model) {
        parts.push_back(segments_told(list, in));
    }
    if (list.of.bands) {
        parts.push_back(bands_told(list, in));
    }
    if (list.of.demand) {
        parts.push_back(demand_told(list, in));
    }
    return parts;
}

void draw_part(lines& to, const told_part& part, const look& drawn) {
    std::vector<grid_column> columns;
    for (std::size_t i = 0; i < part.columns.size(); ++i) {
        grid_column& column = columns.emplace_back();
        column.title = i == 0 ? shown(part.columns[i].title) : std::string(part.columns[i].title);
        column.to_the_right = i != 0;
        column.expendable = part.columns[i].expendable;
    }
    grid table(columns, 0);
    for (const std::vector<std::string>& row : part.rows) {
        std::vector<grid_cell> cells;
        for (std::size_t i = 0; i < row.size(); ++i) {
            cells.push_back({i == 0 ? shown(row[i]) : row[i]});
        }
        table.add(cells);
    }
    table.fit(drawn.width);
    to.paragraph(0, drawn.say("{}:", part.title), drawn.width, style::bold);
    table.draw_titles(to, drawn.ascii);
    for (std::size_t row = 0; row < part.rows.size(); ++row) {
        table.draw_row(to, row, drawn.ascii);
    }
    for (const std::string& remark : part.remarks) {
        to.paragraph(0, remark, drawn.width);
    }
    to.end_line();
}

}  // namespace cxm
