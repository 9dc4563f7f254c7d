#include "records/pool.hpp"

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/marketing.hpp>
#include <cxm/metrics/value.hpp>

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

records pooled_by(std::vector<std::string> kept, std::initializer_list<std::string_view> blocks) {
    segment_pool pool(std::move(kept));
    for (const std::string_view block : blocks) {
        pool.add(records_from(block));
    }
    return pool.finish();
}

}  // namespace

TEST_CASE("segments of a period add up, whatever the rule over time") {
    const records all = pooled_by({}, {"period,segment,clicks,customers_start,customers_active\n"
                                       "2024-01,a,1,100,10\n2024-01,b,2,200,20\n2024-02,a,4,300,30\n"});
    REQUIRE(all.size() == 2);
    CHECK(value_of(all, clicks, 0) == 3);
    CHECK(value_of(all, customers_start, 0) == 300);
    CHECK(value_of(all, customers_active, 0) == 30);
    CHECK(value_of(all, clicks, 1) == 4);
    CHECK(all.labels.empty());
}

TEST_CASE("a kept label keeps its groups apart, in order of appearance and then of time") {
    const records all = pooled_by({"segment"}, {"period,segment,country,clicks\n"
                                                "2024-02,b,x,1\n2024-01,a,x,2\n2024-01,b,x,3\n2024-01,b,y,4\n"});
    REQUIRE(all.size() == 3);
    CHECK(all.labels[0].values == std::vector<std::string_view>{"b", "b", "a"});
    CHECK(all.periods == std::vector<std::string_view>{"2024-01", "2024-02", "2024-01"});
    CHECK(value_of(all, clicks, 0) == 7);
}

TEST_CASE("a label named twice is kept once") {
    CHECK(pooled_by({"segment", "segment"}, {"period,segment,clicks\n2024-01,a,1\n"}).labels.size() == 1);
}

TEST_CASE("a measure that one of the pooled records lacks is missing, and says so") {
    const records all = pooled_by({}, {"period,segment,clicks,leads\n2024-01,a,1,1\n2024-01,b,,1\n"});
    CHECK(is_missing(value_of(all, clicks, 0)));
    CHECK(why_of(all, clicks, 0) == "clicks is missing in some of the pooled records");
    CHECK(value_of(all, leads, 0) == 2);
}

TEST_CASE("a measure that a whole block lacks is missing too, whichever block comes first") {
    const std::string_view with = "period,segment,clicks,leads\n2024-01,a,1,1\n";
    const std::string_view without = "period,segment,leads\n2024-01,b,1\n";
    CHECK(is_missing(value_of(pooled_by({}, {with, without}), clicks, 0)));
    CHECK(is_missing(value_of(pooled_by({}, {without, with}), clicks, 0)));
    CHECK(value_of(pooled_by({}, {without, with}), leads, 0) == 2);
}

TEST_CASE("an assumption that differs between segments has no pooled value") {
    const records all = pooled_by({}, {"period,segment,lifespan_years,purchase_value\n2024,a,2,5\n2024,b,3,5\n"});
    CHECK(why_of(all, lifespan_years, 0) == "lifespan_years differs between the pooled records");
    CHECK(value_of(all, purchase_value, 0) == 5);
}

TEST_CASE("a period is as incomplete as its least complete segment") {
    const records all =
        pooled_by({}, {"period,segment,clicks,complete\n2024-01,a,1,true\n2024-01,b,2,false\n2024-02,a,2,\n"});
    CHECK(all.partial == std::vector<bool>{true, false});
}

TEST_CASE("pooling by a label that a record lacks is refused, with the label that may be meant") {
    CHECK(refused([] { pooled_by({"segment"}, {"period,segment,clicks\n2024-01,a,1\n2024-02,,1\n"}); }) ==
          "a.csv:3: label 'segment' is missing here, in 1 of 2 records; --by needs it: give it to every record");
    CHECK(refused([] { pooled_by({"segmnt"}, {"period,segment,clicks\n2024-01,a,1\n"}); }) ==
          "a.csv:2: no record has a label 'segmnt' (did you mean 'segment'?); the labels are segment");
}

TEST_CASE("counts that add up to more than 2^53 are refused") {
    CHECK(refused([] { pooled_by({}, {"period,segment,clicks\n2024-01,a,9007199254740992\n2024-01,b,2\n"}); }) ==
          "a.csv: 2024-01: clicks adds up to more than 2^53, the largest count; see whether the values are right");
}

TEST_CASE("money adds up the same in any order") {
    const records up = pooled_by({}, {"period,segment,revenue\n2024,a,0.1\n2024,b,0.2\n2024,c,0.3\n"});
    const records down = pooled_by({}, {"period,segment,revenue\n2024,c,0.3\n2024,b,0.2\n2024,a,0.1\n"});
    CHECK(value_of(up, revenue, 0) == 0.6);
    CHECK(value_of(down, revenue, 0) == 0.6);
}
