#include <cxm/inference.hpp>

#include <cxm/catalogue.hpp>
#include <cxm/contrast.hpp>

#include "catch.hpp"

using namespace cxm;

static_assert(inference_of(churn) == inference::share);
static_assert(inference_of(engagement) == inference::rate);
static_assert(inference_of(nps) == inference::net);
static_assert(inference_of(net_sentiment) == inference::net);
static_assert(inference_of(ces) == inference::mean);
static_assert(inference_of(rox) == inference::own);
static_assert(inference_of(clv_observed) == inference::own);
static_assert(inference_of(cac) == inference::none);
static_assert(inference_of(clv) == inference::none);

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
