#include <array>
#include <stdexcept>
#include <string>
#include <vector>

#include "reference/purchase_checks.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

template <class Model>
using fit_function = fitted<Model> (*)(std::span<const counted_history>);

template <class Model>
void check_fit(rc& c, fit_function<Model> fit, const std::vector<counted_history>& groups) {
    if (c.status() == "error") {
        CHECK_THROWS_AS(fit(groups), std::invalid_argument);
        return;
    }
    const fitted<Model> fitted_model = fit(groups);
    CHECK(fitted_model.model.has_value() == c.is_ok());
    CHECK(reason(fitted_model.standing).empty() == c.is_ok());
    if (!c.is_ok()) {
        return;
    }
    double customers = 0;
    for (const counted_history& group : groups) {
        customers += group.customers;
    }
    c.check("customers", customers);
    c.check("distinct_triples", static_cast<double>(groups.size()));
    for (std::size_t i = 0; i < Model::size; ++i) {
        c.check(Model::names[i], std::exp(fitted_model.logs[i]));
        c.check(std::string("se_log_") + Model::names[i], fitted_model.error(i).value());
    }
    c.check("loglik", fitted_model.log_likelihood);
    CHECK(std::fabs(fitted_model.log_likelihood - c.expected("loglik")) < 0.01);
}

std::vector<counted_history> histories_of(const rc& c) {
    return c.has_input("data") ? group_histories(summary_file(c.text("data")).histories)
                               : counted_histories(c.lists("customers"));
}

template <class Model>
void check_prediction(rc& c) {
    const Model model = model_of<Model>(c);
    const purchase_history of = history_of(c);
    c.check("loglik", log_likelihood(model, of));
    c.check("p_alive", chance_alive(model, of));
    c.check("expected_purchases", expected_purchases(model, of, c["t"]));
    c.check("no_purchase", chance_of_no_purchase(model, of, c["t"]));
}

template <class Model>
void check_new_customer(rc& c) {
    std::vector<double> expected;
    for (const double t : c.list("t")) {
        expected.push_back(expected_repeats(model_of<Model>(c), t));
    }
    c.check_all("expected_purchases", expected);
}

void check_chances(rc& c) {
    const std::vector<double> chances = purchase_chances(model_of<bgnbd>(c), c["t"], 20);
    std::vector<double> asked;
    for (const double n : c.list("n")) {
        asked.push_back(chances.at(static_cast<std::size_t>(n)));
    }
    c.check_all("probability", asked);
}

template <class Model>
void check_value(rc& c) {
    const Model model = model_of<Model>(c);
    const purchase_history of = history_of(c);
    const value_horizon ahead{c["step"], static_cast<std::size_t>(c["periods"]), c["discount_per_step"]};
    c.check("expected_value", expected_spend(spend_of(c), of.x, c["mean_value"]).value());
    c.check("expected_purchases", expected_purchases(model, of, c["step"] * c["periods"]));
    c.check("clv", customer_value(model, spend_of(c), of, c["mean_value"], ahead).value());
}

void check_value_for_ever(rc& c) {
    const purchase_history of = history_of(c);
    const double dert = discounted_purchases_for_ever(model_of<pareto_nbd>(c), of, c["delta"]).value();
    c.check("dert", dert);
    c.check("clv", dert * expected_spend(spend_of(c), of.x, c["mean_value"]).value());
}

void check_demand(rc& c) {
    std::vector<new_customers> planned;
    for (const auto& group : c.lists("new")) {
        planned.push_back({group[0], group[1]});
    }
    const demand orders = expected_demand(model_of<bgnbd>(c), counted_histories(c.lists("base")), planned, c["t"]);
    c.check("orders_from_base", orders.from_base);
    c.check("orders_from_new", orders.from_new);
    c.check("orders", orders.orders());
}

void check_spend_fit(rc& c) {
    const std::vector<mean_spend> spends = summary_file(c.text("data")).spends;
    const fitted<gamma_gamma> fit = fit_gamma_gamma(spends);
    for (std::size_t i = 0; i < 3; ++i) {
        c.check(gamma_gamma::names[i], std::exp(fit.logs[i]));
        c.check(std::string("se_log_") + gamma_gamma::names[i], fit.error(i).value());
    }
    c.check("loglik", fit.log_likelihood);
    CHECK(std::fabs(fit.log_likelihood - c.expected("loglik")) < 0.01);
    c.check("customers",
            static_cast<double>(std::count_if(spends.begin(), spends.end(), [](auto& s) { return s.x > 0; })));
    c.check("correlation", spend_correlation(spends).value());
    c.check("population_mean", population_spend(fit.model.value()).value());
}

