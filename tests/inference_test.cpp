#include <cxm/inference.hpp>

#include <cxm/catalogue.hpp>
#include <cxm/contrast.hpp>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("how a metric is inferred follows from what it is made of") {
    CHECK(inference_of(churn) == inference::share);
    CHECK(inference_of(engagement) == inference::rate);
    CHECK(inference_of(nps) == inference::net);
    CHECK(inference_of(net_sentiment) == inference::net);
    CHECK(inference_of(ces) == inference::mean);
    CHECK(inference_of(rox) == inference::own);
    CHECK(inference_of(clv_observed) == inference::own);
    CHECK(inference_of(cac) == inference::none);
    CHECK(inference_of(clv) == inference::none);
}

TEST_CASE("a metric has an interval exactly where its family of inference has one") {
    for (const metric* m : all_metrics()) {
        std::vector<double> inputs(m->example.inputs.begin(),
                                   m->example.inputs.begin() + std::ssize(m->value.inputs()));
        if (m->squares != nullptr) {
            inputs.push_back(inputs[0] * inputs[0]);
        }
        INFO(m->key);
        const bool expected = inference_of(*m) != inference::none;
        CHECK(estimate_of(*m, inputs).limits.has_value() == expected);
        CHECK((contrast_of(*m, inputs, inputs).is != verdict::none) == expected);
    }
}
