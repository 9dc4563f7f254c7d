#include "values/moment.hpp"

#include <string>

#include <cxm/period.hpp>

#include "catch.hpp"
#include "text/problem.hpp"
#include "values/dates.hpp"

using namespace cxm;

namespace {

/// The day, its second and how far ahead its clock is, `2024-03-15 45000 +3600`; or what is wrong.
std::string read(std::string_view cell, std::string_view format = "") {
    const moment m = format.empty() ? parse_iso_moment(cell) : parse_formatted_moment(cell, format);
    if (m.problem != nullptr) {
        return m.problem;
    }
    return spell(containing(m.day, grain::day)) + (m.second ? " " + std::to_string(*m.second) : "") +
           (m.ahead ? (*m.ahead < 0 ? " " : " +") + std::to_string(*m.ahead) : "");
}

std::string day_in(std::string_view cell, const std::string& zone) {
    const moment m = in_zone(parse_iso_moment(cell), parse_zone_wanted(zone));
    return m.problem == nullptr ? spell(containing(m.day, grain::day)) : m.problem;
}

}  // namespace

TEST_CASE("times say their zone by letters, numbers and words") {
    CHECK(read("2025-01-31") == "2025-01-31");
    CHECK(read("2025-01-31 23:59:59") == "2025-01-31 86399");
    CHECK(read("2025-01-31T23:59:59.123Z") == "2025-01-31 86399 +0");
    CHECK(read("2025-01-31 23:59:59 UTC") == "2025-01-31 86399 +0");
    CHECK(read("2025-01-31 23:59:59 GMT+1") == "2025-01-31 86399 +3600");
    CHECK(read("2025-01-31 23:59:59 UTC-03:30") == "2025-01-31 86399 -12600");
    CHECK(read("2025-01-31 23:59 CEST") == "2025-01-31 86340 +7200");
    CHECK(read("2025-01-31T23:59:59+0530") == "2025-01-31 86399 +19800");
    for (const char* text : {"2025-01-31 23:59:59 XYZ", "2025-01-31 23:59:59 CET+1", "2025-01-31 23:59:59 GMT+",
                             "2025-01-31 23:59:59 UTC+25", "2025-01-31 9:30"}) {
        INFO(text);
        CHECK(read(text) == "is not a time such as 2024-03-15T12:30:00Z");
    }
}

TEST_CASE("clocks of twelve hours begin with 12") {
    CHECK(read("2025-01-31 11:59 PM") == "2025-01-31 86340");
    CHECK(read("2025-01-31 12:00:01 am") == "2025-01-31 1");
    CHECK(read("2025-01-31 12:00 PM") == "2025-01-31 43200");
    CHECK(read("2025-01-31 9:05 AM UTC") == "2025-01-31 32700 +0");
    CHECK(read("2025-01-31 13:00 PM") == "is not a time such as 2024-03-15T12:30:00Z");
}

TEST_CASE("seconds and milliseconds since 1970 are times of UTC") {
    CHECK(read("1738367999") == "2025-01-31 86399 +0");
    CHECK(read("1738367999123") == "2025-01-31 86399 +0");
    CHECK(read("1738367999.5") == "2025-01-31 86399 +0");
    CHECK(read("173836799").find("is not a date") == 0);
    CHECK(read("1738367999.").find("is not a date") == 0);
}

TEST_CASE("a time may stand behind a date of a format, a fraction and a zone behind its time") {
    CHECK(read("01/31/2025", "%m/%d/%Y") == "2025-01-31");
    CHECK(read("01/31/2025 11:59 PM", "%m/%d/%Y") == "2025-01-31 86340");
    CHECK(read("31.01.2025, 23:59 UTC", "%d.%m.%Y") == "2025-01-31 86340 +0");
    CHECK(read("31/01/2025 23:59:59.25", "%d/%m/%Y %H:%M:%S") == "2025-01-31 86399");
    CHECK(read("31/01/2025 11:59 PM", "%d/%m/%Y %I:%M %p") == "2025-01-31 86340");
    CHECK(read("31/01/2025 x", "%d/%m/%Y") == "has more than a date of the format given");
}

TEST_CASE("spreadsheets count days from 1900, which they take for a leap year") {
    CHECK(read("45688", "excel") == "2025-01-31");
    CHECK(read("45688.75", "excel") == "2025-01-31 64800");
    CHECK(read("61", "excel") == "1900-03-01");
    CHECK(read("60", "excel").find("is not a date as spreadsheets count days") == 0);
    CHECK(read("2025-01-31", "excel").find("is not a date as spreadsheets count days") == 0);
}

TEST_CASE("a zone says on which day a time falls") {
    CHECK(day_in("2025-06-30 22:30:00 UTC", "Europe/Paris") == "2025-07-01");
    CHECK(day_in("2025-12-31T22:30:00Z", "Europe/Paris") == "2025-12-31");
    CHECK(day_in("2025-12-31 23:30:00 GMT+1", "Europe/Paris") == "2025-12-31");
    CHECK(day_in("2025-12-31 23:30:00 GMT-1", "Europe/Paris") == "2026-01-01");
    CHECK(day_in("2077-07-01T03:30:00Z", "America/New_York") == "2077-06-30");
    CHECK(day_in("2025-06-30", "Europe/Paris") == "2025-06-30");
    CHECK(day_in("2025-06-30 22:30", "UTC:Europe/Paris") == "2025-07-01");
    CHECK(day_in("2025-06-30 22:30", "Europe/Paris").find("says no zone") == 0);
    CHECK(day_in("2025-03-30 02:30", "Europe/Paris:UTC") == "is a time that the clocks of its zone skip");
    CHECK(day_in("2025-10-26 02:30", "Europe/Paris:UTC") == "2025-10-26");
}

TEST_CASE("rules of zones are read as POSIX spells them") {
    const auto paris = parse_zone_rule("CET-1CEST,M3.5.0,M10.5.0/3");
    REQUIRE(paris);
    CHECK(paris->standard == 3600);
    CHECK(paris->summer == 7200);
    CHECK(paris->to_summer.second == 7200);
    CHECK(paris->to_standard.second == 10800);
    CHECK(parse_zone_rule("<+0330>-3:30")->standard == 12600);
    CHECK(!parse_zone_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0 x"));
    CHECK(parse_zone_rule("<-02>2<-01>,M3.5.0/-1,M10.5.0/0")->to_summer.second == -3600);
    CHECK(parse_zone_rule("EST5EDT,J60,300/1:30")->to_standard.second == 5400);
    for (const char* text : {"", "CET", "1", "CET-1CEST", "CET-1CEST,M13.1.0,M10.5.0", "CET-1CEST,M3.5.0"}) {
        INFO(text);
        CHECK(!parse_zone_rule(text));
    }
}

TEST_CASE("zones that are not there are refused, and so is what leads out of their folder") {
    for (const char* name : {"Europe/Pariss", "", "../../etc/passwd", "/etc/localtime", "tzdata.zi"}) {
        INFO(name);
        CHECK_THROWS_AS(parse_zone_wanted(name), bad_usage);
    }
    CHECK_THROWS_WITH(parse_zone_wanted("Europe/Pariss"),
                      "'Europe/Pariss' is not a time zone (did you mean 'Europe/Paris'?); write UTC, Europe/Paris");
}
