#include <cxm/legal.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <cxm/catalogue.hpp>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("every input of every metric is held to the range of its measure") {
    for (const metric* m : all_metrics()) {
        const auto of = m->value.inputs();
        const std::vector<double> example(m->example.inputs.begin(), m->example.inputs.begin() + std::ssize(of));
        INFO(m->key);
        CHECK(are_legal(*m, example));
        for (std::size_t i = 0; i < of.size(); ++i) {
            INFO(of[i]->key);
            std::vector<double> beyond = example;
            if (std::isfinite(least(*of[i]))) {
                beyond[i] = least(*of[i]) - 1;
                CHECK_FALSE(are_legal(*m, beyond));
            }
            if (std::isfinite(most(*of[i]))) {
                beyond[i] = most(*of[i]) * 2 + 1;
                CHECK_FALSE(are_legal(*m, beyond));
            }
        }
    }
}

TEST_CASE("the first input of a metric that is no share is held to its range as well") {
    CHECK_FALSE(are_legal(cac, acquisition_cost = -1, customers_new = 240));
    CHECK_FALSE(are_legal(cac, acquisition_cost = 1, customers_new = -240));
    CHECK(are_legal(cac, acquisition_cost = 0, customers_new = 240));
    CHECK(are_legal(roi, gain = -1, cost = 1));
}

TEST_CASE("a part of a whole is never more than it, what is not given contradicts nothing") {
    CHECK_FALSE(are_legal(rox_do, experience_customers = 10, experience_conversions = 11));
    CHECK(are_legal(rox_do, experience_customers = 10, experience_conversions = 10));
    CHECK(are_legal(rox_do, experience_conversions = 11));
    CHECK_FALSE(are_legal(retention, customers_start = 100, customers_end = 180, customers_new = 50));
    CHECK(are_legal(churn, customers_lost = 120));
}
