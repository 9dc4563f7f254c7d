#include <cxm/lifetime.hpp>

#include "reference/checks.hpp"

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
            {"payback", [](rc& c) { c.check("periods", payback(c["cac"], c["margin"], c["retention"]).value()); }},
        });
}
