#include <cxm/period.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

std::string spelt_again(std::string_view text) { return spell(parse_period(text).value()); }

std::string year_before_of(std::string_view text) {
    const auto before = year_before(parse_period(text).value());
    return before ? spell(*before) : "none";
}

}  // namespace

TEST_CASE("periods are read and written alike") {
    for (const char* const text : {"2024", "2024-Q1", "2024-Q4", "2024-03", "2024-12", "2024-W01", "2024-W52",
                                   "2020-W53", "2024-02-29", "1969-12-31", "0001-01-01", "9999-12"}) {
        CHECK(spelt_again(text) == text);
    }
    CHECK(spelt_again("2024-q2") == "2024-Q2");
    CHECK(spelt_again("2024-w09") == "2024-W09");
}

TEST_CASE("a period is as long as the calendar says") {
    const auto days = [](std::string_view text) {
        const period p = parse_period(text).value();
        return p.last - p.first + 1;
    };
    CHECK(days("2024") == 366);
    CHECK(days("2023") == 365);
    CHECK(days("1900-02") == 28);
    CHECK(days("2000-02") == 29);
    CHECK(days("2024-Q1") == 91);
    CHECK(days("2024-Q4") == 92);
    CHECK(days("2024-W09") == 7);
    CHECK(parse_period("1970-01-01").value().first == 0);
}

TEST_CASE("dates that do not exist are no periods, other texts are free labels") {
    for (const char* const text :
         {"2024-13", "2024-00", "2023-02-29", "2024-04-31", "2024-Q0", "2024-Q5", "2024-W00", "2023-W53", "2024-W54"}) {
        INFO(text);
        CHECK_FALSE(parse_period(text));
    }
    for (const char* const text : {"", "spring", "24-01", "2024-1", "2024-1-1", "2024/03", "20245", "2024-03-155",
                                   "2024-Q11", "2024-01-01T00:00"}) {
        INFO(text);
        CHECK(parse_period(text).value().of == grain::free);
    }
}

TEST_CASE("ISO weeks begin on Mondays and belong to the year of their Thursday") {
    CHECK(spell(containing(parse_period("2024-12-30").value().first, grain::week)) == "2025-W01");
    CHECK(spell(containing(parse_period("2021-01-03").value().first, grain::week)) == "2020-W53");
    CHECK(spell(containing(parse_period("2021-01-04").value().first, grain::week)) == "2021-W01");
    CHECK(parse_period("2021-W01").value().first == parse_period("2021-01-04").value().first);
}

TEST_CASE("every day lies in the periods that contain it") {
    for (std::int32_t day = -40000; day < 60000; day += 37) {
        for (const grain g : {grain::day, grain::week, grain::month, grain::quarter, grain::year}) {
            const period p = containing(day, g);
            REQUIRE((p.first <= day && day <= p.last));
            REQUIRE(previous(next(p)) == p);
            REQUIRE(next(p).first == p.last + 1);
        }
    }
}

TEST_CASE("the year before has the same month, quarter or week number, or none") {
    CHECK(year_before_of("2024-03") == "2023-03");
    CHECK(year_before_of("2024-Q4") == "2023-Q4");
    CHECK(year_before_of("2024") == "2023");
    CHECK(year_before_of("2024-W09") == "2023-W09");
    CHECK(year_before_of("2020-W53") == "none");
    CHECK(year_before_of("2024-02-29") == "none");
    CHECK(year_before_of("2024-03-01") == "2023-03-01");
    CHECK(year_before_of("spring") == "none");
}

TEST_CASE("a free label is before and after nothing") {
    const period label{};
    CHECK(next(label) == label);
    CHECK(previous(label) == label);
    CHECK(spell(label).empty());
}
