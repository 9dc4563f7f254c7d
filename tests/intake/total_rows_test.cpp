#include "intake/total_rows.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

TEST_CASE("a total is known by its name, in any case") {
    for (const std::string_view word :
         {"Total",       "TOTAL",    "Grand Total",  "Gesamt", "Ensemble",     "total général",  "(all)",    "Total:",
          "TOTAL (all)", "EU Total", "grand-total",  "Totale", "all segments", "Overall",        "combined", "Average",
          "EU average",  "Mean",     "Durchschnitt", "Median", "Total 2024",   "total customers"}) {
        INFO(word);
        CHECK(is_total(word));
    }
    for (const std::string_view word : {"pro", "Total Energies", "all inclusive", "average spenders", "meaning",
                                        "2024-01", "...", "", "totals of the year"}) {
        INFO(word);
        CHECK_FALSE(is_total(word));
    }
}

TEST_CASE("totals are left out, by name or by what they lack, in whichever file") {
    std::vector<records> files = {records_from("period,segment,clicks\n2024-01,a,1\n2024-01,,3\nTotal,a,9\n"),
                                  records_from("period,clicks\n2024-02,4\n")};
    CHECK(drop_totals(files) == 3);
    REQUIRE(files[0].size() == 1);
    CHECK(files[0].labels[0].values[0] == "a");
    CHECK(files[1].size() == 0);
}

TEST_CASE("where nothing is a part, nothing is a total") {
    std::vector<records> files = {records_from("period,segment,clicks\n2024-01,,1\n2024-02,,3\n")};
    CHECK(drop_totals(files) == 0);
    CHECK(files[0].size() == 2);
}
