#include "catch.hpp"
#include "law.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include <cxm/catalogue.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

namespace {

struct promise {
    std::string_view key;
    std::string_view formula;
    std::string_view unit;
    std::string_view better;
};

// Written out a second time on purpose: a changed formula is a major version, and must be changed here as well.
constexpr promise promised[] = {
    {"churn", "customers_lost / customers_start", "share", "lower"},
    {"retention", "(customers_end - customers_new - customers_back) / customers_start", "share", "higher"},
    {"customer_growth", "(customers_end - customers_start) / customers_start", "ratio", "higher"},
    {"repeat_purchase", "customers_returning / customers_active", "share", "higher"},
    {"referral", "customers_referred / customers_new", "share", "higher"},
    {"cross_sell", "customers_cross_sold / customers_active", "share", "higher"},
    {"nps", "100 * (promoters - detractors) / (promoters + passives + detractors)", "points", "higher"},
    {"csat", "csat_satisfied / csat_answers", "share", "higher"},
    {"csat_mean", "csat_points / csat_answers", "score", "higher"},
    {"ces", "effort_points / effort_answers", "score", "higher"},
    {"response_rate", "(promoters + passives + detractors) / surveys_sent", "share", "higher"},
    {"ctr", "clicks / impressions", "share", "higher"},
    {"open_rate", "emails_opened / emails_delivered", "share", "higher"},
    {"email_click_rate", "emails_clicked / emails_delivered", "share", "higher"},
    {"click_to_open", "emails_clicked / emails_opened", "share", "higher"},
    {"conversion", "conversions / visitors", "share", "higher"},
    {"cart_abandonment", "(carts - carts_purchased) / carts", "share", "lower"},
    {"lead_qualification", "leads_qualified / leads", "share", "higher"},
    {"engagement", "(likes + shares + comments) / followers", "rate", "higher"},
    {"cost_per_click", "ad_spend / clicks", "money", "lower"},
    {"cost_per_thousand", "1000 * ad_spend / impressions", "money", "lower"},
    {"return_on_ad_spend", "ad_revenue / ad_spend", "multiple", "higher"},
    {"session_duration", "session_seconds / sessions", "seconds", "higher"},
    {"return_rate", "items_returned / items_sold", "share", "lower"},
    {"refund_rate", "transactions_refunded / transactions", "share", "lower"},
    {"average_transaction", "revenue / transactions", "money", "higher"},
    {"revenue_per_customer", "revenue / customers_active", "money", "higher"},
    {"profit", "revenue - expenses", "money", "higher"},
    {"average_contract", "contract_value / customers_new", "money", "higher"},
    {"cac", "acquisition_cost / customers_new", "money", "lower"},
    {"retention_cost", "keeping_cost / (customers_start - customers_lost)", "money", "lower"},
    {"keep_to_win", "keeping_cost / (customers_start - customers_lost) / (acquisition_cost / customers_new)",
     "multiple", "lower"},
    {"net_revenue_retention",
     "(recurring_start + recurring_gained - recurring_reduced - recurring_lost) / recurring_start", "ratio", "higher"},
    {"gross_revenue_retention", "(recurring_start - recurring_reduced - recurring_lost) / recurring_start", "ratio",
     "higher"},
    {"mrr_growth", "(mrr_end - mrr_start) / mrr_start", "ratio", "higher"},
    {"quick_ratio", "(mrr_new + mrr_expansion + mrr_back) / (mrr_contraction + mrr_churned)", "multiple", "higher"},
    {"support_cost_per_customer", "support_cost / customers_start", "money", "lower"},
    {"support_cost_per_ticket", "support_cost / tickets", "money", "lower"},
    {"support_cost_ratio", "support_cost / revenue", "ratio", "lower"},
    {"contact_rate", "tickets / customers_start", "rate", "lower"},
    {"resolution", "tickets_resolved / tickets", "share", "higher"},
    {"first_contact_resolution", "tickets_resolved_first / tickets", "share", "higher"},
    {"response_time", "response_seconds / tickets_answered", "seconds", "lower"},
    {"clv", "purchase_value * purchases_per_year * lifespan_years", "money", "higher"},
    {"clv_margin", "margin_per_year * (1 + discount_per_year) / (1 + discount_per_year - retention_per_year)", "money",
     "higher"},
    {"clv_net", "purchase_value * purchases_per_year * lifespan_years - acquisition_cost / customers_new", "money",
     "higher"},
    {"clv_after_service", "purchase_value * purchases_per_year * lifespan_years - service_per_year * lifespan_years",
     "money", "higher"},
    {"clv_to_cac", "purchase_value * purchases_per_year * lifespan_years / (acquisition_cost / customers_new)",
     "multiple", "higher"},
    {"clv_observed", "revenue / customers_active / (customers_lost / customers_start)", "money", "higher"},
    {"roi", "(gain - cost) / cost", "ratio", "higher"},
    {"roi_multiple", "gain / cost", "multiple", "higher"},
    {"rox_do",
     "experience_customers * (experience_conversions / experience_customers - reference_conversions / reference_customers) * conversion_value / experience_cost",
     "ratio", "higher"},
    {"rox_like",
     "experience_customers * (experience_stayed / experience_customers - reference_stayed / reference_customers) * stay_value / experience_cost",
     "ratio", "higher"},
    {"rox_market",
     "((1 + company_growth) / (1 + market_growth) - 1) * experience_customers * (experience_stayed / experience_customers - reference_stayed / reference_customers) * stay_value / experience_cost",
     "ratio", "higher"},
    {"rox_index", "(1 + company_growth) / (1 + market_growth)", "multiple", "higher"},
    {"rox_talk",
     "(mentions_positive - mentions_negative - (mentions_before_positive - mentions_before_negative)) * mention_value / experience_cost",
     "ratio", "higher"},
    {"rox",
     "experience_customers * (experience_conversions / experience_customers - reference_conversions / reference_customers) * conversion_value / experience_cost + experience_customers * (experience_stayed / experience_customers - reference_stayed / reference_customers) * stay_value / experience_cost + ((1 + company_growth) / (1 + market_growth) - 1) * experience_customers * (experience_stayed / experience_customers - reference_stayed / reference_customers) * stay_value / experience_cost + (mentions_positive - mentions_negative - (mentions_before_positive - mentions_before_negative)) * mention_value / experience_cost - 1",
     "ratio", "higher"},
    {"net_sentiment",
     "(mentions_positive - mentions_negative) / (mentions_positive + mentions_neutral + mentions_negative)", "ratio",
     "higher"},
    {"support_saved",
     "(tickets_before / customers_before - tickets / customers_start) * customers_start * ticket_value", "money",
     "higher"},
    {"churn_avoided",
     "(reference_lost / reference_customers - experience_lost / experience_customers) * experience_customers * stay_value",
     "money", "higher"},
    {"referral_value",
     "customers_referred * ((1 - referred_anyway / referred_asked) * referred_value + cac_saved - referral_reward)",
     "money", "higher"},
};

}  // namespace

TEST_CASE("formulas, units and directions are those promised") {
    for (const promise& p : promised) {
        INFO(p.key);
        const metric* m = find_metric(p.key);
        REQUIRE(m != nullptr);
        CHECK(spell(m->value) == p.formula);
        CHECK(name(m->shown) == p.unit);
        CHECK(name(m->better) == p.better);
    }
}

TEST_CASE("every metric of the catalogue is promised") {
    for (const metric* m : all_metrics()) {
        const bool is_promised =
            std::any_of(std::begin(promised), std::end(promised), [m](const promise& p) { return p.key == m->key; });
        expect(is_promised, std::string(m->key) + ": not among the promises of tests/metrics/promised_test.cpp");
    }
}

TEST_CASE("measures add up over time as promised") {
    CHECK(customers_start.joins == over_time::opening);
    CHECK(customers_end.joins == over_time::closing);
    CHECK(followers.joins == over_time::closing);
    CHECK(customers_active.joins == over_time::distinct);
    CHECK(customers_new.joins == over_time::flow);
    CHECK(clicks.joins == over_time::flow);
    CHECK(lifespan_years.joins == over_time::fixed);
}
