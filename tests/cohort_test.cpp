#include <cxm/cohort.hpp>

#include <initializer_list>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "catch.hpp"

using namespace cxm;

namespace {

std::int32_t day(const char* date) { return parse_period(date)->first; }

std::vector<std::int32_t> days(std::initializer_list<const char*> dates) {
    std::vector<std::int32_t> all;
    for (const char* date : dates) {
        all.push_back(day(date));
    }
    return all;
}

/// "3/4 1/2 -": retained of eligible by age, - where there is no cell.
std::string cells(const cohort_row& row) {
    std::string all;
    for (const auto& cell : row.cells) {
        all += all.empty() ? "" : " ";
        all += cell ? std::to_string(cell->retained) + "/" + std::to_string(cell->eligible) : "-";
    }
    return all;
}

void add_two_months(cohort_grid& grid) {
    grid.add(days({"2024-01-02", "2024-01-31", "2024-03-05"}));
    grid.add(days({"2024-01-20"}));
    grid.add(days({"2024-02-29", "2024-03-01"}));
}

}  // namespace

TEST_CASE("of two customers who came in January one is back in March: 1 of 2, and April is not over yet") {
    cohort_grid grid({.until = day("2024-04-20"), .ages = 5});
    add_two_months(grid);
    const auto rows = grid.rows();
    REQUIRE(rows.size() == 2);
    CHECK(spell(rows[0].cohort) == "2024-01");
    CHECK(rows[0].size == 2);
    CHECK(cells(rows[0]) == "2/2 0/2 1/2 - -");
    CHECK(spell(rows[1].cohort) == "2024-02");
    CHECK(cells(rows[1]) == "1/1 1/1 - - -");
    CHECK(grid.totals().size == 3);
    CHECK(grid.totals().cohort.of == grain::free);
    CHECK(cells(grid.totals()) == "3/3 1/3 1/2 - -");
}

TEST_CASE("unbounded, who was active later still counts as kept at every age before") {
    cohort_grid grid({.until = day("2024-04-20"), .ages = 5, .count = cohort_activity::unbounded});
    add_two_months(grid);
    CHECK(cells(grid.rows()[0]) == "2/2 1/2 1/2 - -");
}

TEST_CASE("what happened in a month that is not over keeps a person unbounded, though it has no cell") {
    cohort_grid grid({.until = day("2024-03-10"), .ages = 3, .count = cohort_activity::unbounded});
    grid.add(days({"2024-01-02", "2024-03-05"}));
    CHECK(cells(grid.rows()[0]) == "1/1 1/1 -");
}

TEST_CASE(
    "a month is over on its last day, not the day before, and a cohort of a month that is not over has no cells") {
    for (const auto& [until, expected] : {std::pair("2024-02-28", "1/1 -"), std::pair("2024-02-29", "1/1 0/1")}) {
        cohort_grid grid({.until = day(until), .ages = 2});
        grid.add(days({"2024-01-02"}));
        grid.add(days({"2024-02-01"}));
        CHECK(cells(grid.rows()[0]) == expected);
        CHECK(cells(grid.rows()[1]) == (std::string(until) == "2024-02-29" ? "1/1 -" : "- -"));
        CHECK(grid.rows()[1].size == 1);
    }
}

TEST_CASE("a rolling age begins on each person's own first day, and counts those alone for whom it is over") {
    cohort_grid grid({.until = day("2024-03-01"), .ages = 3, .by = cohort_ages::rolling});
    grid.add(days({"2024-01-01", "2024-01-30", "2024-01-31"}));
    grid.add(days({"2024-01-02", "2024-01-31", "2024-03-02"}));
    grid.add(days({"2024-01-03", "2024-02-02"}));
    // 60 days from the first are over on 29 February, 1 March and 2 March.
    CHECK(cells(grid.rows()[0]) == "3/3 1/2 -");
}

TEST_CASE("days after the end do not count, and neither do persons who came after it") {
    cohort_grid grid({.until = day("2024-02-29"), .ages = 2, .count = cohort_activity::unbounded});
    grid.add(days({"2024-01-01", "2024-03-01"}));
    grid.add(days({"2024-03-01"}));
    grid.add({});
    CHECK(grid.rows().size() == 1);
    CHECK(cells(grid.rows()[0]) == "1/1 0/1");
}

TEST_CASE("cohorts can be weeks, quarters, years and days") {
    const auto kept = [](grain of, const char* until) {
        cohort_grid grid({.until = day(until), .ages = 3, .of = of});
        grid.add(days({"2023-12-30", "2024-01-08"}));
        return spell(grid.rows()[0].cohort) + " " + cells(grid.rows()[0]);
    };
    CHECK(kept(grain::week, "2024-01-14") == "2023-W52 1/1 0/1 1/1");
    CHECK(kept(grain::week, "2024-01-13") == "2023-W52 1/1 0/1 -");
    CHECK(kept(grain::quarter, "2024-03-31") == "2023-Q4 1/1 1/1 -");
    CHECK(kept(grain::year, "2024-12-31") == "2023 1/1 1/1 -");
    CHECK(kept(grain::day, "2023-12-31") == "2023-12-30 1/1 0/1 -");
}

TEST_CASE("days before 1970 are days like others") {
    cohort_grid grid({.until = day("1970-01-11"), .ages = 3, .of = grain::week});
    grid.add(days({"1969-12-24", "1970-01-01"}));
    CHECK(cells(grid.rows()[0]) == "1/1 1/1 0/1");
}

TEST_CASE("parts add up to the whole, whatever the order of persons and days") {
    for (const cohort_ages by : {cohort_ages::calendar, cohort_ages::rolling}) {
        std::mt19937_64 numbers(3);
        const cohort_rules rules{.until = 20000, .ages = 8, .by = by, .length = 17};
        cohort_grid whole(rules), left(rules), right(rules);
        for (int person = 0; person < 400; ++person) {
            std::vector<std::int32_t> active(1 + numbers() % 6);
            const auto first = static_cast<std::int32_t>(19600 + numbers() % 420);
            for (std::int32_t& d : active) {
                d = first + static_cast<std::int32_t>(numbers() % 200);
            }
            whole.add(active);
            std::reverse(active.begin(), active.end());
            (numbers() % 2 == 0 ? left : right).add(active);
        }
        right.add(left);
        const auto rows = whole.rows();
        const auto parts = right.rows();
        REQUIRE(rows.size() == parts.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(rows[i].cohort == parts[i].cohort);
            CHECK(rows[i].size == parts[i].size);
            CHECK(cells(rows[i]) == cells(parts[i]));
        }
        CHECK(cells(whole.totals()) == cells(right.totals()));
    }
}

TEST_CASE("cohorts without a grain and rolling ages without a day are refused") {
    CHECK_THROWS_AS(cohort_grid({.until = 0, .of = grain::free}), std::invalid_argument);
    CHECK_THROWS_AS(cohort_grid({.until = 0, .length = 0}), std::invalid_argument);
}
