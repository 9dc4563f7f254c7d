#include "results/solved.hpp"

#include <cxm/metrics/commerce.hpp>
#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/surveys.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

std::vector<double> inputs_for(const metric& m, std::initializer_list<std::pair<const measure*, double>> given) {
    std::vector<double> inputs(m.value.inputs().size(), not_given);
    for (const auto& [of, value] : given) {
        inputs[position(m.value, *of)] = value;
    }
    return inputs;
}

}  // namespace

TEST_CASE("The answer is proved by the step beside it") {
    const auto s =
        solve_backwards(nps, inputs_for(nps, {{&promoters, 300}, {&passives, 100}, {&detractors, 100}}), promoters, 50);
    REQUIRE(s.answer.reached);
    CHECK(s.answer.input == 400);
    CHECK(s.answer.change == 100);
    CHECK(s.beside == 399.0);
    CHECK(*s.beside_comes_to < 50);
}

TEST_CASE("Of an input that is not given and better low, the most that still meets the target is sought") {
    const auto s = solve_backwards(churn, inputs_for(churn, {{&customers_start, 1000}}), customers_lost, 0.05);
    REQUIRE(s.answer.reached);
    CHECK(s.answer.input == 50);
    CHECK(is_missing(s.answer.change));
    CHECK(s.beside == 51.0);
}

TEST_CASE("The most is also found just below what is legal") {
    const auto s = solve_backwards(churn, inputs_for(churn, {{&customers_start, 1000}}), customers_lost, 0.9995);
    CHECK(s.answer.input == 999);
}

TEST_CASE("Where every legal input meets the target there is nothing beside it") {
    const auto s = solve_backwards(churn, inputs_for(churn, {{&customers_start, 1000}}), customers_lost, 1);
    CHECK(s.answer.reached);
    CHECK_FALSE(s.beside);
}

TEST_CASE("A target out of reach comes with the best there is") {
    const auto s =
        solve_backwards(nps, inputs_for(nps, {{&promoters, 300}, {&passives, 100}, {&detractors, 100}}), passives, 60);
    CHECK_FALSE(s.answer.reached);
    CHECK(s.answer.input == 0);
    CHECK(s.answer.comes_to.value == 50);
    CHECK_FALSE(s.beside);
}
