#include "records/period_kinds.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

std::vector<std::string> findings(std::string_view periods) {
    std::string csv = "period,clicks\n";
    for (std::size_t at = 0; at < periods.size(); at = std::min(periods.find(' ', at), periods.size()) + 1) {
        csv += std::string(periods.substr(at, periods.find(' ', at) - at)) + ",1\n";
    }
    period_kinds kinds;
    kinds.add(records_from(csv));
    std::vector<std::string> all;
    for (const auto& odd : kinds.oddities()) {
        all.push_back(odd.place + " " + odd.finding);
    }
    return all;
}

}  // namespace

TEST_CASE("periods of one kind are nothing odd, free labels neither") {
    CHECK(findings("2024-01 2024-03 2023-12").empty());
    CHECK(findings("before after").empty());
    CHECK(findings("2024-q1 2024-Q2").empty());
}

TEST_CASE("each kind beside the commonest of the calendar is told once") {
    CHECK(findings("2024-01 2024-02 2024-Q1 2024-Q2 2024 spring") ==
          std::vector<std::string>{"a.csv:7 'spring' is no date: a free label among months",
                                   "a.csv:4 '2024-Q1' is a quarter among months, and 1 more like it",
                                   "a.csv:6 '2024' is a year among months"});
    CHECK(findings("a b 2024-01").size() == 1);
}

TEST_CASE("what is found in two blocks adds up, and the first keeps its place") {
    period_kinds kinds;
    period_kinds later;
    kinds.add(records_from("period,clicks\n2024-01,1\nspring,1\n"));
    later.add(records_from("period,clicks\n2024-Q1,1\nsummer,1\n2024-04,1\n"));
    kinds.add(later);
    const auto odd = kinds.oddities();
    REQUIRE(odd.size() == 2);
    CHECK(odd[0].finding == "'spring' is no date: a free label among months, and 1 more like it");
    CHECK(odd[0].place == "a.csv:3");
    CHECK(kinds.usual() == grain::month);
}
