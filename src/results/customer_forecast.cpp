#include "results/customer_forecast.hpp"

#include <algorithm>
#include <cmath>
#include <exception>
#include <numeric>

#include <cxm/project/gamma_gamma.hpp>
#include <cxm/project/spend.hpp>

#include "bytes/crew.hpp"
#include "results/band_reading.hpp"
#include "results/demand_reading.hpp"
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
        spends.push_back({one.of.x, one.mean, one.customers});
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

/// How far purchases were beyond what was expected of each customer, for the chance in a total.
struct residuals {
    double seen = 0;
    double customers = 0;
    double sum = 0;
    double squares = 0;

    void add(double later, double expected) {
        seen += later;
        ++customers;
        sum += later - expected;
        squares += (later - expected) * (later - expected);
    }

    /// Around their own mean: a model that is off for all must not widen its limits by that.
    double spread() const { return customers > 0 ? squares - sum * sum / customers : 0; }
};

template <class Model>
void test_segments(const purchase_reading<Model>& reading, customer_forecast& into) {
    const segments_asked& asked = into.of.segments;
    const std::vector<customer_summary>& customers = into.of.tested();
    const auto segment_of = [&](std::size_t i) { return asked.segment_of[customers[i].customer]; };
    if (asked.names.empty()) {
        return;
    }
    std::vector<residuals> beyond(asked.names.size());
    for (std::size_t i = 0; i < customers.size(); ++i) {
        beyond[segment_of(i)].add(customers[i].later, reading.at(i).purchases);
    }
    const auto groups = reading.by_segment(asked.names.size(), segment_of);
    for (std::size_t i = 0; i < groups.size(); ++i) {
        into.segments[i].seen = beyond[i].seen;
        into.segments[i].expected = reading.total_of("purchases_expected", into.of.level, groups[i]);
        // Of few customers what they did says little of the chance in it: no less than that of a Poisson count.
        const double expected = into.segments[i].expected.value;
        add_chance(into.segments[i].expected, std::max(beyond[i].spread(), expected), into.of.level);
    }
}

template <class Model>
void test(const fitted<Model>& fit, customer_forecast& into) {
    const std::vector<customer_summary>& customers = into.of.tested();
    const double length = into.of.holdout;
    const purchase_reading<Model> reading(fit, customers, length);
    forecast_test t{length, customers.size(), 0, reading.total("purchases_expected", into.of.level), {}, {}, {}, {}};
    std::vector<scored> none;
    std::vector<scored> purchases;
    residuals beyond;
    for (std::size_t i = 0; i < customers.size(); ++i) {
        const double later = customers[i].later;
        none.push_back({reading.at(i).none, later > 0 ? 0.0 : 1.0});
        purchases.push_back({reading.at(i).purchases, later});
        beyond.add(later, reading.at(i).purchases);
    }
    t.seen = beyond.seen;
    add_chance(t.expected, beyond.spread(), into.of.level);
    t.fifths = calibration(none);
    t.auc = auc(none);
    t.brier = brier(none);
    t.gains = gains(purchases);
    into.test = std::move(t);
    test_segments(reading, into);
}

constexpr const char* sums_of_chances = "a sum over customers, for which there are no limits";

/// Sums over customers.
struct outlook_sums {
    double none = 0;
    double value = 0;
    double at_stake = 0;

    void add(const customer_outlook& one, double customers) {
        none += customers * one.none;
        value += customers * one.value;
        at_stake += customers * one.at_stake;
    }
};

std::vector<forecast_figure> figures_of(const forecast_figure& purchases, const outlook_sums& sums,
                                        const customer_forecast& of, bool has_spend) {
    const double n = purchases.n;
    std::vector<forecast_figure> figures = {
        purchases, {"customers_without_purchase", figure_unit::count, sums.none, {}, n, sums_of_chances}};
    if (of.of.amounts) {
        const std::string why = has_spend ? std::string(sums_of_chances) : of.spend->reason;
        figures.push_back({"value", figure_unit::money, sums.value, {}, n, why});
        figures.push_back({"money_at_stake", figure_unit::money, sums.at_stake, {}, n, why});
    }
    return figures;
}

