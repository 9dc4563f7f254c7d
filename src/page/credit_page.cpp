#include "page/credit_page.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "page/definitions.hpp"
#include "page/frame.hpp"
#include "page/html_table.hpp"
#include "page/svg/drawing.hpp"
#include "page/svg/labels.hpp"
#include "page/svg/scale.hpp"
#include "write/credit/words.hpp"

namespace cxm {

namespace {

/// The credit of all models on one scale, from 0.
double largest_credit(const credit_reading& of) {
    double largest = 0;
    for (const model_credit& model : of.models) {
        for (std::size_t channel = 0; channel < model.credit.conversions.size(); ++channel) {
            largest = std::max(largest, model.credit.conversions[channel]);
            if (!model.limits.channels.empty()) {
                largest = std::max(largest, model.limits.channels[channel].share.high * of.conversions);
            }
        }
    }
    return largest > 0 ? largest : 1;
}

drawing credit_bars(const shown_credit& shown, const model_credit& model, double largest) {
    constexpr double width = 300;
    constexpr double step = 21;
    const std::vector<std::size_t> channels = shown.of.channels_met();
    double left = 0;
    double right = 0;
    const credit_view conversions = views_of(shown).front();
    for (const std::size_t channel : channels) {
        left = std::max(left, text_width(shown.of.from.channels[channel], drawing::text_size));
        right = std::max(right, text_width(conversions.cell(shown, model, channel), drawing::text_size));
    }
    left = std::min(left, width * 0.34) + 10;
    drawing to(width, 4 + step * static_cast<double>(channels.size()));
    const linear_scale x({0, largest}, left, width - right - 14);
    for (std::size_t i = 0; i < channels.size(); ++i) {
        const std::size_t channel = channels[i];
        const double y = 2 + step * static_cast<double>(i);
        const std::string& name = shown.of.from.channels[channel];
        to.text({left - 8, y + 14}, fitting_text(name, left - 8, drawing::text_size), anchor::end, ink::text);
        if (model.credit.conversions.empty()) {
            continue;
        }
        double end = x.at(model.credit.conversions[channel]);
        to.box({left, y + 4}, std::max(0.8, end - left), 13, ink::better, 0.85);
        if (!model.limits.channels.empty()) {
            const interval& share = model.limits.channels[channel].share;
            const double high = x.at(share.high * shown.of.conversions);
            to.line({x.at(share.low * shown.of.conversions), y + 10.5}, {high, y + 10.5}, {ink::text, 1.4});
            end = std::max(end, high);
        }
        to.text({end + 6, y + 14}, conversions.cell(shown, model, channel), anchor::start, ink::text);
    }
    return to;
}

html_table table_of_credit(const shown_credit& shown, const credit_view& view, bool exact) {
    html_table table;
    table.caption = view.title;
    table.columns.push_back(words_column(shown.drawn.say("channel")));
    for (const model_credit& model : shown.of.models) {
        table.columns.push_back({model.by->name});
    }
    for (const std::size_t channel : shown.of.channels_met()) {
        std::vector<html_cell> row = {{shown.of.from.channels[channel]}};
        for (const model_credit& model : shown.of.models) {
            const bool any = exact && !model.credit.conversions.empty();
            row.push_back({view.cell(shown, model, channel), any ? model.credit.conversions[channel] : not_given});
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace

std::string credit_page(const shown_credit& shown, const receipt& from) {
    page_head head;
    head.say = shown.drawn.say;
    head.title = shown.drawn.say("Credit for conversions");
    head.facts = {fmt::format("{}.", credit_headline(shown)), fmt::format("{}.", shown.drawn.say(no_cause))};
    markup charts;
    charts
        .leaf(
            "p",
            shown.drawn.say(
                "Conversions that each model credits to a channel, on one scale from 0; a line is the interval of resampled paths."),
            {{"class", "quiet"}})
        .own("\n");
    charts.open("div", {{"class", "charts thirds"}}).own("\n");
    const double largest = largest_credit(shown.of);
    for (const model_credit& model : shown.of.models) {
        charts.open("article", {{"class", "chart"}}).open("h3");
        write_link(charts, model.by->name, model_id(model.by->name));
        charts.close("h3").own("\n");
        if (!model.why.empty()) {
            charts.leaf("p", model.why, {{"class", "quiet"}});
        } else {
            charts.open("figure").own(
                credit_bars(shown, model, largest)
                    .figure(
                        shown.drawn.say("Conversions by channel as {} divides them; the numbers are in the table below",
                                        model.by->name)));
            charts.close("figure");
        }
        charts.close("article").own("\n");
    }
    charts.close("div").own("\n");
    const std::vector<credit_view> views = views_of(shown);
    for (std::size_t i = 0; i < views.size(); ++i) {
        write_table(charts, table_of_credit(shown, views[i], i == 0));
    }
    markup method;
    method.leaf(
        "p",
        shown.drawn.say(
            "Each model divides the same conversions among the channels of their paths. None of them proves what caused what."));
    for (const model_credit& model : shown.of.models) {
        method.own(model_definition(model.by->name, shown.drawn.say));
    }
    return framed(head,
                  {{"credit", std::string(shown.drawn.say("Credit")), charts.written()},
                   {"quality", std::string(shown.drawn.say("Data quality")),
                    quality_section(from, remarks_on(shown), shown.drawn.say)},
                   {"method", std::string(shown.drawn.say("Method and definitions")), method.written()}},
                  from);
}

}  // namespace cxm
