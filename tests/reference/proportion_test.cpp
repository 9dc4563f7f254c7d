#include <cxm/histogram.hpp>

#include "reference/checks.hpp"

using namespace cxm;

namespace {

using rc = reference_case;

std::vector<double> histogram_inputs(const rc& c, const metric& m, answer_scale scale) {
    return from_histogram(m, c.list("counts"), scale);
}

interval share_limits(const std::string& method, double x, double n, double level) {
    const std::map<std::string, interval (*)(double, double, double)> methods = {{"wilson", wilson},
                                                                                 {"wilson_cc", wilson_corrected},
                                                                                 {"clopper_pearson", clopper_pearson},
                                                                                 {"jeffreys", jeffreys},
                                                                                 {"agresti_coull", agresti_coull}};
    return methods.at(method)(x, n, level);
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

void check_retention(rc& c) {
    check_metric(c, retention, {c["end"], c["new"], 0.0, c["start"]});
    if (c.is_ok()) {
        c.check("retained", c["end"] - c["new"]);
        c.check("churn_rate", evaluate(1 - retention, std::array{c["end"], c["new"], 0.0, c["start"]}).value);
        c.check("growth_rate", customer_growth(customers_end = c["end"], customers_start = c["start"]).value);
    }
}

void check_churn(rc& c) {
    check_metric(c, churn, {c["lost"], c["start"]});
    if (c.is_ok()) {
        c.check("retention_rate", evaluate(1 - churn, std::array{c["lost"], c["start"]}).value);
    }
}

void check_size_of_sample(rc& c, double exact) {
    c.check("n_exact", exact);
    c.check("n", std::ceil(exact));
}

void check_nps_difference(rc& c) {
    const auto answers = [&](const char* name) {
        const auto counts = c.list(name);
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

}  // namespace

TEST_CASE("shares, rates and means are those of the reference") {
    check_topic("proportion",
                {
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
                });
}

TEST_CASE("net promoter scores are those of the reference") {
    check_topic("nps", {
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
                       });
}
