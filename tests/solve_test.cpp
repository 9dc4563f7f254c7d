#include <cmath>
#include <cstddef>
#include <initializer_list>
#include <stdexcept>
#include <vector>

#include <cxm/catalogue.hpp>
#include <cxm/solve.hpp>

#include "catch.hpp"
#include "near.hpp"

using cxm::not_given;
using cxm::solve;

namespace {

using numbers = std::vector<double>;

/// Whether the metric meets the target at the solution but not one step nearer to the start.
bool is_tight(const cxm::metric& m, numbers inputs, const cxm::measure& vary, double target) {
    const auto found = solve(m, inputs, vary, target);
    const std::size_t at = position(m.value, vary);
    const double step = (found.change > 0 ? 1 : -1) / cxm::steps_per_one(vary.of);
    inputs[at] = found.input;
    const auto there = evaluate(m.value, inputs);
    inputs[at] = found.input - step;
    const auto nearer = evaluate(m.value, inputs);
    return found.reached && cxm::reaches(there.value, target, m.better) &&
           !(nearer.ok() && cxm::reaches(nearer.value, target, m.better));
}

}  // namespace

TEST_CASE("more promoters lift a net promoter score to its target in whole people") {
    // 100 (P - 100)/(P + 200) >= 50 from P = 400.
    const auto found = solve(cxm::nps, numbers{300, 100, 100}, cxm::promoters, 50);
    CHECK(found.reached);
    CHECK(found.input == 400);
    CHECK(found.change == 100);
    CHECK(found.comes_to.value == 50);
    // 100 (P - 100)/(P + 200) >= 51 from P = 412.2: rounded to the safe side.
    CHECK(solve(cxm::nps, numbers{300, 100, 100}, cxm::promoters, 51).input == 413);
}

TEST_CASE("fewer detractors do so too, and none left may still be too few") {
    const auto found = solve(cxm::nps, numbers{300, 100, 100}, cxm::detractors, 50);
    // 100 (300 - D)/(400 + D) >= 50 up to D = 66.7.
    CHECK(found.input == 66);
    CHECK(found.change == -34);
    const auto best = solve(cxm::nps, numbers{300, 100, 100}, cxm::detractors, 80);
    CHECK_FALSE(best.reached);
    CHECK(best.input == 0);
    CHECK(best.comes_to.value == 75);
    CHECK_FALSE(best.endless);
}

TEST_CASE("what only comes near a target says that it never gets there") {
    const auto best = solve(cxm::nps, numbers{300, 100, 100}, cxm::promoters, 100);
    CHECK_FALSE(best.reached);
    CHECK(best.endless);
    CHECK(best.comes_to.value > 99.99);
    CHECK(best.comes_to.value < 100);
}

TEST_CASE("a target that is met already needs no change") {
    const auto found = solve(cxm::churn, numbers{50, 1000}, cxm::customers_lost, 0.05);
    CHECK(found.reached);
    CHECK(found.change == 0);
}

TEST_CASE("lower is better for churn: fewer lost, or more to lose from") {
    CHECK(solve(cxm::churn, numbers{100, 1000}, cxm::customers_lost, 0.05).input == 50);
    CHECK(solve(cxm::churn, numbers{100, 1000}, cxm::customers_start, 0.05).input == 2000);
    CHECK(solve(cxm::churn, numbers{100, 1000}, cxm::customers_lost, 0.0505).input == 50);
    CHECK(solve(cxm::churn, numbers{100, 1000}, cxm::customers_lost, 0).input == 0);
    CHECK_FALSE(solve(cxm::churn, numbers{100, 1000}, cxm::customers_lost, -0.01).reached);
}

TEST_CASE("a share stays within its denominator") {
    const auto best = solve(cxm::retention, numbers{12000, 5000, 0, 10000}, cxm::customers_end, 1.2);
    CHECK_FALSE(best.reached);
    CHECK(best.input == 15000);
    CHECK(best.comes_to.value == 1);
    CHECK(solve(cxm::retention, numbers{12000, 5000, 0, 10000}, cxm::customers_end, 1).input == 15000);
    CHECK(solve(cxm::retention, numbers{12000, 5000, 0, 10000}, cxm::customers_new, 0.75).input == 4500);
    CHECK(solve(cxm::conversion, numbers{200, 4000}, cxm::visitors, 1).input == 200);
}

TEST_CASE("an input that is not given is sought from its least legal value") {
    CHECK(solve(cxm::nps, numbers{not_given, 100, 100}, cxm::promoters, 50).input == 400);
    CHECK(cxm::is_missing(solve(cxm::nps, numbers{not_given, 100, 100}, cxm::promoters, 50).change));
    CHECK(solve(cxm::churn, numbers{50, not_given}, cxm::customers_start, 0.05).input == 1000);
    CHECK(solve(cxm::churn, numbers{50, not_given}, cxm::customers_start, 1).input == 50);
}

