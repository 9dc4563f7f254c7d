#include "values/points_in_time.hpp"

#include "catch.hpp"
#include "values/length_of_time.hpp"

using namespace cxm;

namespace {

constexpr std::int64_t second = microseconds_a_second;
constexpr std::int64_t new_year = 19723 * microseconds_a_day;  // 2024-01-01

}  // namespace

TEST_CASE("a date alone is its first moment, and a time is told by the clock that wrote it") {
    CHECK(parse_iso_point("2024-01-01").at == new_year);
    CHECK_FALSE(parse_iso_point("2024-01-01").east);
    CHECK(parse_iso_point("2024-01-01T00:00:07Z").at == new_year + 7 * second);
    CHECK(parse_iso_point("2024-01-01T00:00:07Z").east == 0);
    const found_moment in_delhi = parse_iso_point("2024-01-01 01:30:00.25+05:30");
    CHECK(in_delhi.at == new_year + 5400 * second + second / 4);
    CHECK(in_delhi.east == 330);
    CHECK(parse_iso_point("2024-01-01T01:30-0800").east == -480);
    CHECK(parse_iso_point("2024-01-01 01:30:00 +02").east == 120);
    CHECK(parse_iso_point("2024-01-01T24:00").at == new_year + microseconds_a_day);
}

TEST_CASE("parts of a microsecond are left out of a time") {
    CHECK(parse_iso_point("2024-01-01T00:00:00.1234567").at == new_year + 123456);
    CHECK(parse_formatted_point("2024-01-01 0.1234567", "%Y-%m-%d %S.%f").at == new_year + 123456);
}

TEST_CASE("a cell that is no time has a problem") {
    for (const char* const text : {"2024-02-30", "2024-01-01T25:00", "yesterday", "2024-01", "2024-01-01Tnoon"}) {
        CHECK(parse_iso_point(text).problem != nullptr);
    }
    CHECK(parse_formatted_point("31/02/2024", "%d/%m/%Y").problem != nullptr);
}

TEST_CASE("a format reads the time of day too, twelve o'clock by its half of the day") {
    CHECK(parse_formatted_point("01/01/2024 13:05:02", "%d/%m/%Y %H:%M:%S").at == new_year + 47102 * second);
    CHECK(parse_formatted_point("01/01/2024 12:05 AM", "%d/%m/%Y %I:%M %p").at == new_year + 300 * second);
    CHECK(parse_formatted_point("01/01/2024 12:05 PM", "%d/%m/%Y %I:%M %p").at == new_year + 43500 * second);
    CHECK(parse_formatted_day("01/01/2024 24:00", "%d/%m/%Y %H:%M").day == 19723);
}

TEST_CASE("the day of a moment before 1970 is the one that it lies in") {
    CHECK(day_of(-1) == -1);
    CHECK(day_of(-microseconds_a_day) == -1);
    CHECK(day_of(0) == 0);
    CHECK(moment_text(-1) == "1969-12-31 23:59:59");
    CHECK(moment_text(new_year) == "2024-01-01");
}

TEST_CASE("a length of time is a number and its unit") {
    CHECK(parse_length_of_time("7d") == 7 * microseconds_a_day);
    CHECK(parse_length_of_time("2w") == 14 * microseconds_a_day);
    CHECK(parse_length_of_time("1.5h") == 5400 * second);
    CHECK(parse_length_of_time("15min") == 900 * second);
    CHECK(parse_length_of_time("0s") == 0);
    for (const char* const text : {"30m", "7", "d", "-1d", "1 d", "", "1e30d"}) {
        CHECK_FALSE(parse_length_of_time(text));
    }
    CHECK(spell_length_of_time(7 * microseconds_a_day) == "7d");
    CHECK(spell_length_of_time(5400 * second) == "90min");
    CHECK(spell_length_of_time(0) == "0s");
    CHECK(objection_to_length_of_time("30m").find("minutes or months") != std::string::npos);
}
