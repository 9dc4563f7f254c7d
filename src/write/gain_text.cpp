#include "write/gain_text.hpp"

#include <fmt/format.h>
#include <cxm/metrics/value.hpp>

#include "text/shown.hpp"
#include "write/grid.hpp"
#include "write/json/object.hpp"
#include "write/markdown/text.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

std::string return_text(const return_of_gains& r, const wording& say) {
    return r.roi ? people_value(roi, r.roi->roi, {.say = say}) : say("undefined: {}", say.finished(why_no_return));
}

std::string return_range(const return_of_gains& r, const wording& say) {
    return r.roi && r.is_uncertain() ? people_range(roi, {r.roi->limits.low, r.roi->limits.high, 0, "mover"},
                                                    usual_decimals(roi.shown), {.say = say})
                                     : std::string();
}

std::string money_of_gain(double amount, const notation& in) {
    return with_unit(people_number(as::money, amount, 2, in.say), as::money, in);
}

std::string range_of_gain(const named_gain& g, const notation& in) {
    return g.of.low == g.of.high
               ? std::string(in.say("taken as known"))
               : people_span(people_number(as::money, g.of.low, 2, in.say), money_of_gain(g.of.high, in), in.say);
}

std::string break_even_in_words(const return_of_gains& r, const wording& say) {
    if (!r.break_even()) {
        return std::string(say("Nothing pays back the cost: the gains come to no more than 0."));
    }
    if (r.cost == 0) {
        return std::string(say("There is no cost to pay back."));
    }
    if (*r.break_even() > 1) {
        return say("Break-even: the gains would have to be {} what they are.",
                   with_unit(people_number(as::multiple, *r.break_even(), 2, say), as::multiple, {{}, true, say}));
    }
    const std::string part = with_unit(people_number(as::share, *r.break_even(), 1, say), as::share, {.say = say});
    const std::string_view low =
        r.roi && r.is_uncertain()
            ? say(r.roi->limits.low >= 0   ? " The low end of the range still pays."
                  : r.roi->limits.high < 0 ? " Even the high end of the range does not pay."
                                           : " The range reaches to both sides of that: it is not shown that it pays.")
            : std::string_view();
    return say("Break-even: {} of the gains pay back the cost.{}", part, low);
}

std::string_view caveat_of_gains(const return_of_gains& r, const wording& say) {
    return r.is_uncertain() ? say("Distances to the limits of each gain are squared and added: the gains are taken as "
                                  "independent of each other, the cost as known.")
                            : say("No gain has a range: give one as --gain support=12000:9000..15000.");
}

}  // namespace

std::string write_gains(const return_of_gains& r, std::string_view currency, const look& drawn) {
    const notation in{currency, drawn.ascii, drawn.say};
    lines to(drawn.colour);
    to.left(0, "roi");
    to.left(5, return_text(r, drawn.say), style::bold);
    if (const std::string range = return_range(r, drawn.say); !range.empty()) {
        to.left(0, " " + range);
    }
    to.end_line();
    const auto titled = [&](std::string_view title) { return std::string(drawn.say(title)); };
    grid table(
        {{.title = titled("gain"), .to_the_right = false}, {.title = titled("value")}, {.title = titled("range")}}, 5);
    for (const named_gain& g : r.gains) {
        table.add({{shown(g.name)}, {money_of_gain(g.of.value, in)}, {range_of_gain(g, in)}});
    }
    table.add({{titled("all")}, {money_of_gain(r.gain, in)}, {}});
    table.add({{titled("cost")}, {money_of_gain(r.cost, in)}, {}});
    table.fit(drawn.width);
    table.draw_titles(to, drawn.ascii);
    for (std::size_t row = 0; row < r.gains.size() + 2; ++row) {
        table.draw_row(to, row, drawn.ascii);
    }
    to.paragraph(5, break_even_in_words(r, drawn.say), drawn.width);
    to.paragraph(5, caveat_of_gains(r, drawn.say), drawn.width, style::dim);
    return to.text();
}

std::string gains_json(const return_of_gains& r, std::string_view currency) {
    std::string text;
    json_object object(text);
    object.text("metric", roi.key);
    object.number("value", r.roi ? r.roi->roi : not_given);
    object.text("unit", name(roi.shown));
    object.text("status", r.roi ? "ok" : "undefined");
    if (!r.roi) {
        object.text("reason", why_no_return);
    } else if (r.is_uncertain()) {
        object.number("low", r.roi->limits.low);
        object.number("high", r.roi->limits.high);
        object.text("method", "mover");
    }
    object.number("gain", r.gain);
    object.number("cost", r.cost);
    object.number("break_even", r.break_even().value_or(not_given));
    object.text_if_any("currency", currency);
    json_array gains = object.array("gains");
    for (const named_gain& g : r.gains) {
        json_object one = gains.object();
        one.text("name", g.name);
        one.number("value", g.of.value);
        one.number("low", g.of.low);
        one.number("high", g.of.high);
        one.end();
    }
    gains.end();
    object.end();
    return text + '\n';
}

std::string gains_markdown(const return_of_gains& r, std::string_view currency, const wording& say) {
    const notation in{currency, false, say};
    std::string text = fmt::format("| {} | {} | {} |\n|---|---:|---:|\n", say("gain"), say("value"), say("range"));
    markdown_table to(text);
    for (const named_gain& g : r.gains) {
        to.text(g.name);
        to.own(money_of_gain(g.of.value, in));
        to.own(range_of_gain(g, in));
        to.end_row();
    }
    for (const auto& [what, amount] : {std::pair(say("all"), r.gain), std::pair(say("cost"), r.cost)}) {
        to.own(what);
        to.own(money_of_gain(amount, in));
        to.own({});
        to.end_row();
    }
    const std::string range = return_range(r, say);
    return text + fmt::format("\n**ROI {}**{}. {} {}\n", return_text(r, say), range.empty() ? "" : ", " + range,
                              break_even_in_words(r, say), caveat_of_gains(r, say));
}

}  // namespace cxm
