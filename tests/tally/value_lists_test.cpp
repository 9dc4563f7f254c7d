#include "tally/value_lists.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include "catch.hpp"
#include "tally/program.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

program middle_alone() {
    plan p;
    add_measure(p, "middle=median v");
    catalogue known;
    declare_own(p, known);
    return compile(p, known);
}

}  // namespace

TEST_CASE("a quantile of lists that were joined is that of all values in order") {
    const program plan = middle_alone();
    memory_budget budget(0);
    std::mt19937_64 draw(3);
    for (const std::size_t count : {1u, 2u, 3u, 10u, 101u, 1000u}) {
        value_lists one(plan, budget);
        value_lists other(plan, budget);
        std::vector<int128> values;
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(100 * (static_cast<int128>(draw() % 500) - 250));
            (draw() % 2 == 0 ? one : other).add(4, 0, values.back());
        }
        one.take(4, other, 4);
        std::sort(values.begin(), values.end());
        for (const int percent : {1, 25, 50, 90, 99}) {
            const std::size_t hundredths = (count - 1) * static_cast<std::size_t>(percent);
            const int128 low = values[hundredths / 100];
            const int128 high = values[std::min(hundredths / 100 + 1, count - 1)];
            const int128 expected = low + (high - low) * static_cast<int128>(hundredths % 100) / 100;
            CHECK(one.quantile(4, 0, percent) == expected);
        }
        CHECK(one.quantile(3, 0, 50) == 0);
    }
}

TEST_CASE("values take no more memory than is allowed") {
    const program plan = middle_alone();
    memory_budget budget(10000);
    value_lists lists(plan, budget);
    const auto fill = [&] {
        for (int i = 0; i < 1000; ++i) {
            lists.add(0, 0, i);
        }
    };
    CHECK_THROWS_AS(fill(), bad_input);
}
