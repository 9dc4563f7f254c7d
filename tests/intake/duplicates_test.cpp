#include "intake/duplicates.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

/// Keys as unlike as those of real records; `same` as another's makes it the same record.
record_key key_of(std::uint64_t same, std::uint64_t line, std::uint32_t source = 0) {
    const std::uint64_t spread = (same + 1) * 0x9e3779b97f4a7c15ULL;
    return {spread, spread ^ (spread >> 31), line, source};
}

/// What is refused of records 0 to `count`, the one at `again` being the same as the one at `first`.
std::string found(std::uint64_t count, std::uint64_t first, std::uint64_t again, std::size_t at_once,
                  std::size_t most = 1000) {
    return refused([&] {
        duplicate_finder finder({"a.csv"}, at_once, most);
        for (std::uint64_t i = 0; i < count; ++i) {
            finder.add({key_of(i == again ? first : i, i + 2)});
        }
        finder.finish();
    });
}

}  // namespace

TEST_CASE("the second of two equal records is refused, with the place of the first") {
    CHECK(
        found(10, 3, 7, 1000) ==
        "a.csv:9: the same period and labels as a.csv:5; remove one, add the label that tells them apart, or, where they count different things, add them up with cxm merge");
    CHECK(found(10, 3, 10, 1000).empty());
}

TEST_CASE("equal records are found however many are looked at at once") {
    for (const std::size_t most : {std::size_t(1), std::size_t(10), std::size_t(100), std::size_t(5000)}) {
        INFO(most);
        CHECK(found(5000, 3, 4990, most).starts_with("a.csv:4992: the same period and labels as a.csv:5;"));
        CHECK(found(5000, 4989, 4990, most).starts_with("a.csv:4992: the same period and labels as a.csv:4991;"));
        CHECK(found(5000, 0, 2500, most).starts_with("a.csv:2502: the same period and labels as a.csv:2;"));
        CHECK(found(5000, 0, 5000, most).empty());
    }
}

TEST_CASE("equal records are found however few keys fit into memory") {
    constexpr std::uint64_t count = 400000;  // more than a page of each part
    for (const std::size_t most : {std::size_t(0), std::size_t(50000), std::size_t(1000000)}) {
        INFO(most);
        CHECK(found(count, 3, count - 1, 10, most).starts_with("a.csv:400001: the same period and labels as a.csv:5;"));
        CHECK(found(count, 200000, 300000, 10, most).starts_with("a.csv:300002: the same"));
        CHECK(found(count, 0, count, 10, most).empty());
    }
}

TEST_CASE("equal records of two files are refused at the later file") {
    duplicate_finder finder({"a.csv", "b.csv"});
    finder.add({key_of(1, 9, 0)});
    CHECK(
        refused([&] { finder.add({key_of(1, 4, 1)}); }).starts_with("b.csv:4: the same period and labels as a.csv:9;"));
}

TEST_CASE("records are the same by period and labels, in any order of the columns, whatever their measures") {
    const auto keys = [](std::string_view csv) { return keys_of(records_from(csv), 0); };
    const auto one = keys("period,segment,country,clicks\n2024-01,a,x,1\n")[0];
    CHECK(one.same_as(keys("country,period,segment,leads\nx,2024-01,a,5\n")[0]));
    CHECK_FALSE(one.same_as(keys("period,segment,country,clicks\n2024-02,a,x,1\n")[0]));
    CHECK_FALSE(one.same_as(keys("period,segment,country,clicks\n2024-01,x,a,1\n")[0]));
    CHECK_FALSE(one.same_as(keys("period,segment,clicks\n2024-01,a,1\n")[0]));
    CHECK(keys("period,segment,clicks\n2024-01,a,1\n")[0].same_as(
        keys("period,segment,country,clicks\n2024-01,a,,1\n")[0]));
}

TEST_CASE("labels that only together read the same are different records") {
    const auto keys = keys_of(records_from("a,b,clicks\nx,yz,1\nxy,z,1\n"), 0);
    CHECK_FALSE(keys[0].same_as(keys[1]));
}
