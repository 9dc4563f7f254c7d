#include "catch.hpp"

#include <cmath>
#include <vector>

#include <cxm/evaluate_columns.hpp>
#include <cxm/metrics/experience.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

namespace {

bool near(double a, double b) { return std::abs(a - b) < 1e-12; }

/// The worked example with one input changed.
outcome rox_with(reading changed) {
    auto inputs = rox.example.inputs;
    inputs[position(rox.value, *changed.of)] = changed.value;
    return evaluate(rox.value, inputs);
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
    for (const measure* left_out : {&company_growth, &market_growth, &mentions_positive, &mentions_negative}) {
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
    const auto limits = rox.limits(rox.example.inputs, 0.95);
    REQUIRE(limits);
    CHECK(std::abs(limits->low + 0.24508280928) < 1e-8);
    CHECK(std::abs(limits->high - 0.61292111811) < 1e-8);
}

TEST_CASE("rox has limits without growth and mention_value, and none where it is missing or undefined") {
    auto inputs = rox.example.inputs;
    inputs[position(rox.value, company_growth)] = not_given;
    inputs[position(rox.value, mention_value)] = not_given;
    inputs[position(rox.value, market_growth)] = not_given;
    CHECK(rox.limits(inputs, 0.95));
    inputs[position(rox.value, reference_stayed)] = not_given;
    CHECK_FALSE(rox.limits(inputs, 0.95));
    inputs = rox.example.inputs;
    inputs[position(rox.value, experience_cost)] = 0;
    CHECK_FALSE(rox.limits(inputs, 0.95));
}
