#include <cxm/attribution.hpp>

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <vector>

#include "attribution/paths.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using counts = std::vector<std::uint64_t>;

std::vector<touch_path> larger_example() {
    auto paths = example_paths();
    for (touch_path& path : paths) {
        path.conversions *= 8;
        path.nulls *= 8;
    }
    return paths;
}

}  // namespace

TEST_CASE("the share of direct in 136 conversions is 45 %, by chance anything from 40 to 50 %") {
    const auto made = attribution_bootstrap(larger_example(), 4, {});
    REQUIRE(made.channels.size() == 4);
    CHECK(made.resamples == 1000);
    CHECK(near(made.channels[0].share.low, 0.399, 0.004));
    CHECK(near(made.channels[0].share.high, 0.494, 0.004));
    CHECK(near(made.channels[0].share_error, 0.0244, 0.0012));
    CHECK(near(made.channels[0].conversions_error, 5.8, 0.3));
    CHECK(made.channels[0].share.method == "percentile");
}

TEST_CASE("the same seed gives the same limits, another one others") {
    const auto low = [](std::uint64_t seed) {
        return attribution_bootstrap(larger_example(), 4, {}, {.resamples = 50, .seed = seed}).channels[0].share.low;
    };
    CHECK(low(1) == low(1));
    CHECK(low(1) != low(2));
}

TEST_CASE("what a seed draws is the same on every machine") {
    detail::exact_draws draws(1);
    CHECK(draws.heads(1000) == 475);
    CHECK(draws.successes(1000, 1, 3) == 331);
    CHECK(draws.again(counts{5, 0, 20, 75}) == counts{5, 0, 18, 77});
    CHECK(draws.again(counts{50, 0, 200, 750}) == counts{55, 0, 213, 732});
    CHECK(detail::mixed_seed(1, 0) == 0x910A2DEC89025CC1);
}

TEST_CASE("successes have the mean and the spread of a binomial variable, at the ends too") {
    detail::exact_draws draws(3);
    CHECK(draws.successes(50, 0, 9) == 0);
    CHECK(draws.successes(50, 9, 9) == 50);
    CHECK(draws.successes(0, 1, 9) == 0);
    CHECK(draws.heads(0) == 0);
    for (const auto& [n, part, whole] : {std::tuple(7u, 1u, 2u), std::tuple(100u, 1u, 1000u),
                                         std::tuple(1000u, 999u, 1001u), std::tuple(130u, 5u, 13u)}) {
        const double p = static_cast<double>(part) / whole;
        double sum = 0;
        double squares = 0;
        constexpr int times = 20000;
        for (int i = 0; i < times; ++i) {
            const auto x = static_cast<double>(draws.successes(n, part, whole)) - n * p;
            sum += x;
            squares += x * x;
        }
        const double variance = n * p * (1 - p);
        CHECK(std::fabs(sum / times) < 4 * std::sqrt(variance / times));
        CHECK(near_in_parts(squares / times, variance, 0.06));
    }
}

TEST_CASE("a resample has as many journeys as there were, and each of them in its proportion") {
    const counts journeys{0, 1, 10, 100, 0, 39, 850};
    detail::exact_draws draws(5);
    std::vector<double> sums(journeys.size());
    double cross = 0;
    constexpr int times = 4000;
    for (int i = 0; i < times; ++i) {
        const counts drawn = draws.again(journeys);
        CHECK(std::accumulate(drawn.begin(), drawn.end(), std::uint64_t{0}) == 1000);
        for (std::size_t at = 0; at < drawn.size(); ++at) {
            sums[at] += static_cast<double>(drawn[at]);
        }
        cross += (static_cast<double>(drawn[3]) - 100) * (static_cast<double>(drawn[6]) - 850);
    }
    for (std::size_t at = 0; at < sums.size(); ++at) {
        const auto mean = static_cast<double>(journeys[at]);
        CHECK(std::fabs(sums[at] / times - mean) <= 4 * std::sqrt(mean / times));
    }
    CHECK(near(cross / times, -1000 * 0.1 * 0.85, 8));
    CHECK(draws.again({}).empty());
}

TEST_CASE("one resample can be asked for by its number, whatever was drawn before") {
    const auto paths = larger_example();
    const attributor model(paths, 4, {.model = attribution_model::last});
    const auto journeys = detail::journeys_of(paths);
    const auto seventh = resampled_attribution(model, journeys, 1, 7).conversions;
    CHECK(resampled_attribution(model, journeys, 1, 8).conversions != seventh);
    CHECK(resampled_attribution(model, journeys, 1, 7).conversions == seventh);
}

TEST_CASE("a resample without conversions has no share and does not count; without any there are no limits") {
    const std::vector<touch_path> rare{{{0}, 1, 3}, {{1}, 0, 2}};
    const auto made = attribution_bootstrap(rare, 2, {.model = attribution_model::first});
    CHECK(made.resamples > 500);
    CHECK(made.resamples < 900);
    CHECK(made.channels[0].share.low == 1);
    const auto none = attribution_bootstrap(std::vector<touch_path>{{{0}, 0, 3}}, 1, {});
    CHECK(none.channels.empty());
    CHECK(none.why == "there are no conversions");
}

TEST_CASE("every model can be resampled, time decay by the mean credit of each path") {
    auto paths = larger_example();
    for (touch_path& path : paths) {
        set_ages(path, std::vector<double>(path.touches.size(), 2), 7);
    }
    for (int model = 0; model < 9; ++model) {
        const auto made = attribution_bootstrap(
            paths, 4, {.model = static_cast<attribution_model>(model), .direct = {0}}, {.resamples = 40});
        REQUIRE(made.channels.size() == 4);
        for (const credit_limits& limits : made.channels) {
            CHECK(limits.share.low <= limits.share.high);
        }
    }
}

TEST_CASE("parts of journeys, no resamples and levels of 1 are refused") {
    CHECK_THROWS_AS(attribution_bootstrap(std::vector<touch_path>{{{0}, 1.5}}, 1, {}), std::invalid_argument);
    CHECK_THROWS_AS(attribution_bootstrap(larger_example(), 4, {}, {.resamples = 0}), std::invalid_argument);
    CHECK_THROWS_AS(attribution_bootstrap(larger_example(), 4, {}, {.level = 1}), std::invalid_argument);
}
