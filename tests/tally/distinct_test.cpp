#include "tally/distinct.hpp"

#include <cstring>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "catch.hpp"
#include "tables/hash.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

using text_of_owner = std::pair<std::uint32_t, std::string>;

/// How many different texts each owner has.
std::vector<std::uint64_t> expected_of(const std::vector<text_of_owner>& given, std::uint32_t owners) {
    const std::set<text_of_owner> different(given.begin(), given.end());
    std::vector<std::uint64_t> expected(owners);
    for (const auto& [owner, text] : different) {
        ++expected[owner];
    }
    return expected;
}

std::vector<std::uint64_t> counted(const std::vector<text_of_owner>& given, std::uint32_t owners, std::size_t threads) {
    memory_budget budget(0);
    distinct_set set(budget);
    std::vector<std::thread> crew;
    for (std::size_t first = 0; first < threads; ++first) {
        crew.emplace_back([&, first] {
            distinct_inlet inlet(set);
            for (std::size_t i = first; i < given.size(); i += threads) {
                const std::string readable = given[i].second + std::string(16, '?');
                inlet.add(given[i].first, std::string_view(readable).substr(0, given[i].second.size()));
            }
            inlet.flush();
        });
    }
    for (std::thread& each : crew) {
        each.join();
    }
    return set.count(owners);
}

}  // namespace

TEST_CASE("texts of any length are told apart, also where all but their last byte is the same") {
    std::mt19937 random(11);
    std::vector<text_of_owner> given;
    for (int i = 0; i < 200000; ++i) {
        std::string text(random() % 41, 'x');
        for (std::size_t last = text.size(); last-- > 0 && random() % 3 != 0;) {
            text[last] = static_cast<char>('a' + random() % 26);
        }
        given.emplace_back(random() % 3, text);
    }
    for (const std::size_t threads : {1u, 2u, 7u}) {
        CHECK(counted(given, 3, threads) == expected_of(given, 3));
    }
}

TEST_CASE("a text counts once for each of its owners, be they one, some or all") {
    for (const std::uint32_t owners : {1u, 2u, 72u, 20000u}) {
        std::mt19937 random(owners);
        std::vector<text_of_owner> given;
        for (std::uint32_t i = 0; i < 100000; ++i) {
            const std::string text = std::to_string(random() % 5000);
            given.emplace_back(random() % owners, i % 2 == 0 ? text : text + "@example.com");
            given.emplace_back(i % owners, std::to_string(i) + " of one owner");
        }
        const auto expected = expected_of(given, owners);
        INFO(owners << " owners");
        for (const std::size_t threads : {1u, 2u, 7u}) {
            CHECK(counted(given, owners, threads) == expected);
        }
    }
}

TEST_CASE("texts of 0 bytes and bytes of 0 are texts too") {
    using namespace std::string_literals;
    const std::vector<text_of_owner> given = {{0, ""},
                                              {0, "\0"s},
                                              {0, "\0\0"s},
                                              {0, ""},
                                              {1, "\0"s},
                                              {1, "a"},
                                              {1, "a\0"s},
                                              {0, std::string(11, '\0')},
                                              {0, std::string(12, '\0')},
                                              {0, std::string(12, '\0')}};
    CHECK(counted(given, 2, 1) == std::vector<std::uint64_t>{5, 3});
}

TEST_CASE("texts with the same hash are told apart") {
    // Of 16 bytes, hash_of multiplies the first half by the last; this one makes that nothing.
    const std::uint64_t first = std::uint64_t{0x9e3779b97f4a7c15} ^ 16;
    std::vector<text_of_owner> given;
    for (std::uint64_t i = 0; i < 300; ++i) {
        const std::uint64_t last = i % 200;
        std::string text(16, ' ');
        std::memcpy(text.data(), &first, 8);
        std::memcpy(text.data() + 8, &last, 8);
        REQUIRE(hash_of(text, 0) == 0);
        given.emplace_back(i % 3, text);
    }
    CHECK(counted(given, 3, 2) == expected_of(given, 3));
}

TEST_CASE("distinct texts stop at the memory they are given, the short, the long and those of many owners") {
    const auto fill = [](std::uint64_t most, std::size_t size, std::uint32_t owners) {
        memory_budget budget(most);
        distinct_set set(budget);
        distinct_inlet inlet(set);
        for (int i = 0; i < 20000; ++i) {
            const std::string number = std::to_string(i);
            const std::string text = std::string(size - number.size(), 'x') + number + std::string(16, '?');
            for (std::uint32_t owner = 0; owner < owners; ++owner) {
                inlet.add(owner * 1000 + static_cast<std::uint32_t>(i % 1000), {text.data(), size});
            }
        }
        inlet.flush();
    };
    CHECK_NOTHROW(fill(1000000, 8, 1));
    CHECK_THROWS_AS(fill(300000, 8, 1), bad_input);
    CHECK_THROWS_AS(fill(1000000, 40, 1), bad_input);
    CHECK_NOTHROW(fill(3000000, 40, 1));
    CHECK_THROWS_AS(fill(1000000, 8, 10), bad_input);
    CHECK_NOTHROW(fill(6000000, 8, 10));
}

TEST_CASE("it is known of which measures a text is in several groups") {
    memory_budget budget(0);
    distinct_set set(budget, 2);
    distinct_inlet inlet(set);
    // Owners are twice the group and the measure.
    const std::string bytes = "order-1 order-2 ada" + std::string(16, '?');
    const std::string_view readable = bytes;
    inlet.add(0, readable.substr(0, 7));
    inlet.add(0, readable.substr(0, 7));
    inlet.add(2, readable.substr(8, 7));
    inlet.add(1, readable.substr(16, 3));
    inlet.flush();
    CHECK_FALSE(set.repeats(0));
    CHECK_FALSE(set.repeats(1));
    inlet.add(2, readable.substr(8, 7));
    inlet.add(3, readable.substr(8, 7));
    inlet.flush();
    CHECK_FALSE(set.repeats(0));
    CHECK_FALSE(set.repeats(1));
    inlet.add(3, readable.substr(16, 3));
    inlet.flush();
    CHECK_FALSE(set.repeats(0));
    CHECK(set.repeats(1));
}
