#include "tables/memory.hpp"

#include <vector>

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

TEST_CASE("a vector that grows takes what it had and what it will have, until it has moved") {
    memory_budget budget(250 * sizeof(int));
    std::vector<int> numbers;
    reserve(numbers, 100, budget);
    reserve(numbers, 150, budget);
    budget.take(100 * sizeof(int));
    CHECK_THROWS_AS(budget.take(1), bad_input);

    memory_budget tight(249 * sizeof(int));
    std::vector<int> others;
    reserve(others, 100, tight);
    CHECK_THROWS_AS(reserve(others, 150, tight), bad_input);
}
