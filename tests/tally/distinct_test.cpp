#include "tally/distinct.hpp"

#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("texts of any length are told apart, also where all but their last byte is the same") {
    std::mt19937 random(11);
    std::vector<std::pair<std::uint32_t, std::string>> given;
    std::set<std::pair<std::uint32_t, std::string>> different;
    for (int i = 0; i < 200000; ++i) {
        std::string text(random() % 25, 'x');
        for (std::size_t last = text.size(); last-- > 0 && random() % 3 != 0;) {
            text[last] = static_cast<char>('a' + random() % 26);
        }
        given.emplace_back(random() % 3, text);
        different.insert(given.back());
    }
    std::vector<std::uint64_t> expected(3);
    for (const auto& [owner, text] : different) {
        ++expected[owner];
    }
    for (const std::size_t threads : {1, 2, 7}) {
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
        CHECK(set.count(3) == expected);
    }
}
