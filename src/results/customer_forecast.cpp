#include "results/customer_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <cxm/project/gamma_gamma.hpp>
#include <cxm/project/spend.hpp>

#include "results/purchase_reading.hpp"

namespace cxm {

namespace {

template <class Model>
fitted_numbers numbers_of(std::string_view model, const fitted<Model>& fit) {
    fitted_numbers numbers{model, std::string(reason(fit.standing)), fit.model.has_value(), fit.log_likelihood, {}};
    if (fit.standing == fit_standing::at_bound && fit.bound) {
        numbers.reason += " (" + std::string(Model::names[*fit.bound]) + ")";
    }
    for (std::size_t i = 0; numbers.has_model && i < Model::size; ++i) {
        numbers.parameters.emplace_back(Model::names[i], std::exp(fit.logs[i]));
    }
    return numbers;
}

/// The model of amounts; absent where there are none.
std::optional<gamma_gamma> fit_spend(customer_forecast& into) {
    if (!into.of.amounts) {
        return std::nullopt;
    }
    std::vector<mean_spend> spends;
    for (const customer_summary& one : into.of.customers) {
        spends.push_back({one.of.x, one.mean});
    }
    const fitted<gamma_gamma> fit = fit_gamma_gamma(spends);
    into.spend = numbers_of("gamma_gamma", fit);
    into.spend_correlation = spend_correlation(spends);
    if (fit.model && !population_spend(*fit.model)) {
        into.spend->has_model = false;
        into.spend->reason = "the amounts spread so widely that they have no mean (q is at most 1)";
        return std::nullopt;
    }
    return fit.model;
}

template <class Model>
void test(const fitted<Model>& fit, customer_forecast& into) {
    const std::vector<customer_summary>& customers = into.of.tested();
    const double length = into.of.holdout;
    const purchase_reading<Model> reading(fit, customers, length);
    forecast_test t{length, customers.size(), 0, reading.total("purchases_expected", into.of.level), {}, {}, {}, {}};
    std::vector<scored> none;
    std::vector<scored> purchases;
    double squares = 0;
    double off = 0;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        const double later = customers[i].later;
        t.seen += later;
        none.push_back({reading.at(i).none, later > 0 ? 0.0 : 1.0});
        purchases.push_back({reading.at(i).purchases, later});
        const double beyond = later - reading.at(i).purchases;
        squares += beyond * beyond;
        off += beyond;
    }
    // Around their own mean: a model that is off for all must not widen its limits by that.
    add_chance(t.expected, squares - off * off / static_cast<double>(customers.size()), into.of.level);
    t.fifths = calibration(none);
    t.auc = auc(none);
    t.brier = brier(none);
    t.gains = gains(purchases);
    into.test = std::move(t);
}

constexpr const char* sums_of_chances = "a sum over customers, for which there are no limits";

template <class Model>
void look_ahead(const fitted<Model>& fit, customer_forecast& into) {
    const auto spend = fit_spend(into);
    const purchase_reading<Model> reading(fit, into.of.customers, into.of.horizon, into.of.discount);
    double none = 0;
    double value = 0;
    double at_stake = 0;
    into.outlooks.reserve(into.of.customers.size());
    for (std::size_t i = 0; i < into.of.customers.size(); ++i) {
        const auto& of = reading.at(i);
        const customer_summary& one = into.of.customers[i];
        const double amount = spend ? expected_spend(*spend, one.of.x, one.mean).value_or(not_given) : not_given;
        into.outlooks.push_back(
            {of.purchases, of.none, of.alive, amount, amount * of.discounted, amount * of.at_stake});
        none += of.none;
        value += amount * of.discounted;
        at_stake += amount * of.at_stake;
    }
    const auto n = static_cast<double>(into.of.customers.size());
    into.figures = {reading.total("purchases_expected", into.of.level),
                    {"customers_without_purchase", figure_unit::count, none, {}, n, sums_of_chances}};
    if (into.of.amounts) {
        const std::string why = spend ? std::string(sums_of_chances) : into.spend->reason;
        into.figures.push_back({"value", figure_unit::money, value, {}, n, why});
        into.figures.push_back({"money_at_stake", figure_unit::money, at_stake, {}, n, why});
    }
}

template <class Fit>
void forecast_with(const Fit& fit_to, customer_forecast& into) {
    const auto fit = fit_to(histories_of(into.of.customers));
    into.purchases = numbers_of(name(into.of.model), fit);
    if (fit.model) {
        look_ahead(fit, into);
    }
    if (!(into.of.holdout > 0)) {
        return;
    }
    const auto early = into.of.before.empty() ? fit : fit_to(histories_of(into.of.before));
    if (early.model) {
        test(early, into);
    } else {
        into.why_no_test = "without the holdout there is no model: " + std::string(reason(early.standing));
    }
}

}  // namespace

customer_forecast forecast_of(forecast_question of) {
    customer_forecast forecast{std::move(of), {}, {}, {}, {}, {}, {}, {}};
    using histories = std::span<const counted_history>;
    switch (forecast.of.model) {
        case purchase_kind::bgnbd: forecast_with([](histories h) { return fit_bgnbd(h); }, forecast); break;
        case purchase_kind::mbgnbd: forecast_with([](histories h) { return fit_mbgnbd(h); }, forecast); break;
        case purchase_kind::pareto: forecast_with([](histories h) { return fit_pareto_nbd(h); }, forecast); break;
    }
    return forecast;
}

std::vector<std::size_t> ranked(const customer_forecast& of, customer_order by) {
    const auto score = [&](std::size_t i) {
        const customer_outlook& one = of.outlooks[i];
        return by == customer_order::at_risk ? one.none : is_missing(one.value) ? one.purchases : one.value;
    };
    std::vector<std::size_t> order(of.outlooks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return score(a) > score(b); });
    return order;
}

}  // namespace cxm
