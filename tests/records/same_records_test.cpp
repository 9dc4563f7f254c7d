#include "records/same_records.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

TEST_CASE("records are the same by period, labels and every count, whatever the order of columns and rows") {
    const records first = records_from("period,segment,clicks,impressions\n2024-01,a,1,10\n2024-01,b,2,20\n");
    const records second = records_from("impressions,segment,clicks,period\n20,b,2,2024-01\n10,a,1,2024-02\n");
    const std::vector<same_record> same = same_records({&first, &second});
    REQUIRE(same.size() == 1);
    CHECK(same[0].first_row == 1);
    CHECK(same[0].row == 0);
}

TEST_CASE("records are not the same where a count differs, or only one of them has it") {
    const auto count = [](std::string_view a, std::string_view b) {
        const records first = records_from(a);
        const records second = records_from(b);
        return same_records({&first, &second}).size();
    };
    constexpr std::string_view one = "period,clicks\n2024-01,1\n";
    CHECK(count(one, one) == 1);
    CHECK(count(one, "period,clicks\n2024-01,2\n") == 0);
    CHECK(count(one, "period,clicks,impressions\n2024-01,1,10\n") == 0);
    CHECK(count("period,clicks,impressions\n2024-01,1,10\n", one) == 0);
    CHECK(count(one, "period,clicks,impressions\n2024-01,1,\n") == 1);
}

TEST_CASE("records without period and labels are like no other, and those of zeros neither") {
    const records one = records_from("clicks,impressions\n1,10\n");
    CHECK(same_records({&one, &one}).empty());
    const records zeros = records_from("period,clicks\n2024-01,0\n");
    CHECK(same_records({&zeros, &zeros}).empty());
}
