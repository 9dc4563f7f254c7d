#include "values/calendar_words.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a period is read in the spellings of spreadsheets, in three languages") {
    for (const auto& [written, meant] : std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"Jan 2025", "2025-01"},
             {"2025-Jan", "2025-01"},
             {"01/2025", "2025-01"},
             {"janv. 2025", "2025-01"},
             {"März 2025", "2025-03"},
             {"MÄRZ 2025", "2025-03"},
             {"Ma\u0308rz 2025", "2025-03"},
             {"mrz 2025", "2025-03"},
             {"Févr. 2025", "2025-02"},
             {"août 2025", "2025-08"},
             {"décembre 2025", "2025-12"},
             {"Dez. 2025", "2025-12"},
             {"sept 2025", "2025-09"},
             {"2024/02", "2024-02"},
             {"02.2024", "2024-02"},
             {"2024-1", "2024-01"},
             {"202402", "2024-02"},
             {"20240209", "2024-02-09"},
             {"2024-q1", "2024-Q1"},
             {"Q3 2024", "2024-Q3"},
             {"2024Q3", "2024-Q3"},
             {"T3 2024", "2024-Q3"},
             {"3. Quartal 2024", "2024-Q3"},
             {"2024-w09", "2024-W09"},
             {"KW 9 2024", "2024-W09"},
             {"9.2.2024", "2024-02-09"},
             {"2024.2.9", "2024-02-09"},
             {"15/03/2024", "2024-03-15"},
             {"03/15/2024", "2024-03-15"},
             {"15 Jan 2025", "2025-01-15"},
             {"Jan 15, 2025", "2025-01-15"},
             {"2024-03-15T00:00:00Z", "2024-03-15"},
             {"2024-03-15 00:00:00.000+02:00", "2024-03-15"},
             {"Jan-24", "2024-01"},
             {"Jan '24", "2024-01"},
             {"Jan \u201924", "2024-01"},
             {"31-Jan-24", "2024-01-31"},
             {"2024M01", "2024-01"},
             {"2024-M01", "2024-01"},
             {"CW01/2024", "2024-W01"},
             {"enero 2024", "2024-01"},
             {"enero de 2024", "2024-01"},
             {"gennaio 2024", "2024-01"},
             {"maart 2024", "2024-03"},
             {"mar\u00e7o 2024", "2024-03"},
             {"2024", "2024"},
             {" 2024-01 ", "2024-01"}}) {
        INFO(written);
        CHECK(as_period(written) == meant);
    }
}

TEST_CASE("what names no period, or no year, is left as it is") {
    for (const std::string_view text :
         {"spring 2024", "1.2", "Jan", "Jan 25", "25-Jan", "H1 2024", "FY2024", "wave 1", "", "2024-2025", "12", "Q1",
          "S1 2024", "marble 2024", "2024-03-15T12:30:00Z", "1234567", "302402"}) {
        INFO(text);
        CHECK(read_calendar(text).is == calendar_reading::kind::none);
        CHECK(as_period(text) == text);
    }
}

TEST_CASE("a day that may be of two months is told from one that is sure") {
    const calendar_reading read = read_calendar("03/04/2024");
    CHECK(read.is == calendar_reading::kind::either_day);
    CHECK(spell(read.meant) == "2024-04-03");
    CHECK(spell(read.month_first) == "2024-03-04");
    CHECK(read_calendar("03/03/2024").is == calendar_reading::kind::one);
    CHECK(read_calendar("03.04.2024").is == calendar_reading::kind::one);
}

TEST_CASE("a period that does not exist is none") {
    for (const std::string_view text : {"13/2024", "Q5 2024", "2024-W54", "31 Feb 2024", "30.2.2024", "2024-13"}) {
        INFO(text);
        CHECK(read_calendar(text).is == calendar_reading::kind::impossible);
    }
}

TEST_CASE("a month is known by its name alone") {
    CHECK(month_named("Jan") == 1);
    CHECK(month_named("Août") == 8);
    CHECK(month_named("Dez.") == 12);
    CHECK(month_named("May") == 5);
    CHECK(month_named("Jan 2025") == 0);
    CHECK(month_named("wave") == 0);
    CHECK(month_named("") == 0);
}
