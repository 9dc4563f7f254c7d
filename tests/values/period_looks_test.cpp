#include "values/period_looks.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a period looks like one without a year, and without a calendar known here") {
    for (const std::string_view text : {"Q1",
                                        "KW1",
                                        "W01",
                                        "week 1",
                                        "M1",
                                        "H1",
                                        "H1 2024",
                                        "2024-H1",
                                        "FY2023",
                                        "FY24-Q1",
                                        "Q1 24",
                                        "Jan 24",
                                        "24-Jan",
                                        "January",
                                        "31.01.24",
                                        "1/31/24",
                                        "2024-01-01 - 2024-01-31",
                                        "2024-01",
                                        "Jan '24",
                                        "01/2024"}) {
        INFO(text);
        CHECK(looks_like_period(text));
    }
}

TEST_CASE("names of segments, versions and numbers look like no period") {
    for (const std::string_view text : {"pro", "", "1.2", "1.2.34", "12", "D1 basic", "Q1 offer", "S1", "wave 1",
                                        "week", "99.99.24", "may be", "2024-01-01 - later"}) {
        INFO(text);
        CHECK_FALSE(looks_like_period(text));
    }
}
