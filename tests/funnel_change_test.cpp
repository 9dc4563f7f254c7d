#include <cxm/funnel.hpp>

#include <random>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using counts = std::vector<std::uint64_t>;

double sum_of_effects(const funnel_change& of) {
    double sum = 0;
    for (const step_change& step : of.steps) {
        sum += step.effect;
    }
    return sum;
}

/// How many of n pass each of some steps.
counts any_funnel(std::mt19937_64& draw, std::uint64_t n, const std::vector<double>& shares) {
    counts reached{n};
    for (const double share : shares) {
        reached.push_back(std::binomial_distribution<std::uint64_t>(reached.back(), share)(draw));
    }
    return reached;
}

}  // namespace

TEST_CASE("two shares that change divide what their product gains by the mean of both orders") {
    // .5 x .4 = .2, then .6 x .5 = .3: the first adds .1 x .4 or .1 x .5, the second .1 x .5 or .1 x .6.
    const funnel_change made = compare_funnels(counts{1000, 500, 200}, counts{1000, 600, 300});
    CHECK(std::fabs(made.steps[0].effect - 0.045) < 1e-12);
    CHECK(std::fabs(made.steps[1].effect - 0.055) < 1e-12);
    CHECK(std::fabs(made.change - 0.1) < 1e-12);
    CHECK(made.mover() == 1);
}

TEST_CASE("effects add up to the change, for any number of steps") {
    std::mt19937_64 draw(7);
    for (std::size_t steps = 1; steps < 32; ++steps) {
        std::vector<double> shares;
        std::vector<double> others;
        for (std::size_t i = 0; i < steps; ++i) {
            shares.push_back(0.7 + 0.3 * static_cast<double>(draw() % 100) / 100);
            others.push_back(0.7 + 0.3 * static_cast<double>(draw() % 100) / 100);
        }
        const funnel_change made = compare_funnels(any_funnel(draw, 100000, shares), any_funnel(draw, 90000, others));
        CHECK(std::fabs(sum_of_effects(made) - made.change) < 1e-12);
    }
}

TEST_CASE("a step that nobody came to on one side has no effect") {
    const funnel_change made = compare_funnels(counts{10, 0, 0}, counts{10, 5, 1});
    CHECK(!made.steps[1].before);
    CHECK(made.steps[1].effect == 0);
    CHECK(std::fabs(made.steps[0].effect - 0.1) < 1e-15);
    CHECK(made.mover() == 0);
    const funnel_change none = compare_funnels(counts{10, 0, 0}, counts{20, 0, 0});
    CHECK(none.change == 0);
    CHECK(!none.mover());
    CHECK(compare_funnels(counts{10, 0}, counts{20, 0}).steps[0].effect_limits.low < 0);
}

TEST_CASE("limits of an effect hold it about as often as they say") {
    std::mt19937_64 draw(11);
    const std::vector<double> before{0.6, 0.5, 0.3};
    const std::vector<double> after{0.55, 0.5, 0.4};
    // The effects of the shares themselves, of many people.
    counts many_before{1000000000};
    counts many_after{1000000000};
    for (std::size_t i = 0; i < 3; ++i) {
        many_before.push_back(static_cast<std::uint64_t>(static_cast<double>(many_before.back()) * before[i]));
        many_after.push_back(static_cast<std::uint64_t>(static_cast<double>(many_after.back()) * after[i]));
    }
    const funnel_change truth = compare_funnels(many_before, many_after);
    constexpr int tries = 2000;
    int held[3] = {};
    for (int i = 0; i < tries; ++i) {
        const funnel_change made = compare_funnels(any_funnel(draw, 300, before), any_funnel(draw, 400, after));
        for (std::size_t step = 0; step < 3; ++step) {
            const interval& limits = made.steps[step].effect_limits;
            held[step] += limits.low <= truth.steps[step].effect && truth.steps[step].effect <= limits.high ? 1 : 0;
        }
    }
    for (const int times : held) {
        CHECK(times > 0.935 * tries);
        CHECK(times < 0.97 * tries);
    }
}

TEST_CASE("funnels of different steps, that rise, or that nobody entered are refused") {
    CHECK_THROWS_AS(compare_funnels(counts{10, 5}, counts{10, 5, 1}), std::invalid_argument);
    CHECK_THROWS_AS(compare_funnels(counts{10, 11}, counts{10, 5}), std::invalid_argument);
    CHECK_THROWS_AS(compare_funnels(counts{0, 0}, counts{10, 5}), std::invalid_argument);
    CHECK_THROWS_AS(compare_funnels(counts{10}, counts{10}), std::invalid_argument);
}
