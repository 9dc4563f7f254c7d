#include "write/duration.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("A length of time has the units that a person would use, two at most") {
    CHECK(people_duration(0, 1) == "0.0 s");
    CHECK(people_duration(45.32, 1) == "45.3 s");
    CHECK(people_duration(85.3, 1) == "1 min 25 s");
    CHECK(people_duration(120, 1) == "2 min");
    CHECK(people_duration(15666, 1) == "4 h 21 min");
    CHECK(people_duration(7200, 1) == "2 h");
    CHECK(people_duration(273600, 1) == "3 d 4 h");
    CHECK(people_duration(86400e4, 1) == "10,000 d");
    CHECK(people_duration(-15666, 1) == "-4 h 21 min");
}

TEST_CASE("What rounds up to a unit is said in it") {
    CHECK(people_duration(59.96, 1) == "1 min");
    CHECK(people_duration(59.94, 1) == "59.9 s");
    CHECK(people_duration(3599.6, 1) == "1 h");
    CHECK(people_duration(86399, 1) == "1 d");
}
