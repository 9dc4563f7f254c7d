#include "text/shown.hpp"
#include "write/customers/formats.hpp"
#include "write/customers/parts.hpp"
#include "write/figure_text.hpp"
#include "write/grid.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

std::string money_text(double amount, const wording& say) { return is_missing(amount) ? "" : fixed(amount, 2, say); }

/// How many customers there are, of those with one purchase alone where `once` is set.
double customers_of(const customer_forecast& of, bool once) {
    double count = 0;
    for (const customer_summary& one : of.of.customers) {
        count += !once || one.of.x == 0 ? one.customers : 0;
    }
    return count;
}

std::string first_words(const customer_list& list, const wording& say) {
    const std::string known =
        counted(say, customers_of(list.of, false), "{} customer", "{} customers") +
        (list.as_of.empty() ? "" : say(" on {}", say.period(list.as_of))) +
        counted(say, customers_of(list.of, true), ", {} of them with one purchase", ", {} of them with one purchase");
    return list.of.purchases.has_model ? known
                                       : say("{}: no forecast, as {}", known, say.finished(list.of.purchases.reason));
}

void draw_fifths(lines& to, const forecast_test& t, const look& drawn) {
    const wording& say = drawn.say;
    grid table({{.title = std::string(say("fifth of customers")), .to_the_right = false},
                {.title = std::string(say("chance of none"))},
                {.title = std::string(say("bought nothing"))}},
               0);
    constexpr std::string_view places[] = {"least likely to buy nothing", "2nd", "3rd", "4th", "most likely"};
    for (std::size_t i = 0; i < t.fifths.size() && i < std::size(places); ++i) {
        table.add({{std::string(say(places[i]))},
                   {share_text(t.fifths[i].expected, drawn.say)},
                   {share_text(t.fifths[i].seen, drawn.say)}});
    }
    table.fit(drawn.width);
    table.draw_titles(to, drawn.ascii);
    for (std::size_t row = 0; row < t.fifths.size(); ++row) {
        table.draw_row(to, row, drawn.ascii);
    }
}

void draw_list(lines& to, const customer_list& list, const look& drawn) {
    const bool money = list.of.spend && list.of.spend->has_model;
    const wording& say = drawn.say;
    std::vector<grid_column> columns = {
        {.title = std::string(list.of.of.alike ? say("customers") : say("customer")), .to_the_right = list.of.of.alike},
        {.title = std::string(say("repeats")), .expendable = 1},
        {.title = std::string(say("weeks since")), .expendable = 2},
        {.title = std::string(say("none"))},
        {.title = std::string(say("expected"))}};
    if (money) {
        columns.insert(columns.end(), {{.title = std::string(say("value"))}, {.title = std::string(say("at stake"))}});
    }
    grid table(columns, 0);
    for (const std::size_t i : list.rows) {
        const customer_outlook& one = list.of.outlooks[i];
        const purchase_history& of = list.of.of.customers[i].of;
        std::vector<grid_cell> cells = {
            {list.of.of.alike ? people_count(list.of.of.customers[i].customers, say) : shown(list.names[i])},
            {people_count(of.x, drawn.say)},
            {fixed(of.T - of.t_x, 1, say)},
            {share_text(one.none, drawn.say)},
            {fixed(one.purchases, 2, say)}};
        if (money) {
            cells.insert(cells.end(), {{money_text(one.value, say)}, {money_text(one.at_stake, say)}});
        }
        table.add(cells);
    }
    table.fit(drawn.width);
    to.paragraph(0, say("{}:", title_of_list(list, say)), drawn.width, style::bold);
    table.draw_titles(to, drawn.ascii);
    for (std::size_t row = 0; row < list.rows.size(); ++row) {
        table.draw_row(to, row, drawn.ascii);
    }
}

}  // namespace

std::string write_customers(const customer_list& list, const look& drawn) {
    const notation in{list.currency, drawn.ascii, drawn.say};
    lines to(drawn.colour);
    const bool fails = list.of.test && list.of.test->misses();
    const std::string verdict = verdict_of_test(list, drawn.say);
    if (fails) {
        to.paragraph(0, verdict, drawn.width, style::bad);
    }
    to.paragraph(0, first_words(list, drawn.say), drawn.width, list.of.purchases.has_model ? style::bold : style::bad);
    if (!list.of.figures.empty()) {
        draw_figures(to, list.of.figures, in, drawn,
                     [&](const forecast_figure& f) { return meaning(list, f, drawn.say); });
    }
    to.end_line();
    if (!verdict.empty() && !fails) {
        to.paragraph(0, verdict, drawn.width);
    }
    if (list.of.test) {
        to.paragraph(0, order_in_words(list.of, drawn.say), drawn.width);
        draw_fifths(to, *list.of.test, drawn);
        to.end_line();
    }
    for (const told_part& part : parts_of(list, in)) {
        draw_part(to, part, drawn);
    }
    if (!list.rows.empty()) {
        draw_list(to, list, drawn);
        to.end_line();
    }
    for (const std::string& remark : customer_remarks(list, drawn.say)) {
        to.paragraph(0, remark, drawn.width, style::dim);
    }
    return to.text();
}

}  // namespace cxm
