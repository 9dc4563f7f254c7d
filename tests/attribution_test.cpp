#include <cxm/attribution.hpp>

#include <algorithm>
#include <numeric>
#include <random>
#include <stdexcept>
#include <vector>

#include "attribution/paths.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

std::vector<double> credit(attribution_model model) {
    return attribute(example_paths(), 4, {.model = model}).conversions;
}

bool all_near(const std::vector<double>& got, const std::vector<double>& expected, double tolerance) {
    return std::equal(got.begin(), got.end(), expected.begin(), expected.end(),
                      [&](double a, double b) { return near(a, b, tolerance); });
}

double sum(const std::vector<double>& all) { return std::accumulate(all.begin(), all.end(), 0.0); }

constexpr attribution_model every_model[] = {
    attribution_model::first,   attribution_model::last,     attribution_model::last_non_direct,
    attribution_model::linear,  attribution_model::position, attribution_model::time_decay,
    attribution_model::shapley, attribution_model::markov,   attribution_model::shapley_rate};

}  // namespace

TEST_CASE("17 conversions of direct, email, search and social are divided as each model says") {
    CHECK(credit(attribution_model::first) == std::vector<double>{4, 7, 5, 1});
    CHECK(credit(attribution_model::last) == std::vector<double>{12, 2, 3, 0});
    CHECK(all_near(credit(attribution_model::linear), {7.25, 4.583, 3.833, 1.333}, 5e-4));
    CHECK(all_near(credit(attribution_model::position), {7.7, 4.4, 3.9, 1}, 1e-14));
    CHECK(all_near(credit(attribution_model::markov), {7.601, 3.549, 3.991, 1.859}, 5e-4));
    CHECK(all_near(credit(attribution_model::shapley), {7.5, 4.5, 3.5, 1.5}, 1e-14));
    CHECK(all_near(credit(attribution_model::shapley_rate), {11.16, 5.36, 3.42, -2.95}, 6e-3));
}

TEST_CASE("credit adds up to the conversions and to their value by every model") {
    auto paths = random_paths(40, 6, 7, 1);
    for (touch_path& path : paths) {
        set_ages(path, std::vector<double>(path.touches.size(), 3), 7);
    }
    double conversions = 0;
    double value = 0;
    for (const touch_path& path : paths) {
        conversions += path.conversions;
        value += path.value;
    }
    for (const attribution_model model : every_model) {
        const attribution made = attribute(paths, 7, {.model = model, .direct = {2, 3}});
        INFO(static_cast<int>(model));
        CHECK(near_in_parts(sum(made.conversions), conversions, 1e-12));
        CHECK(near_in_parts(sum(made.value), value, 1e-12));
        CHECK(made.why.empty());
    }
}

TEST_CASE("on paths of one touch all models agree but that of rates") {
    std::vector<touch_path> paths{{{0}, 3, 10, 30}, {{1}, 5, 2, 20}, {{2}, 0, 4}};
    for (touch_path& path : paths) {
        set_ages(path, std::vector<double>{0}, 7);
    }
    for (const attribution_model model : every_model) {
        const auto made = attribute(paths, 3, {.model = model}).conversions;
        CHECK(all_near(made, {3, 5, 0}, 1e-12) == (model != attribution_model::shapley_rate));
    }
}

TEST_CASE("the last touch that is not direct gets all, a path of direct touches alone credits the last") {
    const std::vector<touch_path> paths{{{0, 1, 2, 2}, 1}, {{2, 3}, 1}, {{3, 2}, 10}};
    const auto made = attribute(paths, 4, {.model = attribution_model::last_non_direct, .direct = {2, 3}});
    CHECK(made.conversions == std::vector<double>{0, 1, 10, 1});
}

TEST_CASE("position gives one touch all, and two touches half the middle each") {
    const auto of = [](std::vector<std::uint32_t> touches) {
        const std::vector<touch_path> paths{{std::move(touches), 1}};
        return attribute(paths, 5, {.model = attribution_model::position, .weights = {0.5, 0.3, 0.2}}).conversions;
    };
    CHECK(of({1}) == std::vector<double>{0, 1, 0, 0, 0});
    CHECK(all_near(of({1, 2}), {0, 0.65, 0.35, 0, 0}, 1e-15));
    CHECK(all_near(of({1, 2, 3, 4}), {0, 0.5, 0.15, 0.15, 0.2}, 1e-15));
}