template <class Model>
void look_ahead(const fitted<Model>& fit, customer_forecast& into) {
    const auto spend = fit_spend(into);
    const segments_asked& asked = into.of.segments;
    const purchase_reading<Model> reading(fit, into.of.customers, into.of.horizon, into.of.discount);
    outlook_sums whole;
    std::vector<outlook_sums> sums(asked.names.size());
    into.outlooks.reserve(into.of.customers.size());
    for (std::size_t i = 0; i < into.of.customers.size(); ++i) {
        const auto& of = reading.at(i);
        const customer_summary& one = into.of.customers[i];
        const double amount = spend ? expected_spend(*spend, one.of.x, one.mean).value_or(not_given) : not_given;
        into.outlooks.push_back(
            {of.purchases, of.none, of.alive, amount, amount * of.discounted, amount * of.at_stake});
        whole.add(into.outlooks.back(), one.customers);
        if (!sums.empty()) {
            sums[asked.segment_of[i]].add(into.outlooks.back(), one.customers);
        }
    }
    const auto expected = [&](auto&& groups) { return reading.total_of("purchases_expected", into.of.level, groups); };
    into.figures = figures_of(expected(reading.groups()), whole, into, spend.has_value());
    if (into.of.demand) {
        into.demand = read_demand(fit, reading.groups(), *into.of.demand, into.of.level);
    }
    if (sums.empty()) {
        return;
    }
    const auto groups = reading.by_segment(sums.size(), [&](std::size_t i) { return asked.segment_of[i]; });
    for (std::size_t i = 0; i < sums.size(); ++i) {
        into.segments[i].figures = figures_of(expected(groups[i]), sums[i], into, spend.has_value());
    }
}

template <class Fit>
void forecast_with(const Fit& fit_to, customer_forecast& into) {
    into.segments.resize(into.of.segments.names.size());
    const auto test_by = [&](const auto& early) {
        if (early.model) {
            test(early, into);
        } else {
            into.why_no_test = "without the holdout there is no model: " + std::string(reason(early.standing));
        }
    };
    // The model that is tested has nothing to do with the one of all that is known: they write to different members.
    std::exception_ptr fault;
    {
        crew other;
        const auto test_early = [&] {
            try {
                test_by(fit_to(histories_of(into.of.before)));
            } catch (...) {
                fault = std::current_exception();
            }
        };
        const bool is_apart = into.of.holdout > 0 && !into.of.before.empty();
        const bool is_started = is_apart && other.start(test_early);
        const auto fit = fit_to(histories_of(into.of.customers));
        into.purchases = numbers_of(name(into.of.model), fit);
        if (fit.model) {
            look_ahead(fit, into);
        }
        if (is_apart && !is_started) {
            test_early();
        } else if (!is_apart && into.of.holdout > 0) {
            test_by(fit);
        }
    }
    if (fault) {
        std::rethrow_exception(fault);
    }
}

}  // namespace

customer_forecast forecast_of(forecast_question of) {
    customer_forecast forecast{std::move(of), {}, {}, {}, {}, {}, {}, {}, {}, {}, {}};
    using histories = std::span<const counted_history>;
    switch (forecast.of.model) {
        case purchase_kind::bgnbd: forecast_with([](histories h) { return fit_bgnbd(h); }, forecast); break;
        case purchase_kind::mbgnbd: forecast_with([](histories h) { return fit_mbgnbd(h); }, forecast); break;
        case purchase_kind::pareto: forecast_with([](histories h) { return fit_pareto_nbd(h); }, forecast); break;
    }
    if (forecast.of.bands) {
        forecast.bands = read_bands(*forecast.of.bands, forecast.of.level);
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
