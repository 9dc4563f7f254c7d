#include "write/credit/words.hpp"

#include <fmt/format.h>

#include "text/shown.hpp"
#include "values/length_of_time.hpp"
#include "values/points_in_time.hpp"
#include "write/people.hpp"
#include "write/shares.hpp"

namespace cxm {

namespace {

std::string counted(double n, std::string_view one, std::string_view several) {
    return people_count(n) + " " + std::string(n == 1 ? one : several);
}

std::string counted(std::uint64_t n, std::string_view one, std::string_view several) {
    return counted(static_cast<double>(n), one, several);
}

std::string number_or_dash(as shown, double value) { return is_missing(value) ? "-" : people_number(shown, value, 2); }

std::string conversions_cell(const shown_credit&, const model_credit& model, std::size_t channel) {
    return model.credit.conversions.empty() ? "-" : people_number(as::score, model.credit.conversions[channel], 2);
}

std::string limits_cell(const shown_credit&, const model_credit& model, std::size_t channel) {
    return model.limits.channels.empty() ? "-" : limits_text(model.limits.channels[channel].share);
}

std::string value_cell(const shown_credit&, const model_credit& model, std::size_t channel) {
    return model.credit.value.empty() ? "-" : people_number(as::money, model.credit.value[channel], 2);
}

std::string cost_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return number_or_dash(as::money, cost_per_conversion(shown.of, model, channel));
}

std::string return_cell(const shown_credit& shown, const model_credit& model, std::size_t channel) {
    return number_or_dash(as::multiple, return_on_cost(shown.of, model, channel));
}

}  // namespace

std::vector<credit_view> views_of(const shown_credit& shown) {
    const std::string money = shown.currency.empty() ? "" : ", " + std::string(shown.currency);
    std::vector<credit_view> views = {{"conversions", conversions_cell}};
    if (shown.of.asked.resamples != 0) {
        views.push_back(
            {fmt::format("share of conversions, {} interval of {} resamples", people_level(shown.of.asked.level),
                         people_count(static_cast<double>(shown.of.asked.resamples))),
             limits_cell});
    }
    if (shown.of.asked.has_values) {
        views.push_back({"value" + money, value_cell});
    }
    if (!shown.of.costs.empty()) {
        views.push_back({"cost of a conversion" + money, cost_cell});
    }
    if (!shown.of.costs.empty() && shown.of.asked.has_values) {
        views.push_back({"value for each unit of cost", return_cell});
    }
    return views;
}

std::string credit_headline(const shown_credit& shown) {
    const credit_reading& of = shown.of;
    std::string text = counted(of.conversions, "conversion", "conversions") + " on paths of touches";
    if (of.from.end) {
        text += fmt::format(" by {}, {} to {}, no touch older than {}", counted(of.from.people, "person", "people"),
                            moment_text(*of.from.first), moment_text(*of.from.end),
                            spell_length_of_time(of.asked.lookback));
    }
    return text + "; " + counted(of.nulls, "path", "paths") + " without a conversion";
}

std::vector<std::string> remarks_on(const shown_credit& shown) {
    const credit_paths& from = shown.of.from;
    std::vector<std::string> remarks;
    const auto add = [&](std::uint64_t n, std::string_view one, std::string_view several, const std::string& what) {
        if (n != 0) {
            remarks.push_back(counted(n, one, several) + what);
        }
    };
    add(from.unused.conversions_without_touch, "conversion", "conversions",
        " without a touch before: credited to nobody");
    add(from.unused.open_paths, "path", "paths", " that may still convert: left out");
    add(from.unused.touches_dropped, "touch", "touches",
        " older than " + spell_length_of_time(shown.of.asked.lookback) + " when the conversion came: left out");
    add(from.tied, "touch", "touches",
        " at the very time of another channel's: which came first is not known, so they stand in the order of the "
        "alphabet");
    for (const model_credit& model : shown.of.models) {
        if (!model.why.empty()) {
            remarks.push_back(model.by->name + ": " + model.why);
        }
    }
    remarks.emplace_back(no_cause);
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
