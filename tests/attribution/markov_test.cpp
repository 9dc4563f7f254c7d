#include <cxm/attribution.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <stdexcept>
#include <vector>

#include "attribution/paths.hpp"
#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using window = std::vector<std::uint32_t>;

/// The chain of the definition, by name, and what converts of it when journeys are sent on step by step.
class named_chain {
public:
    named_chain(const std::vector<touch_path>& paths, std::size_t order) {
        for (const touch_path& path : paths) {
            const double journeys = path.conversions + path.nulls;
            const auto n = path.touches.size();
            window last;
            for (std::size_t first = 0; first == 0 || first + order <= n; ++first) {
                const auto begin = path.touches.begin() + static_cast<std::ptrdiff_t>(first);
                const window now(begin, begin + static_cast<std::ptrdiff_t>(std::min(order, n)));
                (first == 0 ? started_[now] : onward_[last][now]) += journeys;
                total_[now] += journeys;
                last = now;
            }
            converted_[last] += path.conversions;
            value_[last] += path.value;
        }
    }

    detail::removal left_without(std::uint32_t channel) const {
        detail::removal kept;
        std::map<window, double> waiting = started_;
        for (double left = 1; left > 1e-13;) {
            left = 0;
            std::map<window, double> next;
            for (const auto& [at, journeys] : waiting) {
                if (std::find(at.begin(), at.end(), channel) != at.end() || total_.at(at) == 0) {
                    continue;
                }
                const double each = journeys / total_.at(at);
                kept.conversions += each * value_or_none(converted_, at);
                kept.value += each * value_or_none(value_, at);
                if (onward_.contains(at)) {
                    for (const auto& [to, passed] : onward_.at(at)) {
                        next[to] += each * passed;
                        left += each * passed;
                    }
                }
            }
            waiting = std::move(next);
        }
        return kept;
    }

private:
    std::map<window, double> started_, total_, converted_, value_;
    std::map<window, std::map<window, double>> onward_;

    static double value_or_none(const std::map<window, double>& of, const window& at) {
        const auto its = of.find(at);
        return its == of.end() ? 0 : its->second;
    }
};

}  // namespace

TEST_CASE("of C1 > C2 > C3 and two journeys that fail, C1 carries half of what C2 and C3 do") {
    const std::vector<touch_path> paths{{{0, 1, 2}, 1, 0, 1}, {{0}, 0, 1}, {{1, 2}, 0, 1}};
    const attribution made = attribute(paths, 3, {});
    REQUIRE(made.removal_effect.size() == 3);
    CHECK(near(made.removal_effect[0], 0.5, 1e-15));
    CHECK(near(made.removal_effect[1], 1, 1e-15));
    CHECK(near(made.conversions[0], 0.2, 1e-15));
    CHECK(near(made.conversions[2], 0.4, 1e-15));
    CHECK(near(*made.p_conversion, 1.0 / 3, 1e-15));
}

TEST_CASE("removal effects are those of journeys sent on step by step, at any order, solved either way") {
    for (const std::size_t order : {1u, 2u, 3u, 9u}) {
        const auto paths = random_paths(60, 7, 4, order);
        const named_chain named(paths, order);
        const detail::touch_chain chain(paths, 4, order);
        const detail::chain_flows flows = chain.flows(outcomes_of(paths));
        const detail::dense_removals dense(chain, flows);
        const detail::pushed_removals pushed(chain, flows);
        const attribution made = attribute(paths, 4, {.order = order});
        for (std::uint32_t channel = 0; channel < 4; ++channel) {
            const detail::removal kept = named.left_without(channel);
            INFO("order " << order << " channel " << channel);
            CHECK(near_in_parts(dense.of(channel).conversions, flows.conversions - kept.conversions, 1e-11));
            CHECK(near_in_parts(dense.of(channel).value, flows.total_value - kept.value, 1e-11));
            CHECK(near_in_parts(pushed.of(channel).conversions, flows.conversions - kept.conversions, 1e-11));
            CHECK(near_in_parts(pushed.of(channel).value, flows.total_value - kept.value, 1e-11));
            CHECK(near(made.removal_effect[channel], 1 - kept.conversions / flows.conversions, 1e-12));
        }
    }
}

