#include "values/duration.hpp"

#include "catch.hpp"

using namespace cxm;

namespace {

std::string seconds_in(std::string_view cell, char decimal = '.') {
    const auto read = read_duration(cell, decimal);
    return !read ? "none" : read->in_doubt ? "doubt" : read->plainly();
}

}  // namespace

TEST_CASE("stretches of time are read as seconds, exactly") {
    CHECK(seconds_in("1:02:33") == "3753");
    CHECK(seconds_in("00:00:07.25") == "7.25");
    CHECK(seconds_in("123:00:00") == "442800");
    CHECK(seconds_in("90 min") == "5400");
    CHECK(seconds_in("90min") == "5400");
    CHECK(seconds_in("1h 2m") == "3720");
    CHECK(seconds_in("1 h 2 min 3 s") == "3723");
    CHECK(seconds_in("1.5 hours") == "5400");
    CHECK(seconds_in("1,5 Std.", ',') == "5400");
    CHECK(seconds_in("2 days, 3 hours") == "183600");
    CHECK(seconds_in("500 ms") == "0.5");
    CHECK(seconds_in("0.1 s") == "0.1");
    CHECK(seconds_in("PT1H2M") == "3720");
    CHECK(seconds_in("P1DT0.5S") == "86400.5");
    CHECK(seconds_in("P2W") == "1209600");
}

TEST_CASE("two parts may be of hours or of minutes") { CHECK(seconds_in("02:33") == "doubt"); }

TEST_CASE("what is no stretch of time is none") {
    for (const char* text : {"",           "5",   "1:2:3", "1:60:00", "1:02:60",  "1:02:",     ":02:33",
                             "1:02:33:04", "P",   "PT",    "P1M",     "P1Y",      "PT1S2M",    "2m 1h",
                             "5 x",        "min", "1 h 2", "1h2",     "-1:02:33", "1.5:00:00", "1234567890123456 s"}) {
        INFO(text);
        CHECK(seconds_in(text) == "none");
    }
}
