#include "write/credit/words.hpp"

#include <utility>

#include "text/shown.hpp"
#include "write/duration.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

std::string number_or_dash(as shown, double value, const wording& say) {
    return is_missing(value) ? "-" : people_number(shown, value, 2, say);
}

std::string conversions_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return number_or_dash(as::score, model.credit.conversions.empty() ? not_given : model.credit.conversions[channel],
                          shown.drawn.say);
}

std::string limits_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return model.limits.channels.empty() ? "-" : limits_text(model.limits.channels[channel].share, shown.drawn.say);
}

std::string value_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return number_or_dash(as::money, model.credit.value.empty() ? not_given : model.credit.value[channel],
                          shown.drawn.say);
}

std::string cost_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return number_or_dash(as::money, cost_per_conversion(shown.of, model, channel), shown.drawn.say);
}

std::string return_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return number_or_dash(as::multiple, return_on_cost(shown.of, model, channel), shown.drawn.say);
}

}  // namespace

std::vector<credit_view> views_of(const shown_credit& shown) {
    const wording& say = shown.drawn.say;
    const std::string money = shown.currency.empty() ? "" : ", " + std::string(shown.currency);
    std::vector<credit_view> views = {{std::string(say("conversions")), conversions_cell}};
    if (shown.of.asked.resamples != 0) {
        views.push_back(
            {say("share of conversions, {} interval of {} resamples", people_level(shown.of.asked.level, say),
                 people_count(static_cast<double>(shown.of.asked.resamples), say)),
             limits_cell});
    }
    if (shown.of.asked.has_values) {
        views.push_back({std::string(say("value")) + money, value_cell});
    }
    if (!shown.of.costs.empty()) {
        views.push_back({std::string(say("cost of a conversion")) + money, cost_cell});
    }
    if (!shown.of.costs.empty() && shown.of.asked.has_values) {
        views.push_back({std::string(say("value for each unit of cost")), return_cell});
    }
    return views;
}

std::string credit_headline(const shown_credit& shown) {
    const credit_reading& of = shown.of;
    const wording& say = shown.drawn.say;
    std::string text =
        counted(say, of.conversions, "{} conversion on paths of touches", "{} conversions on paths of touches");
    if (of.from.end) {
        text += say(" by {}, {} to {}, no touch older than {}", people_in_words(of.from.people, say),
                    people_moment(*of.from.first, say), people_moment(*of.from.end, say),
                    people_length(of.asked.lookback, say));
    }
    return text + std::string(say("; ")) +
           counted(say, of.nulls, "{} path without a conversion", "{} paths without a conversion");
}

std::vector<std::string> remarks_on(const shown_credit& shown) {
    const credit_paths& from = shown.of.from;
    const wording& say = shown.drawn.say;
    std::vector<std::string> remarks;
    const auto add = [&](std::uint64_t n, std::string text) {
        if (n != 0) {
            remarks.push_back(std::move(text));
        }
    };
    const unused_rows& unused = from.unused;
    add(unused.conversions_without_touch,
        counted(say, unused.conversions_without_touch, "{} conversion without a touch before: credited to nobody",
                "{} conversions without a touch before: credited to nobody"));
    add(unused.open_paths, counted(say, unused.open_paths, "{} path that may still convert: left out",
                                   "{} paths that may still convert: left out"));
    add(unused.touches_dropped,
        counted(say, unused.touches_dropped, "{} touch", "{} touches") +
            say(" older than {} when the conversion came: left out", people_length(shown.of.asked.lookback, say)));
    add(from.tied, counted(say, from.tied,
                           "{} touch at the very time of another channel's: which came first is not known, so they "
                           "stand in the order of the alphabet",
                           "{} touches at the very time of another channel's: which came first is not known, so they "
                           "stand in the order of the alphabet"));
    for (const model_credit& model : shown.of.models) {
        if (!model.why.empty()) {
            remarks.push_back(say("{}: {}", model.by->name, say.finished(model.why)));
        }
    }
    remarks.emplace_back(say(no_cause));
    return remarks;
}

std::optional<double> cost_of(const credit_reading& of, std::size_t channel) {
    const auto at = of.costs.find(of.from.channels[channel]);
    return at == of.costs.end() ? std::nullopt : std::optional(at->second);
}

double cost_per_conversion(const credit_reading& of, const model_credit& model, std::size_t channel) {
    const std::optional<double> cost = cost_of(of, channel);
    return cost && !model.credit.conversions.empty() && model.credit.conversions[channel] > 0
               ? *cost / model.credit.conversions[channel]
               : not_given;
}

double return_on_cost(const credit_reading& of, const model_credit& model, std::size_t channel) {
    const std::optional<double> cost = cost_of(of, channel);
    return cost && *cost > 0 && !model.credit.value.empty() ? model.credit.value[channel] / *cost : not_given;
}

}  // namespace cxm