void check_frequencies(rc& c) {
    const auto table = frequencies(model_of<bgnbd>(c), histories_of(c), static_cast<std::size_t>(c["top"]));
    c.check_all("actual", table.actual);
    c.check_all("expected", table.expected);
    c.check("expected_0", table.expected[0]);
}

/// The holdout of the log beside the summaries of a case, whose customers are in the same order.
std::vector<customer_summary> held_out_of(const rc& c, const char* log) {
    const double weeks = c.has_input("holdout_units") ? c["holdout_units"] : c["holdout"];
    return summarise_customers(purchases_of(log),
                               {calendar::day_number(1997, 9, 30), 7.0, static_cast<std::int32_t>(7 * weeks)});
}

void check_tracking(rc& c) {
    const bgnbd model = model_of<bgnbd>(c);
    const std::vector<counted_history> groups = histories_of(c);
    const std::vector<counted_age> cohort = ages_of(groups);
    const double calibration_repeats = expected_repeats_by(model, cohort, 0);
    c.check("expected_calibration", calibration_repeats);
    c.check("expected_holdout", expected_repeats_by(model, cohort, c["holdout"]) - calibration_repeats);
    double repeats = 0;
    for (const counted_history& group : groups) {
        repeats += group.customers * group.of.x;
    }
    double later = 0;
    for (const customer_summary& one : held_out_of(c, "cdnow_sample.csv")) {
        later += one.later;
    }
    c.check("actual_calibration", repeats);
    c.check("actual_holdout", later);
}

void check_held_out(rc& c) {
    const bgnbd model = model_of<bgnbd>(c);
    const summary_file summary(c.text("data"));
    std::vector<held_out> customers;
    for (const customer_summary& one : held_out_of(c, c.text("transactions").c_str())) {
        const purchase_history& of = summary.histories.at(customers.size());
        customers.push_back({of.x, expected_purchases(model, of, c["holdout"]), one.later});
    }
    const holdout_table table = check_holdout(customers, static_cast<std::size_t>(c["top"]));
    std::vector<double> counts, expected, actual;
    for (const held_out_group& group : table.by_x) {
        counts.push_back(group.customers);
        expected.push_back(group.expected);
        actual.push_back(group.actual);
    }
    c.check_all("customers", counts);
    c.check_all("expected_mean", expected);
    c.check_all("actual_mean", actual);
    c.check("expected_total", table.expected);
    c.check("actual_total", table.actual);
}

void check_totals(rc& c) {
    double repeaters = 0, x = 0, t_x = 0, T = 0, later = 0, most = 0;
    const auto customers = held_out_of(c, c.text("transactions").c_str());
    for (const customer_summary& one : customers) {
        repeaters += one.of.x > 0;
        x += one.of.x;
        t_x += std::round(7 * one.of.t_x);
        T += std::round(7 * one.of.T);
        later += one.later;
        most = std::fmax(most, one.of.x);
    }
    c.check("customers", static_cast<double>(customers.size()));
    c.check("repeaters", repeaters);
    c.check("sum_x", x);
    c.check("sum_t_x_days", t_x);
    c.check("sum_T_days", T);
    c.check("sum_x_holdout", later);
    c.check("max_x", most);
}

}  // namespace

TEST_CASE("models of purchases are fitted and foretell as the reference does") {
    check_operations({
        {"bgnbd_fit", [](rc& c) { check_fit<bgnbd>(c, fit_bgnbd, histories_of(c)); }},
        {"bgnbd_prediction", check_prediction<bgnbd>},
        {"mbgnbd_prediction", check_prediction<mbgnbd>},
        {"pareto_nbd_prediction", check_prediction<pareto_nbd>},
        {"mbgnbd_new_customer", check_new_customer<mbgnbd>},
        {"pareto_nbd_new_customer", check_new_customer<pareto_nbd>},
        {"bgnbd_pmf", check_chances},
        {"clv_transactions",
         [](rc& c) { c.text("model") == "bgnbd" ? check_value<bgnbd>(c) : check_value<pareto_nbd>(c); }},
        {"clv_pareto_nbd", check_value_for_ever},
        {"demand", check_demand},
    });
}

TEST_CASE("the CDNOW customers are fitted and foretold as in the reference") {
    if (!std::ifstream(data_file("cdnow_summary.csv"))) {
        WARN("skipped: the data of the reference do not lie beside this folder");
        return;
    }
    check_operations({
        {"mbgnbd_fit", [](rc& c) { check_fit<mbgnbd>(c, fit_mbgnbd, histories_of(c)); }},
        {"pareto_nbd_fit", [](rc& c) { check_fit<pareto_nbd>(c, fit_pareto_nbd, histories_of(c)); }},
        {"gamma_gamma_fit", check_spend_fit},
        {"frequency_table", check_frequencies},
        {"tracking", check_tracking},
        {"holdout_check", check_held_out},
        {"customer_summary_totals", check_totals},
    });
}
