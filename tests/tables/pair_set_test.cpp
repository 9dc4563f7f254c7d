#include "tables/pair_set.hpp"

#include <random>
#include <set>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

/// Adds random pairs, some of them again and again; gives how many numbers each owner has.
std::vector<std::uint64_t> fill(pair_set& pairs, std::uint32_t owners, std::uint32_t numbers, int times) {
    std::mt19937 random(owners);
    std::set<std::pair<std::uint32_t, std::uint32_t>> different;
    for (int i = 0; i < times; ++i) {
        const std::uint32_t owner = static_cast<std::uint32_t>(random() % owners);
        const std::uint32_t number = static_cast<std::uint32_t>(random() % numbers);
        pairs.add(owner, number);
        different.emplace(owner, number);
    }
    std::vector<std::uint64_t> expected(owners);
    for (const auto& [owner, number] : different) {
        ++expected[owner];
    }
    return expected;
}

std::vector<std::uint64_t> counted(const pair_set& pairs, std::size_t owners) {
    std::vector<std::uint64_t> numbers(owners);
    pairs.count(numbers);
    return numbers;
}

}  // namespace

TEST_CASE("pairs are told apart, be the numbers of an owner few or many") {
    struct shape {
        std::uint32_t owners;
        std::uint32_t numbers;
    };
    for (const shape& s : {shape{1, 1}, {1, 70}, {1, 100000}, {3, 10000}, {70, 1000}, {1000, 1000000}, {30000, 3}}) {
        for (const int times : {1, 20, 300, 20000}) {
            INFO(s.owners << " owners, " << s.numbers << " numbers, " << times << " times");
            memory_budget budget(0);
            pair_set pairs(budget);
            const auto expected = fill(pairs, s.owners, s.numbers, times);
            CHECK(counted(pairs, s.owners) == expected);
        }
    }
}

TEST_CASE("the first and the last pair that there can be are like any other") {
    memory_budget budget(0);
    pair_set pairs(budget);
    for (int twice = 0; twice < 2; ++twice) {
        pairs.add(0, 0);
        pairs.add(2, ~std::uint32_t{0});
        pairs.add(2, 0);
    }
    CHECK(counted(pairs, 3) == std::vector<std::uint64_t>{1, 0, 2});
}

TEST_CASE("many numbers in common take bits, others no more than a pair each") {
    memory_budget small(1500000);
    pair_set dense(small);
    for (std::uint32_t number = 0; number < 10000; ++number) {
        for (std::uint32_t owner = 0; owner < 100; ++owner) {
            dense.add(owner, number);
        }
    }
    CHECK(counted(dense, 100) == std::vector<std::uint64_t>(100, 10000));

    memory_budget larger(3500000);
    pair_set sparse(larger);
    const auto expected = fill(sparse, 50000, 1000000, 100000);
    CHECK(counted(sparse, 50000) == expected);
}

TEST_CASE("pairs stop at the memory they are given, also once they are bits") {
    memory_budget small(1000000);
    pair_set sparse(small);
    CHECK_THROWS_AS(fill(sparse, 50000, 1000000, 100000), bad_input);

    memory_budget smaller(200000);
    pair_set dense(smaller);
    CHECK_THROWS_AS(fill(dense, 100, 10000, 1000000), bad_input);
}
