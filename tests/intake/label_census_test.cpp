#include "intake/label_census.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

label_census census_of(std::initializer_list<std::string_view> blocks) {
    label_census whole;
    for (const std::string_view block : blocks) {
        label_census own;
        own.add(records_from(block));
        whole.add(own);
    }
    return whole;
}

std::string period_taken_for_label(std::initializer_list<std::string_view> blocks,
                                   const std::vector<std::string>& named = {}) {
    return refused([&] { census_of(blocks).refuse_periods_as_labels(named); });
}

std::string total_among(std::initializer_list<std::string_view> blocks) {
    return refused([&] { census_of(blocks).refuse_totals_of_labels(); });
}

}  // namespace

TEST_CASE("a label all of whose values are periods is refused where there is no period") {
    CHECK(
        period_taken_for_label({"month,clicks\n2024-01,1\n2024-02,2\n"}) ==
        "a.csv:2: 'month' holds periods, or is named after them, and nothing is named 'period'; --period month takes it as "
        "the period, --label month keeps it a label");
    for (const std::string_view value :
         {"Jan 2025", "janv. 2025", "March", "01/02/2024", "2024-03-15T12:30:00Z", "Q1 2024"}) {
        INFO(value);
        CHECK_FALSE(period_taken_for_label({"when,clicks\n" + std::string(value) + ",1\n"}).empty());
    }
}

TEST_CASE("one value that is no period, in any block, makes it a label") {
    CHECK(period_taken_for_label({"wave,clicks\n2024-01,1\n", "wave,clicks\nsecond,1\n"}).empty());
    CHECK_FALSE(period_taken_for_label({"wave,clicks\n2024-01,1\n", "wave,clicks\n2024-02,1\n"}).empty());
}

TEST_CASE("beside a period, or named, a label may hold anything") {
    CHECK(period_taken_for_label({"period,cohort,clicks\n2024-01,2023-12,1\n"}).empty());
    CHECK(period_taken_for_label({"cohort,clicks\n2023-12,1\n"}, {"cohort"}).empty());
}

TEST_CASE("a total among its parts is found by its name or by what it lacks") {
    CHECK(total_among({"segment,clicks\na,1\nTotal,3\nb,2\n"}) ==
          "a.csv:3: 'Total' stands beside its parts in the label 'segment', and would be added to them; leave such "
          "records out with --drop-totals");
    CHECK(total_among({"segment,clicks\na,1\n,3\nb,2\n"}) ==
          "a.csv:3: the label 'segment' is blank here, in 1 of 3 records: a total would be added to its parts; give it "
          "to every record, or leave such records out with --drop-totals");
    CHECK(total_among({"segment,clicks\na,1\n", "clicks\n3\n4\n"}) ==
          "a.csv:2: the label 'segment' is blank here first, in 2 of 3 records: a total would be added to its parts; "
          "give it to every record, or leave such records out with --drop-totals");
    CHECK_FALSE(total_among({"clicks\n3\n", "segment,clicks\na,1\n"}).empty());
}

TEST_CASE("totals alone are no parts") {
    CHECK(total_among({"segment,clicks\nTotal,3\n"}).empty());
    CHECK(total_among({"segment,clicks\n,3\n"}).empty());
    CHECK(total_among({"segment,clicks\na,1\nb,2\n"}).empty());
}
