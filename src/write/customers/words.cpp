#include <fmt/format.h>

#include "write/customers/formats.hpp"
#include "write/figure_text.hpp"

namespace cxm {

namespace {

constexpr double strong_correlation = 0.3;  ///< of how often and how much, from which on gamma-gamma is in doubt

std::string model_in_words(std::string_view what, const fitted_numbers& fit, const wording& say) {
    const std::string why = say.finished(fit.reason);
    if (!fit.has_model) {
        return say("{}: no model, as {}.", what, why);
    }
    std::string parameters;
    for (const auto& [parameter, value] : fit.parameters) {
        parameters +=
            fmt::format("{}{} {}", parameters.empty() ? "" : ", ", parameter, say.number(fmt::format("{:.4g}", value)));
    }
    return why.empty()
               ? say("{}: {} ({}).", what, fit.model, parameters)
               : say("{}: {} ({}); take it with care and without limits, as {}.", what, fit.model, parameters, why);
}

std::string three_decimals(double value, const wording& say) { return say.number(fmt::format("{:.3f}", value)); }

std::string told_by_test(const forecast_test& t, const wording& say) {
    const notation in{.say = say};
    const std::string range = figure_range(t.expected, in);
    return say("of the last {}, which it had not seen, the model expects {}{} purchases, and there were {}",
               weeks_in_words(t.length, say), figure_value(t.expected, in), range.empty() ? "" : " (" + range + ")",
               people_count(t.seen, say));
}

}  // namespace

std::string weeks_in_words(double weeks, const wording& say) {
    const std::string number = say.number(fmt::format("{:.3g}", weeks));
    return fmt::vformat(say.of_number(weeks, "{} week", "{} weeks"), fmt::make_format_args(number));
}

std::string meaning(const customer_list& list, const forecast_figure& f, const wording& say) {
    if (f.key == "purchases_expected") {
        return say("purchases in the next {}", weeks_in_words(list.of.of.horizon, say));
    }
    if (f.key == "customers_without_purchase") {
        return counted(say, f.n, "of {} customer make none", "of {} customers make none");
    }
    return std::string(f.key == "value" ? say("what the purchases are worth")
                                        : say("more they would be worth, had nobody left for good"));
}

std::string verdict_of_test(const customer_list& list, const wording& say) {
    if (!list.of.test) {
        return list.of.why_no_test.empty() ? "" : say("Not tested: {}.", say.finished(list.of.why_no_test));
    }
    const forecast_test& t = *list.of.test;
    const std::string told = told_by_test(t, say);
    return t.misses()          ? say("The model fails its test: {}. Do not plan by its totals.", told)
           : t.expected.limits ? say("Tested: {}.", told)
                               : say("Tested, without limits to judge by: {}.", told);
}

std::string order_in_words(const customer_forecast& of, const wording& say) {
    std::string text;
    const auto add = [&](std::string one) { text += (text.empty() ? std::string() : std::string(say("; "))) + one; };
    if (of.test && of.test->gains) {
        const double gain = of.test->gains->gain.front();
        add(say("the tenth with most purchases expected made {} of them, {} times its share",
                with_unit(people_number(as::share, gain, 1, say), as::share, {.say = say}),
                say.number(fmt::format("{:.1f}", of.test->gains->lift.front()))));
    }
    if (of.test && of.test->auc) {
        add(say("of two customers, one of whom bought nothing, it gave that one the higher chance of it in {} of cases "
                "(AUC {})",
                with_unit(people_number(as::share, *of.test->auc, 0, say), as::share, {.say = say}),
                three_decimals(*of.test->auc, say)));
    }
    if (of.test && of.test->brier) {
        add(say("Brier score {}", three_decimals(*of.test->brier, say)));
    }
    return text.empty() ? text : say("Its order of customers: {}.", text);
}

std::string title_of_list(const customer_list& list, const wording& say) {
    const auto listed = static_cast<double>(list.rows.size());
    const std::string count = list.rows.size() == list.of.of.customers.size() ? std::string(say("all customers"))
                              : list.of.of.alike
                                  ? say("the first {} rows of customers who are alike", people_count(listed, say))
                                  : say("the first {}", people_count(listed, say));
    if (list.by == customer_order::at_risk) {
        return say("At risk, by the chance of no purchase, {}", count);
    }
    return list.of.spend && list.of.spend->has_model
               ? say("Of high value, by what their purchases are worth, {}", count)
               : say("Of high value, by what they are expected to buy, {}", count);
}

std::vector<std::string> customer_remarks(const customer_list& list, const wording& say) {
    std::vector<std::string> remarks = {model_in_words(say("Purchases"), list.of.purchases, say)};
    if (list.of.spend) {
        remarks.push_back(model_in_words(say("Amounts"), *list.of.spend, say));
    }
    if (list.of.spend_correlation && *list.of.spend_correlation > strong_correlation) {
        remarks.push_back(say("Who buys often spends otherwise than who buys seldom (correlation {}), which the model "
                              "of amounts takes for granted to be not so: distrust the money.",
                              say.number(fmt::format("{:.2f}", *list.of.spend_correlation))));
    }
    if (list.of.purchases.has_model) {
        remarks.emplace_back(
            say("Limits of what is to come cover the models' parameters alone; seasons, promotions and new customers "
                "are not in it."));
    }
    return remarks;
}

}  // namespace cxm
