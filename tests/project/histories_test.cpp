#include <cxm/project/histories.hpp>
#include <cxm/project/history_table.hpp>

#include <array>
#include <stdexcept>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

TEST_CASE("equal histories are counted together, in the order of x, T and t_x") {
    const std::array<purchase_history, 5> rows{{{1, 3, 9}, {0, 0, 9}, {1, 2, 9}, {1, 3, 9}, {1, 4, 8}}};
    const auto groups = group_histories(rows);
    REQUIRE(groups.size() == 4);
    CHECK(groups[0].of == purchase_history{0, 0, 9});
    CHECK(groups[1].of == purchase_history{1, 4, 8});
    CHECK(groups[2].of == purchase_history{1, 2, 9});
    CHECK(groups[3].of == purchase_history{1, 3, 9});
    CHECK(groups[3].customers == 2);
}

TEST_CASE("ages add up the customers of one T") {
    const std::array<counted_history, 3> groups{{{{0, 0, 9}, 5}, {{1, 4, 8}, 2}, {{1, 3, 9}, 4}}};
    const auto ages = ages_of(groups);
    REQUIRE(ages.size() == 2);
    CHECK(ages[0].T == 8);
    CHECK(ages[1].customers == 9);
}

TEST_CASE("a table of histories says each number once, in times whose mean T is 40") {
    const std::array<counted_history, 3> groups{{{{0, 0, 10}, 3}, {{1, 4, 10}, 1}, {{2, 4, 30}, 4}}};
    const detail::history_table table(groups);
    CHECK(table.xs().size() == 3);
    REQUIRE(table.times().size() == 4);
    CHECK(near(table.scale(), 2, 1e-15));
    CHECK(near(table.times()[1], 8, 1e-14));
    CHECK(table.customers() == 8);
    CHECK(table.repeats() == 9);
    CHECK(table.customers_at()[0] == 3);
    CHECK(table.rows()[2].T == 3);
}

TEST_CASE("histories that cannot be are refused") {
    const auto refuses = [](const purchase_history& of) {
        CHECK_THROWS_AS(detail::history_table(std::array<counted_history, 1>{{{of, 3}}}), std::invalid_argument);
    };
    refuses({2, 25, 20});
    refuses({0, 4, 20});
    refuses({1, 0, 20});
    refuses({1.5, 4, 20});
    refuses({-1, 4, 20});
    refuses({1, -4, 20});
    refuses({1, 4, std::nan("")});
}

TEST_CASE("a sample has so many customers, spread over all histories in their order") {
    std::vector<cxm::counted_history> all;
    for (int i = 0; i < 1000; ++i) {
        all.push_back({{0, 0, static_cast<double>(i)}, i % 10 == 0 ? 11.0 : 1.0});
    }
    const auto sample = cxm::sample_of(all, 100);
    double customers = 0;
    for (const cxm::counted_history& one : sample) {
        customers += one.customers;
    }
    CHECK(customers == 100);
    CHECK(sample.size() < 101);
    CHECK(sample.front().of.T < 50);
    CHECK(sample.back().of.T > 950);
    CHECK(cxm::sample_of(all, 1e6).size() == all.size());
}
