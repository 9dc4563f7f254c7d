#include "histories/contracts.hpp"

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "text/problem.hpp"

namespace {

using cxm::grain;

std::int32_t day(int year, unsigned month, unsigned of_month) {
    return cxm::calendar::day_number(year, month, of_month);
}

cxm::contracts_read read(const std::string& text, const char* where = nullptr) {
    const scratch_file file("contracts.csv", text);
    cxm::plan how;
    cxm::add_subscriptions(how, "first,last");
    if (where != nullptr) {
        cxm::add_where(how, where);
    }
    return cxm::read_contracts(how, {file.path()}, {});
}

}  // namespace

TEST_CASE("a renewal falls on the same day of a later month, or on the last of a shorter one") {
    const std::int32_t first = day(2024, 1, 31);
    CHECK(cxm::renewals_between(first, first, grain::month) == 0);
    CHECK(cxm::renewals_between(first, day(2024, 2, 28), grain::month) == 0);
    CHECK(cxm::renewals_between(first, day(2024, 2, 29), grain::month) == 1);
    CHECK(cxm::renewals_between(first, day(2024, 3, 30), grain::month) == 1);
    CHECK(cxm::renewals_between(first, day(2024, 3, 31), grain::month) == 2);
    CHECK(cxm::renewals_between(first, day(2025, 1, 30), grain::year) == 0);
    CHECK(cxm::renewals_between(first, day(2025, 1, 31), grain::year) == 1);
    CHECK(cxm::renewals_between(day(2024, 2, 29), day(2025, 2, 28), grain::year) == 1);
    CHECK(cxm::renewals_between(first, day(2024, 4, 30), grain::quarter) == 1);
    CHECK(cxm::renewals_between(first, first + 13, grain::week) == 1);
    CHECK(cxm::renewals_between(first, first + 13, grain::day) == 13);
}

TEST_CASE("contracts are told apart by the renewals that are seen of them, and counted after each") {
    const std::vector<cxm::contract> contracts = {{day(2024, 1, 1), day(2024, 2, 29)},
                                                  {day(2024, 1, 5), cxm::open_end},
                                                  {day(2024, 3, 2), day(2024, 3, 20)},
                                                  {day(2024, 4, 1), cxm::open_end},
                                                  {day(2024, 5, 1), cxm::open_end}};
    const auto seen = cxm::cohorts_of(contracts, grain::month, day(2024, 4, 10), 100);
    REQUIRE(seen.cohorts.size() == 3);
    CHECK(seen.cohorts[0] == std::vector<double>{1});
    CHECK(seen.cohorts[1] == std::vector<double>{1, 0});
    CHECK(seen.cohorts[2] == std::vector<double>{2, 2, 1, 1});
    CHECK(seen.running == std::vector<double>{1, 0, 0, 1});
    CHECK(seen.later == 1);
    CHECK(seen.undecided == 0);
}

TEST_CASE("who ends before a renewal that the others have not come to is not lost yet, and runs no more") {
    const std::vector<cxm::contract> contracts = {{day(2024, 1, 1), day(2024, 2, 10)},
                                                  {day(2024, 1, 1), cxm::open_end}};
    const auto seen = cxm::cohorts_of(contracts, grain::month, day(2024, 2, 20), 100);
    REQUIRE(seen.cohorts.size() == 1);
    CHECK(seen.cohorts[0] == std::vector<double>{2, 2});
    CHECK(seen.running == std::vector<double>{0, 1});
    CHECK(seen.undecided == 1);
}

TEST_CASE("more renewals than a curve is read for are refused with the dates") {
    const std::vector<cxm::contract> contracts = {{day(1024, 1, 1), cxm::open_end}};
    try {
        (void)cxm::cohorts_of(contracts, grain::month, day(2024, 1, 1), 1000);
        FAIL("taken");
    } catch (const cxm::bad_input& e) {
        CHECK_THAT(e.what(), Catch::Contains("12000 renewals") && Catch::Contains("1024-01-01"));
    }
}

TEST_CASE("contracts are read from rows, with blank and with far ends open") {
    const auto found = read("id,first,last\na,2024-01-01,2024-03-01\nb,2024-02-01,\nc,2024-02-02,9999-12-31\n");
    REQUIRE(found.contracts.size() == 3);
    CHECK(found.last_day == day(2024, 3, 1));
    REQUIRE(found.notes.size() == 1);
    CHECK(found.rows == 3);
}

TEST_CASE("a contract without a first day, one that ends before it, and what is no date are refused") {
    CHECK_THROWS_AS(read("first,last\n,2024-01-01\n"), cxm::bad_input);
    CHECK_THROWS_AS(read("first,last\n2024-01-02,2024-01-01\n"), cxm::bad_input);
    CHECK_THROWS_AS(read("first,last\n2024-01-02,soon\n"), cxm::bad_input);
    CHECK(read("first,last\n2024-01-02,2024-01-02\n").contracts.size() == 1);
}

TEST_CASE("a condition chooses contracts, and one that holds of none says what there is instead") {
    const std::string text = "first,last,plan\n2024-01-02,,pro\n2024-01-03,,basic\n";
    CHECK(read(text, "plan = 'pro'").contracts.size() == 1);
    const auto none = read(text, "plan = 'Pro'");
    CHECK(none.contracts.empty());
    REQUIRE(!none.warnings.empty());
    CHECK_THAT(none.warnings.front(), Catch::Contains("'pro'"));
}
