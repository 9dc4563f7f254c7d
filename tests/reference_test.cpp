#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <numeric>
#include <stdexcept>

#include <cxm/compare/stratified.hpp>
#include <cxm/cxm.hpp>
#include <cxm/decompose.hpp>
#include <cxm/histogram.hpp>

#include "reference/cases.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

void check_limits(rc& c, const std::optional<interval>& limits) {
    REQUIRE(limits);
    c.check("lower", limits->low);
    c.check("upper", limits->high);
}

interval_options options_of(const rc& c) {
    interval_options options;
    options.level = c.level();
    return options;
}

/// A metric from counts in the formula's order: its value or undefined, or a contradiction where the case is an error.
void check_metric(rc& c, const metric& m, std::vector<double> inputs, const std::string& field = "rate") {
    if (c.status() == "error") {
        CHECK(contradiction(m, inputs) != "");
        return;
    }
    CHECK(contradiction(m, inputs) == "");
    const estimate made = estimate_of(m, inputs, options_of(c));
    if (c.status() == "undefined") {
        CHECK(made.comes_to.is == status::undefined);
        CHECK_FALSE(made.limits);
        return;
    }
    c.check(field, made.comes_to.value);
    if (m.shown == as::share || m.shown == as::rate || m.shown == as::score) {
        check_limits(c, made.limits);
    }
}

std::vector<double> histogram_inputs(const rc& c, const metric& m, answer_scale scale) {
    return from_histogram(m, c.inputs().at("counts").get<std::vector<double>>(), scale);
}

interval share_limits(const std::string& method, double x, double n, double level) {
    const std::map<std::string, interval (*)(double, double, double)> methods = {{"wilson", wilson},
                                                                                 {"wilson_cc", wilson_corrected},
                                                                                 {"clopper_pearson", clopper_pearson},
                                                                                 {"jeffreys", jeffreys},
                                                                                 {"agresti_coull", agresti_coull}};
    return methods.at(method)(x, n, level);
}

void check_nps(rc& c, double promoters_of, double passives_of, double detractors_of) {
    const double n = promoters_of + passives_of + detractors_of;
    const std::string method = c.text("method");
    interval_options options = options_of(c);
    options.nets = method == "score"  ? net_interval::score
                   : method == "wald" ? net_interval::wald
                                      : net_interval::adjusted_wald;
    const estimate made = estimate_of(nps, std::array{promoters_of, detractors_of, passives_of}, options);
    c.check("nps", made.comes_to.value);
    check_limits(c, made.limits);
    const double variance = net_variance(promoters_of / n, detractors_of / n);
    const nlohmann::json further = {{"n", made.n},
                                    {"variance", variance},
                                    {"se", 100 * std::sqrt(variance / n)},
                                    {"promoters", promoters_of},
                                    {"passives", passives_of},
                                    {"detractors", detractors_of}};
    for (const std::string& field : c.unchecked()) {
        c.check(field, further.at(field));
    }
}

void check_histogram(rc& c, const metric& m, answer_scale scale) {
    const std::vector<double> inputs = histogram_inputs(c, m, scale);
    if (is_net(m)) {
        check_nps(c, inputs[0], inputs[2], inputs[1]);
        return;
    }
    check_metric(c, m, inputs, m.shown == as::score ? "mean" : "rate");
    c.check("n", inputs[1]);
    if (m.shown == as::score) {
        c.check("sd", std::sqrt((inputs[2] - inputs[0] * inputs[0] / inputs[1]) / (inputs[1] - 1)));
    } else {
        c.check("satisfied", inputs[0]);
    }
}

proportion group(const rc& c, const char* x, const char* n) { return {c[x], c[n]}; }
proportion a_of(const rc& c) { return group(c, "x_a", "n_a"); }
proportion b_of(const rc& c) { return group(c, "x_b", "n_b"); }

void check_test(rc& c) {
    const std::string test = c.text("test");
    if (c.status() == "undefined") {
        CHECK_THROWS_AS(pooled_z_test(a_of(c), b_of(c)), std::invalid_argument);
        return;
    }
    if (test == "fisher") {
        c.check("p_value", fisher_exact(a_of(c), b_of(c)));
        return;
    }
    const z_test made = test == "z_pooled" ? pooled_z_test(a_of(c), b_of(c)) : n_minus_1_test(a_of(c), b_of(c));
    c.check("z", made.z.value());
    c.check("p_value", made.p);
}

