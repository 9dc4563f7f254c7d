#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <vector>

#include <cxm/estimate.hpp>
#include <cxm/evaluate_columns.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

using values = std::array<double, formula::most_inputs>;

/// The worked example with some inputs changed.
values example_with(std::initializer_list<reading> changed) {
    values inputs = rox.example.inputs;
    for (const reading& each : changed) {
        inputs[position(rox.value, *each.of)] = each.value;
    }
    return inputs;
}

outcome rox_with(reading changed) { return evaluate(rox.value, example_with({changed})); }

/// Nobody has counted the talk before.
values gross_talk() {
    return example_with({mentions_before_positive = not_given, mentions_before_negative = not_given});
}

}  // namespace

TEST_CASE("the terms of the worked example are .336, .72, .048 and .08, and add up to 18.4 %") {
    CHECK(near(evaluate(rox_do.value, rox_do.example.inputs).value, 0.336));
    CHECK(near(evaluate(rox_like.value, rox_like.example.inputs).value, 0.720));
    CHECK(near(evaluate(rox_market.value, rox_market.example.inputs).value, 0.048));
    CHECK(near(evaluate(rox_talk.value, rox_talk.example.inputs).value, 0.080));
    CHECK(near(evaluate(rox.value, rox.example.inputs).value, 0.184));
}

TEST_CASE("without growth the market term is 0, without a mention's value the talk is") {
    CHECK(near(rox_with(market_growth = 0.12).value, 0.136));
    auto inputs = rox.example.inputs;
    inputs[position(rox.value, company_growth)] = not_given;
    inputs[position(rox.value, market_growth)] = not_given;
    inputs[position(rox.value, mention_value)] = not_given;
    CHECK(near(evaluate(rox.value, inputs).value, 0.336 + 0.72 - 1));
}

TEST_CASE("one growth without the other is missing, and so are mentions that nobody counted") {
    for (const measure* left_out : {&company_growth, &market_growth, &mentions_positive, &mentions_negative,
                                    &mentions_before_positive, &mentions_before_negative}) {
        auto inputs = rox.example.inputs;
        inputs[position(rox.value, *left_out)] = not_given;
        const outcome made = evaluate(rox.value, inputs);
        CHECK(reason(rox.value, made) == std::string(left_out->key) + " is missing");
        CHECK(lacking(rox.value, inputs) == std::vector<const measure*>{left_out});
        double column = 0;
        std::vector<const double*> columns;
        for (const double& input : inputs) {
            columns.push_back(&input);
        }
        columns.resize(rox.value.inputs().size());
        evaluate_columns(rox.value, columns, {&column, 1});
        CHECK(is_missing(column));
    }
}

TEST_CASE("rox is undefined without cost, groups or market, and missing without a reference") {
    CHECK(reason(rox.value, rox_with(experience_cost = 0)) == "experience_cost is 0");
    CHECK(reason(rox.value, rox_with(experience_customers = 0)) == "experience_customers is 0");
    CHECK(reason(rox.value, rox_with(reference_customers = 0)) == "reference_customers is 0");
    CHECK(reason(rox.value, rox_with(market_growth = -1)) == "1 + market_growth is 0");
    CHECK(reason(rox.value, rox_with(reference_customers = not_given)) == "reference_customers is missing");
}

TEST_CASE("with neither liking nor talk rox is a return on investment") {
    auto inputs = rox.example.inputs;
    inputs[position(rox.value, stay_value)] = 0;
    inputs[position(rox.value, mention_value)] = 0;
    CHECK(near(evaluate(rox.value, inputs).value, (0.336 * 50000 - 50000) / 50000));
}

TEST_CASE("a harmful experience can cost more than all that was spent") {
    CHECK(rox_with(experience_stayed = 14000).value < -1);
}

TEST_CASE("net sentiment without mentions is undefined") {
    const outcome silent = net_sentiment(mentions_positive = 0, mentions_neutral = 0, mentions_negative = 0);
    CHECK(silent.is == status::undefined);
}

TEST_CASE("the worked example reaches from -24.5 % to +61.3 %") {
    const auto limits = rox.limits(rox, gross_talk(), 0.95);
    REQUIRE(limits);
    CHECK(std::abs(limits->low + 0.24508280928) < 1e-8);
    CHECK(std::abs(limits->high - 0.61292111811) < 1e-8);
}

