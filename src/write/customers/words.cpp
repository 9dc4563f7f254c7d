#include <fmt/format.h>

#include "write/customers/formats.hpp"
#include "write/figure_text.hpp"

namespace cxm {

namespace {

constexpr double strong_correlation = 0.3;  ///< of how often and how much, from which on gamma-gamma is in doubt

std::string model_in_words(std::string_view what, const fitted_numbers& fit) {
    if (!fit.has_model) {
        return fmt::format("{}: no model, as {}.", what, fit.reason);
    }
    std::string parameters;
    for (const auto& [parameter, value] : fit.parameters) {
        parameters += fmt::format("{}{} {:.4g}", parameters.empty() ? "" : ", ", parameter, value);
    }
    return fmt::format("{}: {} ({}){}.", what, fit.model, parameters,
                       fit.reason.empty() ? "" : "; take it with care and without limits, as " + fit.reason);
}

}  // namespace

std::string weeks_in_words(double weeks) { return fmt::format("{:.3g} week{}", weeks, weeks == 1 ? "" : "s"); }

std::string meaning(const customer_list& list, const forecast_figure& f) {
    const std::string ahead = weeks_in_words(list.of.of.horizon);
    if (f.key == "purchases_expected") {
        return "purchases in the next " + ahead;
    }
    if (f.key == "customers_without_purchase") {
        return fmt::format("of {} customers make none", people_count(f.n));
    }
    return f.key == "value" ? "what the purchases are worth" : "more they would be worth, had nobody left for good";
}

std::string verdict_of_test(const customer_list& list) {
    if (!list.of.test) {
        return list.of.why_no_test.empty() ? "" : fmt::format("Not tested: {}.", list.of.why_no_test);
    }
    const forecast_test& t = *list.of.test;
    const std::string range = figure_range(t.expected, {});
    const std::string told =
        fmt::format("of the last {}, which it had not seen, the model expects {}{} purchases, and there were {}",
                    weeks_in_words(t.length), figure_value(t.expected, {}), range.empty() ? "" : " (" + range + ")",
                    people_count(t.seen));
    return t.misses()          ? "The model fails its test: " + told + ". Do not plan by its totals."
           : t.expected.limits ? "Tested: " + told + "."
                               : "Tested, without limits to judge by: " + told + ".";
}

std::string order_in_words(const customer_forecast& of) {
    if (!of.test) {
        return {};
    }
    std::string text = "Its order of customers:";
    if (of.test->gains) {
        text += fmt::format(" the tenth with most purchases expected made {} of them, {:.1f} times its share;",
                            with_unit(people_number(as::share, of.test->gains->gain.front(), 1), as::share, {}),
                            of.test->gains->lift.front());
    }
    if (of.test->auc) {
        text +=
            fmt::format(" of two customers, one of whom bought nothing, it gave that one the higher chance of it in "
                        "{} of cases (AUC {:.3f});",
                        with_unit(people_number(as::share, *of.test->auc, 0), as::share, {}), *of.test->auc);
    }
    if (of.test->brier) {
        text += fmt::format(" Brier score {:.3f};", *of.test->brier);
    }
    text.back() = '.';
    return of.test->gains || of.test->auc || of.test->brier ? text : std::string();
}

std::string title_of_list(const customer_list& list) {
    const std::string_view what = list.of.of.alike ? " rows of customers who are alike" : "";
    const std::string count =
        list.rows.size() == list.of.of.customers.size()
            ? "all customers"
            : fmt::format("the first {}{}", people_count(static_cast<double>(list.rows.size())), what);
    if (list.by == customer_order::at_risk) {
        return "At risk, by the chance of no purchase, " + count;
    }
    return std::string("Of high value, by what ") +
           (list.of.spend && list.of.spend->has_model ? "their purchases are worth, " : "they are expected to buy, ") +
           count;
}

std::vector<std::string> customer_remarks(const customer_list& list) {
    std::vector<std::string> remarks = {model_in_words("Purchases", list.of.purchases)};
    if (list.of.spend) {
        remarks.push_back(model_in_words("Amounts", *list.of.spend));
    }
    if (list.of.spend_correlation && *list.of.spend_correlation > strong_correlation) {
        remarks.push_back(
            fmt::format("Who buys often spends otherwise than who buys seldom (correlation {:.2f}), which "
                        "the model of amounts takes for granted to be not so: distrust the money.",
                        *list.of.spend_correlation));
    }
    if (list.of.purchases.has_model) {
        remarks.emplace_back(
            "Limits of what is to come cover the models' parameters alone; seasons, promotions and new "
            "customers are not in it.");
    }
    return remarks;
}

}  // namespace cxm
