#include "intake/stock_joins.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

std::vector<std::string> said_of(std::initializer_list<std::string_view> blocks) {
    stock_joins stocks;
    for (const std::string_view block : blocks) {
        stock_joins own;
        own.add(records_from(block));
        stocks.add(own);
    }
    std::vector<std::string> said;
    for (const remark& r : stocks.remarks()) {
        said.push_back(spell(r));
    }
    return said;
}

}  // namespace

TEST_CASE("a period starts with the customers that the one before it ended with") {
    CHECK(said_of({"period,customers_start,customers_end\n2024-01,600,610\n2024-02,610,640\n"}).empty());
    CHECK(
        said_of({"period,customers_start,customers_end\n2024-01,600,610\n2024-02,618,640\n"}) ==
        std::vector<std::string>{"a.csv:3: 2024-02: customers_start is 618, but 2024-01 ended with customers_end 610"});
}

TEST_CASE("stocks join within a group, across blocks, and whatever the order of the input") {
    CHECK(said_of({"period,segment,customers_start,customers_end\n2024-02,a,5,6\n2024-01,b,1,2\n",
                   "period,segment,customers_start,customers_end\n2024-02,b,2,3\n2024-01,a,4,4\n"}) ==
          std::vector<std::string>{"a.csv:2: 2024-02: customers_start is 5, but 2024-01 ended with customers_end 4"});
}

TEST_CASE("stocks of periods that do not follow each other join nothing") {
    CHECK(said_of({"period,customers_start,customers_end\n2024-01,1,2\n2024-03,5,6\n2024-Q2,7,8\n"}).empty());
    CHECK(said_of({"period,customers_start,customers_end\nspring,1,2\nsummer,5,6\n"}).empty());
    CHECK(said_of({"period,customers_start,customers_end\n2024-01,1,\n2024-02,5,6\n"}).empty());
}
