#include <cxm/attribution.hpp>

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <vector>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

using rows = std::vector<journey_row>;

constexpr std::uint32_t ads = 0, mail = 1, seo = 2;

path_counts month_until(std::int64_t until) { return path_counts({.lookback = 30, .until = until}); }

const touch_path* on(const std::vector<touch_path>& paths, const std::vector<std::uint32_t>& touches) {
    const auto at = std::find_if(paths.begin(), paths.end(), [&](auto& path) { return path.touches == touches; });
    return at == paths.end() ? nullptr : &*at;
}

}  // namespace

TEST_CASE("a conversion closes a path of the touches since the last one, and left-over touches make a null path") {
    path_counts counts = month_until(60);
    counts.add(rows{{1, ads}, {5, mail}, {6, conversion_row, 30}, {20, ads}});
    counts.add(rows{{2, ads}, {9, mail}, {10, conversion_row, 12.5}});
    const auto paths = counts.paths();
    REQUIRE(paths.size() == 2);
    CHECK(paths[0].touches == std::vector{ads});
    CHECK(paths[0].nulls == 1);
    CHECK(paths[0].conversions == 0);
    CHECK(paths[1].touches == std::vector{ads, mail});
    CHECK(paths[1].conversions == 2);
    CHECK(paths[1].value == 42.5);
    CHECK(paths[1].decayed.empty());
}

TEST_CASE("touches older than the lookback are dropped and counted, those of exactly its age are not") {
    path_counts counts = month_until(100);
    counts.add(rows{{0, seo}, {1, ads}, {31, conversion_row}});
    CHECK(counts.unused().touches_dropped == 1);
    CHECK(on(counts.paths(), {ads}) != nullptr);
}

TEST_CASE("a conversion without a touch in its lookback is shown with its value and is in no path") {
    path_counts counts = month_until(100);
    counts.add(rows{{4, conversion_row, 9}});
    counts.add(rows{{0, seo}, {40, conversion_row, 2.5}, {41, ads}, {42, conversion_row, 1}, {42, conversion_row, 3}});
    CHECK(counts.unused().conversions_without_touch == 3);
    CHECK(counts.unused().value_without_touch == 14.5);
    CHECK(counts.unused().touches_dropped == 1);
    REQUIRE(counts.paths().size() == 1);
    CHECK(counts.paths()[0].value == 1);
}

TEST_CASE("a touch of a conversion's own time belongs to it, wherever it stands in the file") {
    path_counts counts = month_until(100);
    counts.add(rows{{3, conversion_row, 5}, {3, ads}});
    counts.add(rows{{3, ads}, {3, conversion_row, 5}});
    REQUIRE(counts.paths().size() == 1);
    CHECK(counts.paths()[0].conversions == 2);
}

TEST_CASE("a path without a conversion is open until the lookback of its last touch has passed") {
    path_counts counts = month_until(60);
    counts.add(rows{{30, ads}});
    counts.add(rows{{31, ads}});
    counts.add(rows{{5, ads}, {58, mail}});
    CHECK(counts.unused().open_paths == 2);
    REQUIRE(counts.paths().size() == 1);
    CHECK(counts.paths()[0].nulls == 1);
}

TEST_CASE("rows after the end do not count") {
    path_counts counts = month_until(60);
    counts.add(rows{{10, ads}, {61, conversion_row, 5}, {62, mail}});
    counts.add(rows{{61, ads}});
    CHECK(counts.unused().open_paths == 0);
    REQUIRE(counts.paths().size() == 1);
    CHECK(counts.paths()[0].nulls == 1);
    counts.add(rows{});
    CHECK(counts.paths().size() == 1);
}

TEST_CASE("time decay goes by each journey's own ages, its value too") {
    path_counts counts({.lookback = 30, .until = 60, .half_life = 7});
    counts.add(rows{{0, ads}, {7, mail}, {7, conversion_row, 30}});
    counts.add(rows{{0, ads}, {0, mail}, {9, conversion_row, 10}});
    const auto paths = counts.paths();
    const attribution made = attribute(paths, 2, {.model = attribution_model::time_decay});
    CHECK(near(made.conversions[0], 1.0 / 3 + 0.5, 1e-11));
    CHECK(near(made.value[0], 10 + 5, 1e-10));
    CHECK(near(made.value[1], 20 + 5, 1e-10));
}

TEST_CASE("parts add up to the whole, to the last digit and in the same order") {
    std::mt19937_64 numbers(11);
    const path_rules rules{.lookback = 20, .until = 90, .half_life = 5};
    path_counts whole(rules), left(rules), right(rules);
    for (int person = 0; person < 500; ++person) {
        rows all(numbers() % 9);
        for (journey_row& row : all) {
            row.time = static_cast<std::int64_t>(numbers() % 100);
            row.channel = numbers() % 4 == 0 ? conversion_row : static_cast<std::uint32_t>(numbers() % 3);
            row.value = row.channel == conversion_row ? static_cast<double>(numbers() % 1000) / 100 : 0;
        }
        std::stable_sort(all.begin(), all.end(), [](auto& a, auto& b) { return a.time < b.time; });
        whole.add(all);
        (numbers() % 3 == 0 ? left : right).add(all);
    }
    right.add(left);
    const auto one = whole.paths();
    const auto both = right.paths();
    REQUIRE(one.size() == both.size());
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].touches == both[i].touches);
        CHECK(one[i].conversions == both[i].conversions);
        CHECK(one[i].nulls == both[i].nulls);
        CHECK(one[i].value == both[i].value);
        CHECK(one[i].decayed == both[i].decayed);
        CHECK(one[i].decayed_value == both[i].decayed_value);
    }
    CHECK(whole.unused().open_paths == right.unused().open_paths);
    CHECK(whole.unused().touches_dropped == right.unused().touches_dropped);
    CHECK(whole.unused().conversions_without_touch == right.unused().conversions_without_touch);
    CHECK(whole.unused().value_without_touch == right.unused().value_without_touch);
}

TEST_CASE("a touch as long before a conversion as can be is older than any lookback") {
    constexpr auto first = std::numeric_limits<std::int64_t>::min();
    constexpr auto last = std::numeric_limits<std::int64_t>::max();
    path_counts counts({.lookback = last, .until = last});
    counts.add(rows{{first, ads}, {last, conversion_row}});
    CHECK(counts.unused().touches_dropped == 1);
}

TEST_CASE("rows out of order, values below 0, negative lookbacks and half-lives of 0 are refused") {
    path_counts counts = month_until(60);
    CHECK_THROWS_AS(counts.add(rows{{2, ads}, {1, ads}}), std::invalid_argument);
    CHECK_THROWS_AS(counts.add(rows{{2, conversion_row, -1}}), std::invalid_argument);
    CHECK_THROWS_AS(path_counts({.lookback = -1, .until = 0}), std::invalid_argument);
    CHECK_THROWS_AS(path_counts({.lookback = 1, .until = 0, .half_life = 0}), std::invalid_argument);
}
