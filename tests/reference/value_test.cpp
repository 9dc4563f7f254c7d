#include <cxm/lifetime.hpp>

#include "reference/checks.hpp"
#include "reference/curve_checks.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

payments payments_of(const rc& c) {
    const std::string convention = c.text("convention");
    return convention == "first_at_start"  ? payments::from_start
           : convention == "renewals_only" ? payments::renewals
                                           : payments::from_end;
}

void check_lifetime(rc& c) {
    const lifetime made = lifetime_at_churn(c["margin"], c["lost"], c["start"], c.level());
    c.check("lifetime", made.periods.value());
    c.check("clv", made.value.value());
    check_limits(c, made.limits);
}

void check_sbg_fit(rc& c) {
    if (has_curve(c, fit_sbg)) {
        check_fitted(c, fit_sbg(survivors_of(c)));
    }
}

void check_sbg_curve(rc& c) {
    std::vector<double> ages;
    for (double age = 0; age <= c["periods"]; ++age) {
        ages.push_back(age);
    }
    c.check_all("survival", survivals(sbg_of(c), ages));
    ages.erase(ages.begin());
    c.check_all("retention", renewal_rates(sbg_of(c), ages));
}

void check_bgnbd_customer(rc& c) {
    const bgnbd model{c["r"], c["alpha"], c["a"], c["b"]};
    const purchase_history of{c["x"], c["t_x"], c["T"]};
    c.check("expected_purchases", expected_purchases(model, of, c["t"]));
    c.check("p_alive", chance_alive(model, of));
}

void check_gamma_gamma_customer(rc& c) {
    const gamma_gamma model{c["p"], c["q"], c["gamma"]};
    c.check("expected_value", expected_spend(model, c["x"], c["mean_value"]).value());
}

}  // namespace

TEST_CASE("what a customer is worth is that of the reference") {
    check_topic(
        "clv",
        {
            {"clv_simple",
             [](rc& c) {
                 const double margin = c["value"] * c["margin_rate"];
                 check_metric(c, clv, {margin, c["frequency"], c["lifespan"]}, "clv");
             }},
            {"clv_perpetuity",
             [](rc& c) {
                 c.check("clv", value_for_ever(c["margin"], c["retention"], c["discount"], payments_of(c)).value());
             }},
            {"clv_horizon",
             [](rc& c) {
                 c.check("clv", value_over(c["periods"], c["margin"], c["retention"], c["discount"], c["growth"],
                                           payments_of(c)));
             }},
            {"clv_from_churn", check_lifetime},
            {"cac",
             [](rc& c) {
                 check_metric(c, cac, {c["spend"], c["new_customers"]}, "cac");
             }},
            {"roi",
             [](rc& c) {
                 check_metric(c, roi, {c["gain"], c["cost"]}, "roi");
             }},
            {"sbg_fit", check_sbg_fit},
            {"sbg_curve", check_sbg_curve},
            {"sbg_loglik", [](rc& c) { c.check("loglik", log_likelihood(sbg_of(c), survivors_of(c))); }},
            {"sbg_del", [](rc& c) { c.check("del", expected_lifetime(sbg_of(c), c["discount"]).value()); }},
            {"sbg_derl", [](rc& c) { c.check("derl", residual_lifetime(sbg_of(c), c["age"], c["discount"]).value()); }},
            {"sbg_projection", [](rc& c) { check_projection(c, fit_sbg(survivors_of(c))); }},
            {"bgnbd_customer", check_bgnbd_customer},
            {"gamma_gamma_customer", check_gamma_gamma_customer},
            {"payback", [](rc& c) { c.check("periods", payback(c["cac"], c["margin"], c["retention"]).value()); }},
        });
}