TEST_CASE("rox has limits without growth and mention_value, and none where it is missing or undefined") {
    auto inputs = rox.example.inputs;
    inputs[position(rox.value, company_growth)] = not_given;
    inputs[position(rox.value, mention_value)] = not_given;
    inputs[position(rox.value, market_growth)] = not_given;
    CHECK(rox.limits(rox, inputs, 0.95));
    inputs[position(rox.value, reference_stayed)] = not_given;
    CHECK_FALSE(rox.limits(rox, inputs, 0.95));
    inputs = rox.example.inputs;
    inputs[position(rox.value, experience_cost)] = 0;
    CHECK_FALSE(rox.limits(rox, inputs, 0.95));
}

TEST_CASE("talk counts beyond the talk before, whose chance widens the limits") {
    const outcome made = rox_talk(mentions_positive = 1200, mentions_negative = 200, mentions_before_positive = 300,
                                  mentions_before_negative = 100, mention_value = 4, experience_cost = 50000);
    CHECK(near(made.value, 0.064));
    const auto gross = rox.limits(rox, gross_talk(), 0.95);
    const auto net = rox.limits(rox, rox.example.inputs, 0.95);
    CHECK(net->low < gross->low);
    CHECK(net->high > gross->high);
}

TEST_CASE("terms without data are missing on their own, and 0 in their sum") {
    const auto unpriced =
        example_with({mention_value = not_given, mentions_positive = not_given, mentions_negative = not_given,
                      company_growth = not_given, market_growth = not_given});
    CHECK(near(evaluate(rox.value, unpriced).value, 0.336 + 0.72 - 1));
    CHECK(rox_talk(mentions_positive = 12, mentions_negative = 2, experience_cost = 50000).is == status::missing);
    CHECK(reason(rox_index.value, rox_index(company_growth = 0.1)) == "market_growth is missing");
    CHECK(rox_index().is == status::missing);
    CHECK(net_sentiment(mentions_neutral = 3, mentions_negative = 2).is == status::missing);
}

TEST_CASE("who is satisfied stands in for who stays, unless anyone knows who stayed") {
    const auto like = [](std::initializer_list<reading> more) {
        std::vector<double> inputs = in_order(rox_like, {experience_customers = 20000, reference_customers = 10000,
                                                         stay_value = 90, experience_cost = 50000});
        for (const reading& each : more) {
            const auto of = inputs_of(rox_like);
            const auto at = std::find_if(of.begin(), of.end(), [&](const measure* m) { return *m == *each.of; });
            inputs[static_cast<std::size_t>(at - of.begin())] = each.value;
        }
        return estimate_of(rox_like, inputs);
    };
    const estimate satisfied = like({experience_satisfied = 16400, reference_satisfied = 8000});
    CHECK(near(satisfied.comes_to.value, 0.72));
    CHECK(satisfied.limits);
    CHECK(near(
        like({experience_satisfied = 1, reference_satisfied = 1, experience_stayed = 16400, reference_stayed = 8000})
            .comes_to.value,
        0.72));
    CHECK(like({experience_satisfied = 16400, reference_stayed = 8000}).comes_to.is == status::missing);
    CHECK(like({experience_satisfied = 16400}).comes_to.is == status::missing);
}

TEST_CASE("every term has limits, and so has a sum of terms of one's own") {
    for (const metric* term : rox.terms) {
        INFO(term->key);
        CHECK(estimate_of(*term, {term->example.inputs.data(), term->value.inputs().size()}).limits);
    }
    const metric twice{.key = "twice", .value = 2 * (rox_do + rox_talk) - 1, .limits = rox_limits};
    const metric once{.key = "once", .value = rox_do + rox_talk, .limits = rox_limits};
    const auto limits_of = [](const metric& m) {
        std::vector<double> inputs;
        for (const measure* input : m.value.inputs()) {
            inputs.push_back(rox.example.inputs[position(rox.value, *input)]);
        }
        return m.limits(m, inputs, 0.95).value();
    };
    CHECK(near(limits_of(twice).low, 2 * limits_of(once).low - 1));
    CHECK(near(limits_of(twice).high, 2 * limits_of(once).high - 1));
}

TEST_CASE("rox itself is the sum of its terms, whose weights another formula has not") {
    CHECK(weights_in(rox.value, rox.terms) == std::vector<double>{1, 1, 1, 1});
    CHECK(weights_in(rox_do / 2 - rox_talk, rox.terms) == std::vector<double>{0.5, 0, 0, -1});
    CHECK_FALSE(weights_in(rox_do * experience_cost, rox.terms));
    CHECK_FALSE(weights_in(rox_do * rox_talk, rox.terms));
    CHECK_FALSE(weights_in(rox_do / 0, rox.terms));
    CHECK_FALSE(weights_in(formula(3.0), rox.terms));
}
