#include "values/dates.hpp"

#include <random>
#include <string>

#include <fmt/format.h>

#include "catch.hpp"

using namespace cxm;

namespace {

std::int32_t first_of(date_reader& read, std::string_view cell) {
    std::int32_t day = 0;
    return read.firsts()[read.period_of(cell, day)];
}

std::string month_of(std::string_view cell, const std::string& format = "") {
    date_reader read(grain::month, format);
    try {
        const std::int32_t first = first_of(read, cell);
        // Once more, from what it remembers.
        return first_of(read, cell) == first ? spell(containing(first, grain::month)) : "forgot";
    } catch (const bad_date& wrong) {
        return wrong.finding;
    }
}

}  // namespace

TEST_CASE("dates and timestamps fall into periods by the date as it is written") {
    for (const char* text : {"2024-02-29", "2024-02-29T23:59:59Z", "2024-02-29 00:00", "2024-02-29T23:59:60.123+14:00",
                             "2024-02-29T01:02:03-0230", "2024-02-29 01:02:03 +02", "2024-02-29T01:02:03,5z"}) {
        INFO(text);
        CHECK(month_of(text) == "2024-02");
    }
    date_reader weeks(grain::week, "");
    CHECK(spell(containing(first_of(weeks, "2024-12-30"), grain::week)) == "2025-W01");
    CHECK(spell(containing(first_of(weeks, "2016-12-30"), grain::week)) == "2016-W52");
    CHECK(spell(containing(first_of(weeks, "2024-12-30"), grain::week)) == "2025-W01");
}

TEST_CASE("a month falls into its month and year, and on no day") {
    CHECK(month_of("2024-01") == "2024-01");
    CHECK(month_of("Jan 2024") == "2024-01");
    date_reader years(grain::year, "");
    CHECK(spell(containing(first_of(years, "2024-01"), grain::year)) == "2024");
    date_reader days(grain::day, "");
    CHECK_THROWS_AS(first_of(days, "2024-01"), bad_date);
}

TEST_CASE("zones that words name are one, or days are those of a zone") {
    date_reader read(grain::day, "");
    CHECK(first_of(read, "2024-01-31 23:30 GMT+1") == first_of(read, "2024-01-31"));
    CHECK_THROWS_AS(first_of(read, "2024-01-31 23:30 GMT+2"), bad_date);
    CHECK(read.zone_named() == 3600);
    date_reader athens(grain::day, "", parse_zone_wanted("Europe/Athens"));
    CHECK(first_of(athens, "2024-01-31 23:30 GMT+1") == first_of(athens, "2024-02-01"));
    CHECK(first_of(athens, "2024-01-31 23:30 GMT+2") == first_of(athens, "2024-01-31"));
    CHECK(first_of(athens, "2024-01-31T22:30:00Z") == first_of(athens, "2024-02-01"));
}

TEST_CASE("days that do not exist and what is no date are refused") {
    CHECK(month_of("2023-02-29") == "'2023-02-29' is a day that does not exist");
    CHECK(month_of("2024-04-31T00:00:00") == "'2024-04-31T00:00:00' is a day that does not exist");
    for (const char* text : {"2024-00-10", "2024-13-01", "2024-01-00", "2024-01-32"}) {
        CHECK(month_of(text).find("does not exist") != std::string::npos);
    }
    for (const char* text : {"2024-1-1", "2024/01/01", "20240101", "yesterday", "-024-01-01", "2024-01-0x"}) {
        INFO(text);
        CHECK(month_of(text).find("is not a date") != std::string::npos);
    }
    for (const char* text :
         {"2024-01-01T", "2024-01-01T25:00", "2024-01-01T12:60", "2024-01-01T12:00:61", "2024-01-01X12:00",
          "2024-01-01T12:00:00.", "2024-01-01T12:00:00+1", "2024-01-01T12:00 Z x"}) {
        INFO(text);
        CHECK(month_of(text).find("is not a time") != std::string::npos);
    }
    date_reader read(grain::day, "");
    (void)first_of(read, "2024-01-01T12:00:00");
    CHECK_THROWS_AS(first_of(read, "2024-01-01T99:00:00"), bad_date);
}

TEST_CASE("dates that were met are told from all others") {
    std::mt19937 random(3);
    for (const grain every : {grain::day, grain::week, grain::month, grain::quarter, grain::year}) {
        date_reader read(every, "");
        for (int i = 0; i < 40000; ++i) {
            std::string cell =
                fmt::format("{}-{:02}-{:02}", 1995 + random() % 40, 1 + random() % 12, 1 + random() % 32);
            if (random() % 8 == 0) {
                cell[random() % cell.size()] = static_cast<char>(random());
            }
            if (random() % 2 == 0) {
                cell += fmt::format("{}{:02}:{:02}:{:02}", "T  "[random() % 3], random() % 26, random() % 61,
                                    random() % 61);
                cell += random() % 2 == 0 ? "Z" : "";
            }
            cell.reserve(32);
            const found_day expected = parse_iso_day(cell);
            const std::int32_t first = expected.problem == nullptr ? containing(expected.day, every).first : no_day;
            INFO(cell);
            const std::string_view cells[] = {cell};
            std::uint32_t found = 0;
            std::int32_t day = 0;
            read.find(cells, 1, &found);
            REQUIRE((found == date_reader::unmet || read.firsts()[found] == first));
            if (expected.problem != nullptr) {
                REQUIRE_THROWS_AS(read.period_of(cell, day), bad_date);
                continue;
            }
            const std::uint32_t period = read.period_of(cell, day);
            REQUIRE(read.firsts()[period] == first);
            REQUIRE(day == expected.day);
            read.find(cells, 1, &found);
            const bool plain = cell.size() == 10 || cell.substr(17, 2) != "60";
            REQUIRE(found == (plain ? period : date_reader::unmet));
        }
    }
}

TEST_CASE("a format in letters is one of signs") {
    CHECK(cxm::format_of_letters("DD-MM-YYYY") == "%d-%m-%Y");
    CHECK(cxm::format_of_letters("mm/dd/yy") == "%m/%d/%y");
    CHECK(cxm::format_of_letters("d MMMM yyyy") == "%d %B %Y");
    CHECK(cxm::format_of_letters("YYYY-MM-DD hh:mm:ss") == "%Y-%m-%d %H:%M:%S");
    CHECK(cxm::format_of_letters("DD-MM").empty());
    CHECK(cxm::format_of_letters("day").empty());
    CHECK(cxm::format_of_letters("").empty());
}

TEST_CASE("other forms are read by their format") {
    CHECK(month_of("31/12/2023", "%d/%m/%Y") == "2023-12");
    CHECK(month_of("1/2/24", "%m/%d/%y") == "2024-01");
    CHECK(month_of("1/2/70", "%d/%m/%y") == "1970-02");
    CHECK(month_of("Mar 5, 2024", "%b %d, %Y") == "2024-03");
    CHECK(month_of("05.march 2024 10:20:30 PM", "%d.%B %Y %I:%M:%S %p") == "2024-03");
    CHECK(month_of("30/02/2024", "%d/%m/%Y").find("does not exist") != std::string::npos);
    CHECK(month_of("30/02/2024x", "%d/%m/%Y").find("more than a date") != std::string::npos);
    CHECK(month_of("2024-01-01", "%d/%m/%Y").find("format given") != std::string::npos);
    CHECK(objection_to_format("%d/%m/%Y").empty());
    CHECK(!objection_to_format("%d/%m").empty());
    CHECK(!objection_to_format("%d/%m/%Q").empty());
    CHECK(!objection_to_format("%d/%m/%Y%").empty());
}
