#include "tally/row_copy.hpp"

#include <algorithm>
#include <random>

#include "catch.hpp"
#include "tally/raw_file.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

plan of_stays() {
    plan how;
    add_period(how, ":month");
    add_subscriptions(how, "start,end");
    return how;
}

std::string any_day(std::mt19937_64& draw) {
    const std::string month = std::to_string(1 + draw() % 6);
    const std::string day = std::to_string(10 + draw() % 18);
    return "2024-0" + month + "-" + day;
}

/// Stays of half a year, of which some are open, some end in 9999 and some last a day.
std::string any_stays(std::mt19937_64& draw) {
    std::string text = "start,end\n";
    for (int i = 0; i < 60; ++i) {
        const std::string a = any_day(draw);
        const std::string b = any_day(draw);
        const std::size_t kind = draw() % 5;
        const std::string end = kind == 0 ? "" : kind == 1 ? "9999-12-31" : std::max(a, b);
        text += (kind < 2 ? a : std::min(a, b)) + "," + end + "\n";
    }
    return text;
}

std::uint64_t rows_behind_measure(const raw_file& file, std::string_view measure, const period_span& span) {
    std::uint64_t copied = 0;
    std::size_t lines = 0;
    rows_wanted wanted;
    wanted.measures = {measure};
    wanted.span = span;
    (void)copy_rows(
        of_stays(), catalogue(), {file.path()}, {}, wanted,
        [&](std::string_view text) { lines += static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')); },
        copied);
    CHECK(lines == copied + 1);
    return copied;
}

}  // namespace

TEST_CASE("as many stays are behind a measure as it counts, in every month") {
    std::mt19937_64 draw(20240301);
    for (int i = 0; i < 20; ++i) {
        const raw_file file(any_stays(draw));
        const records counted = count(of_stays(), file).counted;
        REQUIRE(counted.size() > 1);
        for (std::size_t row = 0; row < counted.size(); ++row) {
            const std::optional<period> month = parse_period(counted.periods[row]);
            for (const auto& column : counted.numbers) {
                INFO(counted.periods[row] << " " << column.of->key);
                CHECK(rows_behind_measure(file, column.of->key, {month, month}) ==
                      static_cast<std::uint64_t>(column.values[row]));
            }
        }
        const auto& last = *counted.find(*catalogue().find_measure("customers_end"));
        CHECK(rows_behind_measure(file, "customers_end", {}) == static_cast<std::uint64_t>(last.values.back()));
    }
}