void check_nps_difference(rc& c) {
    const auto answers = [&](const char* name) {
        const auto counts = c.inputs().at(name).get<std::vector<double>>();
        return net_answers{counts[0], counts[1], counts[2]};
    };
    const difference made = net_difference(answers("a"), answers("b"), c.level());
    const double error = (made.limits->high - made.limits->low) / 2 / normal_critical(c.level());
    c.check("difference", 100 * made.estimate);
    c.check("lower", 100 * made.limits->low);
    c.check("upper", 100 * made.limits->high);
    c.check("se", 100 * error);
    c.check("z", (made.limits->high + made.limits->low) / 2 / error);
    c.check("p_value", made.p.value());
}

void check_chain(rc& c) {
    const nlohmann::json& rows = c.inputs().at("periods");
    std::vector<counted_share> kept;
    pooled start(over_time::opening), end(over_time::closing), joined(over_time::flow), lost(over_time::flow);
    for (const auto& row : rows) {
        const auto of = [&](const char* name) { return row.at(name).get<double>(); };
        const bool balanced = imbalance(of("start"), of("new"), of("lost"), of("end")).empty();
        CHECK(balanced == (c.status() == "ok"));
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
    const auto before = c.inputs().at("before").get<std::vector<std::array<double, 2>>>();
    const auto after = c.inputs().at("after").get<std::vector<std::array<double, 2>>>();
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

/// The sums of the segments, by the rule of a flow.
std::vector<double> summed(const rc& c) {
    std::vector<double> sums;
    for (const auto& segment : c.inputs().at("segments").get<std::vector<std::vector<double>>>()) {
        sums.resize(segment.size());
        std::transform(segment.begin(), segment.end(), sums.begin(), sums.begin(), std::plus<>());
    }
    return sums;
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
            values.push_back(c[names.at(input->key)]);
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

payments payments_of(const rc& c) {
    const std::string convention = c.text("convention");
    return convention == "first_at_start"  ? payments::from_start
           : convention == "renewals_only" ? payments::renewals
                                           : payments::from_end;
}

void check_retention(rc& c) {
    check_metric(c, retention, {c["end"], c["new"], c["start"]});
    if (c.status() == "ok") {
        c.check("retained", c["end"] - c["new"]);
        c.check("churn_rate", evaluate(1 - retention, std::array{c["end"], c["new"], c["start"]}).value);
        c.check("growth_rate", customer_growth(customers_end = c["end"], customers_start = c["start"]).value);
    }
}

void check_churn(rc& c) {
    check_metric(c, churn, {c["lost"], c["start"]});
    if (c.status() == "ok") {
        c.check("retention_rate", evaluate(1 - churn, std::array{c["lost"], c["start"]}).value);
    }
}

void check_difference_limits(rc& c) {
    const bool newcombe_asked = c.text("method") == "newcombe";
    c.check("difference", share_difference(a_of(c), b_of(c), c.level()).estimate);
    check_limits(
        c, newcombe_asked ? newcombe(a_of(c), b_of(c), c.level()) : miettinen_nurminen(a_of(c), b_of(c), c.level()));
}

void check_ratio_limits(rc& c) {
    const double ratio = share_ratio(a_of(c), b_of(c), c.level()).estimate.value();
    c.check("ratio", ratio);
    c.check("relative_lift", ratio - 1);
    const bool koopman_asked = c.text("method") == "koopman";
    check_limits(c, koopman_asked ? koopman(a_of(c), b_of(c), c.level())
                                  : miettinen_nurminen_ratio(a_of(c), b_of(c), c.level()));
}

void check_sizes(rc& c) {
    const group_sizes made =
        sample_for_difference(c["p_a"], c["p_b"], c["power"], 1 - c["alpha"], c["ratio_a_to_b"]).value();
    c.check("n_a_exact", made.a);
    c.check("n_b_exact", made.b);
    c.check("n_a", std::ceil(made.a));
    c.check("n_b", std::ceil(made.b));
}

void check_detectable(rc& c) {
    const double made =
        detectable_share(c["p_a"], c["n_per_group"], c["n_per_group"], c["power"], 1 - c["alpha"]).value();
    c.check("p_b", made);
    c.check("absolute", made - c["p_a"]);
    c.check("relative", made / c["p_a"] - 1);
}

void check_adjusted(rc& c) {
    const auto p = c.inputs().at("p").get<std::vector<double>>();
    const auto made = c.text("method") == "holm" ? holm(p) : benjamini_hochberg(p);
    c.check_all("adjusted", made);
}

void check_stratified(rc& c) {
    std::vector<stratum> strata;
    for (const auto& s : c.inputs().at("strata").get<std::vector<std::array<double, 4>>>()) {
        strata.push_back({{s[0], s[1]}, {s[2], s[3]}});
    }
    const stratified_comparison made = compare_within(strata);
    c.check("p_value", made.p);
    c.check("odds_ratio", made.odds_ratio.value());
    c.check("risk_ratio", made.risk_ratio.value());
}

void check_size_of_sample(rc& c, double exact) {
    c.check("n_exact", exact);
    c.check("n", std::ceil(exact));
}

void check_lifetime(rc& c) {
    const lifetime made = lifetime_at_churn(c["margin"], c["lost"], c["start"], c.level());
    c.check("lifetime", made.periods.value());
    c.check("clv", made.value.value());
    check_limits(c, made.limits);
}

const std::map<std::string, std::function<void(rc&)>> checks = {
    {"proportion_ci",
     [](rc& c) {
         c.check("estimate", conversion(conversions = c["x"], visitors = c["n"]).value);
         check_limits(c, share_limits(c.text("method"), c["x"], c["n"], c.level()));
     }},
    {"churn", check_churn},
    {"retention", check_retention},
    {"ctr",
     [](rc& c) {
         check_metric(c, ctr, {c["clicks"], c["impressions"]});
     }},
    {"conversion",
     [](rc& c) {
         check_metric(c, conversion, {c["conversions"], c["visitors"]});
     }},
    {"return_rate",
     [](rc& c) {
         check_metric(c, return_rate, {c["returned"], c["sold"]});
     }},
    {"repeat_purchase",
     [](rc& c) {
         check_metric(c, repeat_purchase, {c["returning"], c["customers"]});
     }},
    {"csat",
     [](rc& c) {
         check_histogram(c, csat, {1, 5});
     }},
    {"engagement",
     [](rc& c) {
         check_metric(c, engagement, {c["interactions"], 0, 0, c["followers"]});
     }},
    {"mean_score",
     [](rc& c) {
         check_histogram(c, ces, {1, 7});
     }},
    {"sample_size_proportion",
     [](rc& c) { check_size_of_sample(c, sample_for_share(c["margin"], c["p"], c.level())); }},
    {"nps", [](rc& c) { check_nps(c, c["promoters"], c["passives"], c["detractors"]); }},
    {"nps_histogram",
     [](rc& c) {
         check_histogram(c, nps, {0, 10});
     }},
    {"nps_diff", check_nps_difference},
    {"nps_sample_size",
     [](rc& c) {
         const double variance = net_variance(c["p_promoters"], c["p_detractors"]);
         check_size_of_sample(c, sample_for_net(c["margin_points"] / 100, variance, c.level()));
     }},
    {"ab_diff_ci", check_difference_limits},
    {"ab_ratio_ci", check_ratio_limits},
    {"ab_test", check_test},
    {"ab_sample_size", check_sizes},
    {"ab_mde", check_detectable},
    {"p_adjust", check_adjusted},
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
    {"rox", check_rox},
    {"clv_simple",
     [](rc& c) {
         const double margin = c["value"] * c["margin_rate"];
         check_metric(c, clv, {margin, c["frequency"], c["lifespan"]}, "clv");
     }},
    {"clv_perpetuity",
     [](rc& c) { c.check("clv", value_for_ever(c["margin"], c["retention"], c["discount"], payments_of(c)).value()); }},
    {"clv_horizon",
     [](rc& c) {
         c.check("clv",
                 value_over(c["periods"], c["margin"], c["retention"], c["discount"], c["growth"], payments_of(c)));
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
};

}  // namespace

TEST_CASE("the library gives every answer of the reference") {
    const std::vector<reference_case> all = reference_cases();
    REQUIRE(all.size() >= 62);
    for (reference_case c : all) {
        INFO(c.id());
        REQUIRE(checks.contains(c.operation()));
        checks.at(c.operation())(c);
        if (c.status() == "ok") {
            CHECK(c.unchecked() == std::vector<std::string>{});
        }
    }
}

TEST_CASE("the copy of the reference says what the reference says") {
    const std::vector<reference_case> copied = cases_of(own_cases);
    REQUIRE_FALSE(copied.empty());
    for (const reference_case& c : cases_of(shared_cases)) {
        if (is_in_scope(c)) {
            INFO(c.id());
            CHECK(std::find(copied.begin(), copied.end(), c) != copied.end());
        }
    }
}
