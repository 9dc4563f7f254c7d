#include "catch.hpp"

#include <array>
#include <limits>
#include <stdexcept>

#include <cxm/metric.hpp>
#include <cxm/outcome.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

namespace {

constexpr measure won{"won", "Games won.", unit::things};
constexpr measure drawn{"drawn", "Games drawn.", unit::things};
constexpr measure played{"played", "Games played.", unit::things};
constexpr measure bonus{"bonus", "Points for style, none if not given.", unit::points, over_time::flow, 0, 10, 0};

constexpr double largest = std::numeric_limits<double>::max();

outcome value(const formula& f, std::array<double, formula::most_inputs> inputs) { return evaluate(f, inputs); }

}  // namespace

TEST_CASE("inputs stand in the order of their first mention, each once") {
    constexpr formula f = (won - drawn) / (played + won);
    REQUIRE(f.inputs().size() == 3);
    CHECK(f.inputs()[0] == &won);
    CHECK(f.inputs()[1] == &drawn);
    CHECK(f.inputs()[2] == &played);
    CHECK(position(f, drawn) == 1);
    CHECK(position(f, bonus) == 3);
}

TEST_CASE("formulas are computed while compiling") {
    constexpr formula f = 3 * won + drawn;
    constexpr std::array<double, formula::most_inputs> inputs{4, 2};
    static_assert(evaluate(f, inputs).value == 14);
    CHECK(value(f, {4, 2}).value == 14);
}

TEST_CASE("the order of operations is that of C++") {
    CHECK(value(won - drawn - played, {9, 3, 2}).value == 4);
    CHECK(value(won - (drawn - played), {9, 3, 2}).value == 8);
    CHECK(value(won / drawn / played, {12, 3, 2}).value == 2);
    CHECK(value(won / (drawn / played), {12, 3, 2}).value == 8);
}

TEST_CASE("a missing value names the first input that lacks one; absent values step in") {
    const outcome result = value(won / played, {1, not_given});
    CHECK(result.is == status::missing);
    CHECK(result.at == 1);
    CHECK(value(won + bonus, {2, not_given}).value == 2);
    CHECK(value(won + bonus, {2, 5}).value == 7);
}

TEST_CASE("a denominator of 0 or below, or too large, is undefined at its division") {
    CHECK(value(won / played, {1, 0}).is == status::undefined);
    CHECK(value(won / (played - drawn), {1, 3, 5}).value == -2);
    CHECK(value(won / (played - drawn), {1, 3, 5}).is == status::undefined);
    CHECK(value(won / (played * drawn), {1, largest, 2}).is == status::undefined);
    CHECK(value(1 + won / played, {1, 0}).at == 3);
}

TEST_CASE("a result too large for a number is undefined, and minus 0 is 0") {
    CHECK(value(won * played, {largest, 2}).is == status::undefined);
    CHECK(value(won * played - won * played, {largest, 2}).is == status::undefined);
    const outcome zero = value(-1 * won, {0});
    REQUIRE(zero.ok());
    CHECK(1 / zero.value > 0);
}

TEST_CASE("an empty formula comes to nothing") {
    CHECK(evaluate(formula(), {}).is == status::missing);
    CHECK(formula().empty());
}

TEST_CASE("a formula that outgrows its capacity throws instead of losing steps") {
    formula sum = won;
    const auto grow = [&] {
        for (std::size_t i = 0; i < formula::most_steps; ++i) {
            sum = sum + won;
        }
    };
    CHECK_THROWS_AS(grow(), std::length_error);
    CHECK(sum.steps().size() == formula::most_steps - 1);

    formula constants = won;
    const auto many_constants = [&] {
        for (std::size_t i = 0; i <= formula::most_constants; ++i) {
            constants = constants + static_cast<double>(i);
        }
    };
    CHECK_THROWS_AS(many_constants(), std::length_error);
}

TEST_CASE("as many different constants fit as are promised, the first of them in front too") {
    formula sum = 1.0;
    double expected = 1;
    for (std::size_t i = 2; i <= formula::most_constants; ++i) {
        sum = sum + static_cast<double>(i) * won;
        expected += static_cast<double>(i) * 3;
    }
    CHECK(value(sum, {3}).value == expected);
    CHECK(value(sum + 1.0, {3}).value == expected + 1);  // one that is there needs no room
    CHECK_THROWS_AS(sum + 99.0, std::length_error);
}

TEST_CASE("a quotient splits into its two sides, other formulas do not") {
    constexpr formula f = (won - drawn) / (played + won);
    const auto parts = split(f);
    CHECK(spell(parts.top) == "won - drawn");
    CHECK(spell(parts.bottom) == "played + won");
    CHECK(split(won / played - 1).bottom.empty());
    CHECK(split(won).top.empty());
}

TEST_CASE("a metric in a formula stands for its own") {
    static constexpr metric share{.key = "share", .title = "Share", .meaning = "Won.", .value = won / played};
    constexpr metric rest{.key = "rest", .title = "Rest", .meaning = "Not won.", .value = 1 - share};
    static_assert(rest(won = 1, played = 4).value == 0.75);
    CHECK(spell(rest.value) == "1 - won / played");
}