TEST_CASE("time decay halves with every half-life, however old all touches are") {
    CHECK(all_near(decay_weights(std::vector<double>{7, 0}, 7), {1.0 / 3, 2.0 / 3}, 1e-15));
    CHECK(all_near(decay_weights(std::vector<double>{1e6 + 7, 1e6}, 7), {1.0 / 3, 2.0 / 3}, 1e-9));
    CHECK(decay_weights(std::vector<double>{5e9, 0}, 7) == std::vector<double>{0, 1});
    CHECK(decay_weights({}, 7).empty());
    std::vector<touch_path> paths{{{0, 1}, 3, 1, 90}};
    set_ages(paths[0], std::vector<double>{14, 7}, 7);
    const auto made = attribute(paths, 2, {.model = attribution_model::time_decay});
    CHECK(all_near(made.conversions, {1, 2}, 1e-14));
    CHECK(all_near(made.value, {30, 60}, 1e-12));
}

TEST_CASE("Shapley's values of rates are those of all orders in which channels can come") {
    for (const std::uint64_t seed : {1u, 2u, 3u}) {
        const auto paths = random_paths(12, 4, 5, seed);
        std::vector<std::size_t> order{0, 1, 2, 3, 4};
        std::vector<double> expected(5);
        double journeys = 0;
        for (const touch_path& path : paths) {
            journeys += path.conversions + path.nulls;
        }
        do {
            double before = 0;
            for (std::size_t n = 1; n <= 5; ++n) {
                double won = 0;
                double inside = 0;
                for (const touch_path& path : paths) {
                    const bool is_inside = std::all_of(path.touches.begin(), path.touches.end(), [&](auto channel) {
                        return std::find(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(n), channel) !=
                               order.begin() + static_cast<std::ptrdiff_t>(n);
                    });
                    won += is_inside ? path.conversions : 0;
                    inside += is_inside ? path.conversions + path.nulls : 0;
                }
                const double worth = inside > 0 ? won / inside * journeys : 0;
                expected[order[n - 1]] += (worth - before) / 120;
                before = worth;
            }
        } while (std::next_permutation(order.begin(), order.end()));
        CHECK(all_near(attribute(paths, 5, {.model = attribution_model::shapley_rate}).conversions, expected, 1e-10));
    }
}

TEST_CASE("channels without a touch get nothing, and do not count among the 15 of the rates") {
    std::vector<touch_path> paths;
    for (std::uint32_t channel = 0; channel < 15; ++channel) {
        paths.push_back({{100 + channel}, 1.0 + channel, 5});
    }
    const auto made = attribute(paths, 200, {.model = attribution_model::shapley_rate});
    CHECK(made.conversions[0] == 0);
    CHECK(near_in_parts(sum(made.conversions), 120, 1e-12));
    paths.push_back({{7}, 1, 1});
    CHECK_THROWS_AS(attribute(paths, 200, {.model = attribution_model::shapley_rate}), std::invalid_argument);
}

TEST_CASE("without a conversion there is nothing to divide, by any model") {
    std::vector<touch_path> paths{{{0, 1}, 0, 7}};
    set_ages(paths[0], std::vector<double>{1, 0}, 7);
    for (const attribution_model model : every_model) {
        const attribution made = attribute(paths, 2, {.model = model});
        CHECK(made.why == "there are no conversions");
        CHECK(made.conversions.empty());
        CHECK(made.value.empty());
        CHECK(attribute({}, 2, {.model = model}).why == "there are no conversions");
    }
}

TEST_CASE("paths without touches, channels, counts and weights out of range, and decay without ages are refused") {
    const auto refused = [](std::vector<touch_path> paths, const attribution_rules& rules) {
        CHECK_THROWS_AS(attribute(paths, 2, rules), std::invalid_argument);
    };
    refused({{{}, 1}}, {});
    refused({{{2}, 1}}, {});
    refused({{{0}, -1}}, {});
    refused({{{0}, 1, -1}}, {});
    refused({{{0}, 1, 0, -5}}, {});
    refused({{{0}, not_given}}, {});
    refused({{{0}, 1}}, {.model = attribution_model::position, .weights = {0.4, 0.3, 0.4}});
    refused({{{0}, 1}}, {.model = attribution_model::position, .weights = {-0.4, 1, 0.4}});
    refused({{{0}, 1}}, {.model = attribution_model::time_decay});
    CHECK_THROWS_AS(decay_weights(std::vector<double>{-1.0}, 7), std::invalid_argument);
    CHECK_THROWS_AS(decay_weights(std::vector<double>{1.0}, 0), std::invalid_argument);
    touch_path path{{0, 1}, 1};
    CHECK_THROWS_AS(set_ages(path, std::vector<double>{1.0}, 7), std::invalid_argument);
}
