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

TEST_CASE("a value is good from one limit on, poor below the other, and fair between them") {
    using cxm::band;
    const auto of = [](double value) { return cxm::judge_band(value, std::nullopt, 0.7, 0.5, good::higher); };
    CHECK(of(0.7) == band::good);
    CHECK(of(0.69) == band::fair);
    CHECK(of(0.5) == band::fair);
    CHECK(of(0.49) == band::poor);
    CHECK(cxm::judge_band(0.03, std::nullopt, 0.03, 0.06, good::lower) == band::good);
    CHECK(cxm::judge_band(0.06, std::nullopt, 0.03, 0.06, good::lower) == band::fair);
    CHECK(cxm::judge_band(0.07, std::nullopt, 0.03, 0.06, good::lower) == band::poor);
}

TEST_CASE("an interval has a band where all of it lies in one") {
    using cxm::band;
    const auto of = [](double low, double high) {
        return cxm::judge_band(0.6, interval{low, high, 0.95, ""}, 0.7, 0.5, good::higher);
    };
    CHECK(of(0.55, 0.65) == band::fair);
    CHECK(of(0.55, 0.75) == band::undecided);
    CHECK(of(0.45, 0.75) == band::undecided);
    CHECK(of(0.71, 0.8) == band::good);
    CHECK(of(0.3, 0.4) == band::poor);
}
