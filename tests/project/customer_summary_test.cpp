#include <cxm/project/customer_summary.hpp>

#include <array>
#include <stdexcept>
#include <vector>

#include <cxm/period.hpp>

#include "catch.hpp"
#include "near.hpp"

using namespace cxm;

namespace {

std::int32_t day(int year, unsigned month, unsigned of_month) { return calendar::day_number(year, month, of_month); }

}  // namespace

TEST_CASE("three purchase days are two repeats, and two amounts of one day one purchase") {
    std::array<dated_amount, 4> bought{
        {{day(2024, 3, 4), 30}, {day(2024, 1, 15), 20}, {day(2024, 1, 1), 10}, {day(2024, 1, 15), 5}}};
    const auto summary = summarise_customer(7, bought, {day(2024, 3, 31)});
    REQUIRE(summary);
    CHECK(summary->customer == 7);
    CHECK(summary->of.x == 2);
    CHECK(summary->of.t_x == 9);
    CHECK(near(summary->of.T, 90.0 / 7, 1e-14));
    CHECK(summary->mean == 27.5);
    CHECK(summary->later == 0);
}

TEST_CASE("what is bought after the last day is the holdout's, by days, as far as it reaches") {
    std::array<dated_amount, 5> bought{{{0, 10}, {10, 3}, {11, 4}, {11, 5}, {20, 6}}};
    const auto summary = summarise_customer(1, bought, {10, 1.0, 9});
    REQUIRE(summary);
    CHECK(summary->of.x == 1);
    CHECK(summary->mean == 3);
    CHECK(summary->later == 1);
    CHECK(summarise_customer(1, bought, {10, 1.0, 10})->later == 2);
    CHECK(summarise_customer(1, bought, {10})->later == 0);
}

TEST_CASE("customers who come after the last day are left out") {
    std::array<dated_amount, 1> bought{{{11, 10}}};
    CHECK_FALSE(summarise_customer(1, bought, {10}));
    CHECK_FALSE(summarise_customer(1, {}, {10}));
    CHECK(summarise_customer(1, bought, {11})->of == purchase_history{0, 0, 0});
}

TEST_CASE("rows in any order make the same summaries, in the order of customers") {
    std::vector<customer_purchase> rows;
    for (std::uint64_t customer = 0; customer < 20; ++customer) {
        for (std::int32_t i = 0; i < 5; ++i) {
            rows.push_back({customer, {static_cast<std::int32_t>(customer) * 3 % 7 + i * i, 0.1 * i}});
        }
    }
    const auto forward = summarise_customers(rows, {15, 7.0, 5});
    const std::vector<customer_purchase> turned(rows.rbegin(), rows.rend());
    const auto backward = summarise_customers(turned, {15, 7.0, 5});
    REQUIRE(forward.size() == 20);
    for (std::size_t i = 0; i < forward.size(); ++i) {
        CHECK(forward[i].customer == i);
        CHECK(forward[i].of == backward[i].of);
        CHECK(forward[i].mean == backward[i].mean);
        CHECK(forward[i].later == backward[i].later);
    }
}

TEST_CASE("an amount of 0 is a purchase, one below 0 is refused") {
    std::array<dated_amount, 2> free{{{0, 10}, {3, 0}}};
    CHECK(summarise_customer(1, free, {10})->of.x == 1);
    CHECK(summarise_customer(1, free, {10})->mean == 0);
    std::array<dated_amount, 2> refund{{{0, 10}, {3, -1}}};
    CHECK_THROWS_AS(summarise_customer(1, refund, {10}), std::invalid_argument);
    CHECK_THROWS_AS(summarise_customer(1, free, {10, 0.0}), std::invalid_argument);
}
