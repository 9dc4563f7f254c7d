#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <cxm/cxm.hpp>

#include <nlohmann/json.hpp>

#include "reference/curve_checks.hpp"
#include "reference/operations.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

bdw bdw_of(const rc& c) { return {c["alpha"], c["beta"], c["c"]}; }

std::vector<tenure_group> base_of(const rc& c) {
    std::vector<tenure_group> base;
    for (const auto& group : c.lists("customers")) {
        base.push_back({group[0], group[1]});
    }
    return base;
}

void check_bdw_fit(rc& c) {
    if (!has_curve(c, fit_bdw)) {
        return;
    }
    const fitted<bdw> fit = fit_bdw(survivors_of(c));
    check_fitted(c, fit);
    const auto gain = compare_curves(fit_sbg(survivors_of(c)), fit);
    c.check("lr_against_sbg", gain.value().statistic);
    c.check("lr_p_value", gain->p);
}

void check_cohorts(rc& c) {
    renewal_counts counts;
    for (const auto& cohort : c.lists("cohorts")) {
        counts.add_cohort(cohort);
    }
    const fitted<sbg> fit = fit_sbg(counts);
    c.check("alpha", fit.model.value().alpha);
    c.check("beta", fit.model->beta);
    c.check("loglik", fit.log_likelihood);
    c.check("se_log_alpha", fit.error(0).value());
    c.check("se_log_beta", fit.error(1).value());
}

void check_base_value(rc& c) {
    std::vector<double> payments;
    for (const tenure_group& group : base_of(c)) {
        payments.push_back(residual_lifetime(sbg_of(c), group.renewals, c["discount"]).value());
    }
    c.check_all("derl", payments);
    c.check("value", base_value(sbg_of(c), base_of(c), c["margin"], c["discount"]).value());
}

void check_risk(rc& c) {
    std::vector<double> risks;
    for (const tenure_group& group : base_of(c)) {
        risks.push_back(next_risk(sbg_of(c), group.renewals));
    }
    c.check_all("risk", risks);
    c.check("expected_lost", expected_losses(sbg_of(c), base_of(c)));
}

std::int32_t day_of(const std::string& date) { return parse_period(date).value().first; }

void check_summary(rc& c) {
    std::map<std::string, std::uint64_t> numbers;
    std::vector<customer_purchase> rows;
    for (const auto& row : c.inputs().at("rows")) {
        const auto number = numbers.emplace(row[0], numbers.size()).first->second;
        rows.push_back({number, {day_of(row[1]), row[2]}});
    }
    const bool holdout = c.has_input("holdout_units");
    const double unit = c["unit_days"];
    const observation seen{day_of(c.text("end")), unit,
                           holdout ? static_cast<std::int32_t>(c["holdout_units"] * unit) : 0};
    nlohmann::json customers = nlohmann::json::array();
    std::vector<double> flat;
    for (const customer_summary& one : summarise_customers(rows, seen)) {
        nlohmann::json line = {nullptr, one.of.x, one.of.t_x, one.of.T, one.mean};
        for (const auto& [name, number] : numbers) {
            line[0] = number == one.customer ? nlohmann::json(name) : line[0];
        }
        flat.insert(flat.end(), {one.of.x, one.of.t_x, one.of.T, one.mean});
        if (holdout) {
            line.push_back(one.later);
        }
        customers.push_back(line);
    }
    c.check_json("customers", customers);
    c.check_all("flat", flat);
}

void check_gains(rc& c) {
    const std::vector<double> scores = c.list("scores");
    const std::vector<double> outcomes = c.list("outcomes");
    std::vector<scored> customers;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        customers.push_back({scores[i], outcomes[i]});
    }
    const auto best = gains(customers, static_cast<std::size_t>(c["groups"]));
    c.check_all("gain", best.value().gain);
    c.check_all("lift", best->lift);
    c.check("auc", auc(customers).value());
    c.check("brier", brier(customers).value());
}

}  // namespace

TEST_CASE("retention curves, risks and the worth of a base are those of the reference") {
    check_operations({
        {"bdw_fit", check_bdw_fit},
        {"bdw_curve",
         [](rc& c) {
             c.check_all("survival", survivals(bdw_of(c), c.list("ages")));
             c.check_all("retention", renewal_rates(bdw_of(c), c.list("ages")));
         }},
        {"bdw_del", [](rc& c) { c.check("del", expected_lifetime(bdw_of(c), c["discount"]).value()); }},
        {"bdw_derl", [](rc& c) { c.check("derl", residual_lifetime(bdw_of(c), c["age"], c["discount"]).value()); }},
        {"bdw_projection", [](rc& c) { check_projection(c, fit_bdw(survivors_of(c))); }},
        {"sbg_fit_cohorts", check_cohorts},
        {"customer_base_value", check_base_value},
        {"risk_by_tenure", check_risk},
    });
}

TEST_CASE("summaries of customers and gains of scores are those of the reference") {
    check_operations({{"customer_summary", check_summary}, {"gains", check_gains}});
}