TEST_CASE("a chain of thousands of states is solved to the last digits too") {
    const auto paths = random_paths(3000, 6, 20, 5);
    const detail::touch_chain chain(paths, 20, 3);
    CHECK(chain.states() > 3000);
    const detail::chain_flows flows = chain.flows(outcomes_of(paths));
    const named_chain named(paths, 3);
    CHECK(near_in_parts(detail::pushed_removals(chain, flows).of(3).conversions,
                        flows.conversions - named.left_without(3).conversions, 1e-11));
    const attribution made = attribute(paths, 20, {.order = 3});
    CHECK(near_in_parts(made.removal_effect[3] * flows.conversions,
                        flows.conversions - named.left_without(3).conversions, 1e-11));
}

TEST_CASE("journeys that go to and fro ten thousand times come to an end") {
    std::vector<std::uint32_t> long_path;
    for (std::uint32_t i = 0; i < 20000; ++i) {
        long_path.push_back(i % 2);
    }
    long_path.push_back(2);
    const std::vector<touch_path> paths{{long_path, 1, 0, 5}, {{0, 2}, 0, 1}, {{2}, 1, 1, 5}, {{1}, 0, 1}};
    const detail::touch_chain chain(paths, 3, 1);
    const detail::chain_flows flows = chain.flows(outcomes_of(paths));
    for (std::size_t channel = 0; channel < 3; ++channel) {
        CHECK(near_in_parts(detail::dense_removals(chain, flows).of(channel).conversions,
                            detail::pushed_removals(chain, flows).of(channel).conversions, 1e-9));
    }
}

TEST_CASE("dropping repeats of a touch changes nothing at order 1") {
    const std::vector<touch_path> repeated{{{0, 0, 1, 1, 1, 0}, 4, 3, 40}, {{1, 1}, 1, 9, 10}, {{2, 1}, 2, 2, 20}};
    const std::vector<touch_path> plain{{{0, 1, 0}, 4, 3, 40}, {{1}, 1, 9, 10}, {{2, 1}, 2, 2, 20}};
    const attribution one = attribute(repeated, 3, {});
    const attribution other = attribute(plain, 3, {});
    for (std::size_t channel = 0; channel < 3; ++channel) {
        CHECK(near(one.removal_effect[channel], other.removal_effect[channel], 1e-14));
        CHECK(near(one.removal_effect_value[channel], other.removal_effect_value[channel], 1e-14));
    }
}

TEST_CASE(
    "where the order is that of the longest path, a removal effect is the share of conversions with the channel") {
    const attribution made = attribute(example_paths(), 4, {.order = 4});
    CHECK(near(made.removal_effect[0], 12.0 / 17, 1e-14));
    CHECK(near(made.removal_effect[1], 10.0 / 17, 1e-14));
    CHECK(near(made.removal_effect[2], 6.0 / 17, 1e-14));
    CHECK(near(made.removal_effect[3], 3.0 / 17, 1e-14));
}

TEST_CASE("conversions without a value give shares of conversions and no value") {
    const std::vector<touch_path> paths{{{0, 1}, 2, 1}, {{1}, 1, 1}};
    const attribution made = attribute(paths, 2, {});
    CHECK(near(made.conversions[0] + made.conversions[1], 3, 1e-14));
    CHECK(made.value == std::vector<double>{0, 0});
    CHECK(made.removal_effect_value == std::vector<double>{0, 0});
}

TEST_CASE("order 0, and orders with too many states, are refused") {
    CHECK_THROWS_AS(attribute(example_paths(), 4, {.order = 0}), std::invalid_argument);
    CHECK_THROWS_AS(attribute(example_paths(), 4, {.order = 40}), std::invalid_argument);
    CHECK_NOTHROW(attribute(example_paths(), 4, {.order = 20}));
    std::vector<std::uint32_t> touches(200'001);
    std::iota(touches.begin(), touches.end(), 0);
    CHECK_THROWS_AS(attribute(std::vector<touch_path>{{touches, 1}}, touches.size(), {}), std::invalid_argument);
}