TEST_CASE("money is found to the cent and rates to the basis point, on the safe side") {
    // (gain - 30)/30 >= 0.1 from 33; cost: (100 - c)/c >= 2 up to 33.33.
    CHECK(solve(cxm::roi, numbers{0, 30}, cxm::gain, 2.0).input == 90);
    CHECK(solve(cxm::roi, numbers{100, 60}, cxm::cost, 2.0).input == 33.33);
    const cxm::metric& clv = cxm::clv_margin;
    numbers inputs(clv.value.inputs().size());
    inputs[position(clv.value, cxm::margin_per_year)] = 100;
    inputs[position(clv.value, cxm::discount_per_year)] = 0.1;
    inputs[position(clv.value, cxm::retention_per_year)] = 0.8;
    // 100 * 1.1/(1.1 - r) >= 500 from r = 0.88.
    CHECK(near(solve(clv, inputs, cxm::retention_per_year, 500).input, 0.88, 1.001e-4));
    CHECK(is_tight(clv, inputs, cxm::retention_per_year, 497));
    const auto best = solve(clv, inputs, cxm::retention_per_year, 5000);
    CHECK_FALSE(best.reached);
    CHECK(best.input == 1);
    CHECK(near(best.comes_to.value, 1100, 1e-9));
}

TEST_CASE("the answer holds, and one step less does not") {
    for (double target = -60; target < 90; target += 7.3) {
        CHECK(is_tight(cxm::nps, {20, 170, 31}, cxm::promoters, target));
    }
    for (double target = 1.1; target < 40; target *= 1.3) {
        CHECK(is_tight(cxm::cac, {5000, 100}, cxm::acquisition_cost, target));
        CHECK(is_tight(cxm::cac, {5000, 100}, cxm::customers_new, target));
    }
}

TEST_CASE("a metric that rises and falls again is met on its near side") {
    const cxm::metric hill{
        .key = "hill", .title = "", .meaning = "", .value = cxm::visitors * (100.0 - cxm::visitors) / cxm::clicks};
    CHECK(solve(hill, numbers{0, 1}, cxm::visitors, 2000).input == 28);
    CHECK(solve(hill, numbers{100, 1}, cxm::visitors, 2000).input == 72);
    CHECK_FALSE(solve(hill, numbers{0, 1}, cxm::visitors, 2501).reached);
}

TEST_CASE("an input without effect reaches nothing") {
    const cxm::metric flat{.key = "flat", .title = "", .meaning = "", .value = cxm::clicks + 0.0 * cxm::visitors};
    const auto best = solve(flat, numbers{5, 10}, cxm::visitors, 6);
    CHECK_FALSE(best.reached);
    CHECK(best.comes_to.value == 5);
    CHECK(best.change == 0);
    CHECK_FALSE(best.endless);
}

TEST_CASE("other inputs must be given, and legal") {
    const auto lacks = solve(cxm::churn, numbers{50, not_given}, cxm::customers_lost, 0.05);
    CHECK_FALSE(lacks.reached);
    CHECK(lacks.comes_to.is == cxm::status::missing);
    CHECK_THROWS_AS(solve(cxm::churn, numbers{50, 1000}, cxm::clicks, 0.05), std::invalid_argument);
    CHECK_THROWS_AS(solve(cxm::churn, numbers{1001, 1000}, cxm::customers_lost, 0.05), std::invalid_argument);
    CHECK_THROWS_AS(solve(cxm::churn, numbers{50, 1000}, cxm::customers_lost, not_given), std::invalid_argument);
}

TEST_CASE("a cost is never solved to less than nothing") {
    const auto best =
        solve(cxm::cac, {cxm::acquisition_cost = 12000, cxm::customers_new = 240}, cxm::acquisition_cost, -5);
    CHECK_FALSE(best.reached);
    CHECK(best.input == 0);
    CHECK(best.comes_to.value == 0);
}

TEST_CASE("every metric is solved for every input, by no more than a change that is known to do") {
    for (const cxm::metric* m : cxm::all_metrics()) {
        const auto of = m->value.inputs();
        const numbers example(m->example.inputs.begin(), m->example.inputs.end());
        for (std::size_t i = 0; i < of.size(); ++i) {
            for (const double factor : {0.8, 1.0, 1.25}) {
                numbers changed = example;
                changed[i] = std::round(example[i] * factor * 100) / 100;
                changed[i] = cxm::is_count(of[i]->of) ? std::round(changed[i]) : changed[i];
                const auto known = evaluate(m->value, changed);
                if (!known.ok() || !cxm::are_legal(*m, changed) || !cxm::are_legal(*m, example)) {
                    continue;
                }
                INFO(m->key << " by " << of[i]->key << " times " << factor);
                const auto found = solve(*m, example, *of[i], known.value);
                CHECK(found.reached);
                CHECK(cxm::reaches(found.comes_to.value, known.value, m->better));
                CHECK(std::fabs(found.change) <= std::fabs(changed[i] - example[i]) + 1e-9);
                numbers there = example;
                there[i] = found.input;
                CHECK(cxm::are_legal(*m, there));
                CHECK(evaluate(m->value, there).value == found.comes_to.value);
            }
        }
    }
}
