#include <cxm/compare/stratified.hpp>
#include <cxm/decompose.hpp>

#include "reference/checks.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

void check_chain(rc& c) {
    std::vector<counted_share> kept;
    pooled start(over_time::opening), end(over_time::closing), joined(over_time::flow), lost(over_time::flow);
    for (const auto& row : c.rows("periods")) {
        const auto of = [&](const char* name) { return row.at(name); };
        const bool balanced = imbalance(of("start"), of("new"), of("lost"), of("end")).empty();
        CHECK(balanced == (c.is_ok()));
        const auto when = static_cast<std::int64_t>(kept.size());
        start.add(of("start"), when);
        end.add(of("end"), when);
        joined.add(of("new"), when);
        lost.add(of("lost"), when);
        kept.push_back({of("start") - of("lost"), of("start")});
    }
    if (c.status() == "error") {
        return;
    }
    const kept_share made = chain_kept(kept, c.level());
    c.check("start", start.value());
    c.check("end", end.value());
    c.check("new", joined.value());
    c.check("lost", lost.value());
    c.check("chain_retention", made.comes_to.value);
    c.check("chain_churn", 1 - made.comes_to.value);
    c.check("se_log_retention", made.standard_error_of_log);
    c.check("retention_lower", made.limits.value().low);
    c.check("retention_upper", made.limits.value().high);
    c.check("growth_rate", customer_growth(customers_start = start.value(), customers_end = end.value()).value);
    c.check("mean_period_churn", per_period(1 - made.comes_to.value, static_cast<double>(kept.size())));
}

void check_mix(rc& c) {
    const auto before = c.lists("before");
    const auto after = c.lists("after");
    std::vector<segment_change> segments;
    for (std::size_t i = 0; i < before.size(); ++i) {
        segments.push_back({before[i][0], before[i][1], after[i][0], after[i][1]});
    }
    const decomposition made = decompose(segments).value();
    c.check("before_rate", made.before);
    c.check("after_rate", made.after);
    c.check("difference", made.change);
    c.check("rate_effect", made.rate);
    c.check("mix_effect", made.mix);
    c.check("simpson", made.moves_against_all);
}

void check_stratified(rc& c) {
    std::vector<stratum> strata;
    for (const auto& s : c.lists("strata")) {
        strata.push_back({{s[0], s[1]}, {s[2], s[3]}});
    }
    const stratified_comparison made = compare_within(strata);
    c.check("p_value", made.p);
    c.check("odds_ratio", made.odds_ratio.value());
    c.check("risk_ratio", made.risk_ratio.value());
}

void check_rox(rc& c) {
    std::vector<double> inputs;
    const std::map<std::string_view, const char*> names = {{"experience_cost", "cost"},
                                                           {"experience_customers", "exposed"},
                                                           {"experience_conversions", "converted_exposed"},
                                                           {"experience_stayed", "liked_exposed"},
                                                           {"reference_customers", "reference"},
                                                           {"reference_conversions", "converted_reference"},
                                                           {"reference_stayed", "liked_reference"},
                                                           {"conversion_value", "value_per_conversion"},
                                                           {"stay_value", "value_per_like"},
                                                           {"mentions_positive", "mentions_positive"},
                                                           {"mentions_neutral", "mentions_neutral"},
                                                           {"mentions_negative", "mentions_negative"},
                                                           {"mention_value", "value_per_mention"},
                                                           {"company_growth", "growth_company"},
                                                           {"market_growth", "growth_market"}};
    const auto made = [&](const metric& m) {
        std::vector<double> values;
        for (const measure* input : m.value.inputs()) {
            const auto at = names.find(input->key);
            values.push_back(at == names.end() ? input->absent : c[at->second]);
        }
        return estimate_of(m, values, options_of(c));
    };
    if (c.status() == "undefined") {
        CHECK(made(rox).comes_to.is == status::undefined);
        return;
    }
    c.check("do", made(rox_do).comes_to.value);
    c.check("like", made(rox_like).comes_to.value);
    c.check("market", made(rox_market).comes_to.value);
    c.check("talk", made(rox_talk).comes_to.value);
    c.check("rpi", 1 + made(rox_market).comes_to.value / made(rox_like).comes_to.value);
    c.check("rox", made(rox).comes_to.value);
    c.check("net_sentiment", made(net_sentiment).comes_to.value);
    check_limits(c, made(rox).limits);
}

}  // namespace

TEST_CASE("periods and segments roll up as in the reference") {
    check_topic("rollup",
                {
                    {"annualise_churn", [](rc& c) { c.check("churn", annualised(c["churn"], c["periods"])); }},
                    {"per_period_churn", [](rc& c) { c.check("churn", per_period(c["churn"], c["periods"])); }},
                    {"rollup_periods", check_chain},
                    {"rollup_rate",
                     [](rc& c) {
                         check_metric(c, conversion, summed(c));
                         c.check("x", summed(c)[0]);
                         c.check("n", summed(c)[1]);
                     }},
                    {"rollup_nps", [](rc& c) { check_nps(c, summed(c)[0], summed(c)[1], summed(c)[2]); }},
                    {"mix_decomposition", check_mix},
                    {"stratified_test", check_stratified},
                });
}

TEST_CASE("the return on experience is that of the reference") {
    check_topic("rox", {
                           {"rox", check_rox},
                       });
}
