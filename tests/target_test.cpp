#include <optional>

#include <cxm/target.hpp>

#include "catch.hpp"

using cxm::good;
using cxm::interval;
using cxm::standing;

TEST_CASE("an interval over the target leaves it undecided") {
    const auto judged = cxm::judge_target(40, interval{32, 47, 0.95, ""}, 35, good::higher);
    CHECK(judged.is == standing::undecided);
    CHECK(judged.gap == 5);
    CHECK(judged.by_interval);
    CHECK(cxm::judge_target(40, interval{32, 47, 0.95, ""}, 35, good::lower).is == standing::undecided);
}

TEST_CASE("a whole interval on the better side meets the target, on the other it misses") {
    CHECK(cxm::judge_target(40, interval{32, 47, 0.95, ""}, 32, good::higher).is == standing::meets);
    CHECK(cxm::judge_target(40, interval{32, 47, 0.95, ""}, 48, good::higher).is == standing::misses);
    CHECK(cxm::judge_target(0.1, interval{0.08, 0.12, 0.95, ""}, 0.12, good::lower).is == standing::meets);
    CHECK(cxm::judge_target(0.1, interval{0.08, 0.12, 0.95, ""}, 0.07, good::lower).is == standing::misses);
}

TEST_CASE("without an interval the value decides, and says so") {
    const auto judged = cxm::judge_target(12, std::nullopt, 10, good::lower);
    CHECK(judged.is == standing::misses);
    CHECK(judged.gap == 2);
    CHECK(judged.ahead == -2);
    CHECK_FALSE(judged.by_interval);
    CHECK(cxm::judge_target(10, std::nullopt, 10, good::lower).is == standing::meets);
}
