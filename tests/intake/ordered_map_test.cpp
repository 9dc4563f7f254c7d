#include "intake/ordered_map.hpp"

#include <atomic>
#include <stdexcept>
#include <thread>

#include "catch.hpp"

using namespace cxm;

namespace {

/// The numbers from 0 up to `count`, one a call.
auto up_to(int count) {
    return [i = 0, count]() mutable { return i < count ? std::optional(i++) : std::nullopt; };
}

}  // namespace

TEST_CASE("results are taken in the order of the items, one at a time") {
    for (unsigned threads = 0; threads <= 5; ++threads) {
        for (const int count : {0, 1, 2, 3, 500}) {
            std::vector<int> taken;
            std::atomic<int> at_once = 0;
            ordered_map(
                threads, up_to(count), [](int i) { return i * i; },
                [&](int square) {
                    REQUIRE(at_once++ == 0);
                    taken.push_back(square);
                    --at_once;
                });
            REQUIRE(taken.size() == static_cast<std::size_t>(count));
            for (int i = 0; i < count; ++i) {
                CHECK(taken[static_cast<std::size_t>(i)] == i * i);
            }
        }
    }
}

TEST_CASE("the first failure in the order of the items is the one that is thrown") {
    for (unsigned threads = 1; threads <= 4; ++threads) {
        for (int repeat = 0; repeat < 50; ++repeat) {
            int taken = 0;
            const auto work = [](int i) {
                if (i >= 10 && i % 2 == 0) {
                    throw std::runtime_error(std::to_string(i));
                }
                return i;
            };
            CHECK_THROWS_WITH(ordered_map(threads, up_to(100), work, [&](int) { ++taken; }), "10");
            CHECK(taken == 10);
        }
    }
}

TEST_CASE("a failure to read on comes behind what was read before") {
    for (unsigned threads = 1; threads <= 3; ++threads) {
        for (const int good : {0, 1, 2, 20}) {
            int taken = 0;
            const auto next = [i = 0, good]() mutable -> std::optional<int> {
                if (i == good) {
                    throw std::runtime_error("unreadable");
                }
                return i++;
            };
            CHECK_THROWS_WITH(ordered_map(
                                  threads, next, [](int i) { return i; }, [&](int) { ++taken; }),
                              "unreadable");
            CHECK(taken == good);
        }
    }
}

TEST_CASE("a failure to take ends the work") {
    CHECK_THROWS_WITH(ordered_map(
                          3, up_to(1000000), [](int i) { return i; }, [](int) { throw std::runtime_error("full"); }),
                      "full");
}

TEST_CASE("no more items than a few a thread are under way") {
    std::atomic<int> begun = 0;
    int taken = 0;
    int most = 0;
    const auto next = [&]() -> std::optional<int> { return begun < 1000 ? std::optional(begun++) : std::nullopt; };
    ordered_map(
        2, next, [](int i) { return i; }, [&](int) { most = std::max(most, begun - ++taken); });
    CHECK(taken == 1000);
    CHECK(most <= 10);
}
