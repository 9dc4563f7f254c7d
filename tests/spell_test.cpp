#include "catch.hpp"

#include <array>
#include <limits>

#include <cxm/spell.hpp>

using namespace cxm;

namespace {

constexpr measure a{"a", "A.", unit::number};
constexpr measure b{"b", "B.", unit::number};
constexpr measure c{"c", "C.", unit::number, over_time::fixed, not_given, not_given, 7};

using values = std::array<double, formula::most_inputs>;

std::string why(const formula& f, const values& inputs) { return reason(f, evaluate(f, inputs)); }

}  // namespace

TEST_CASE("a formula is spelled with the fewest brackets") {
    CHECK(spell(a + b * c) == "a + b * c");
    CHECK(spell((a + b) * c) == "(a + b) * c");
    CHECK(spell(a - (b - c)) == "a - (b - c)");
    CHECK(spell(a - b - c) == "a - b - c");
    CHECK(spell(a + (b + c)) == "a + b + c");
    CHECK(spell(a / (b * c)) == "a / (b * c)");
    CHECK(spell(a / b * c) == "a / b * c");
    CHECK(spell(100 * (a - b) / (a + b)) == "100 * (a - b) / (a + b)");
    CHECK(spell(formula()).empty());
}

TEST_CASE("numbers are spelled in full where whole, and so that they read back where not") {
    CHECK(spell(1000000.0) == "1000000");
    CHECK(spell(0.1) == "0.1");
    CHECK(spell(-3.5) == "-3.5");
    CHECK(spell(9007199254740992.0) == "9007199254740992");
}

TEST_CASE("numbers fill in for names; what is not given keeps its name or takes its absent value") {
    CHECK(spell((a - b) / c, values{3, -2, not_given}) == "(3 - (-2)) / 7");
    CHECK(spell(a / b, values{3, not_given}) == "3 / b");
}

TEST_CASE("names can be spelled in any way a caller likes") {
    CHECK(spell(a / b, [](std::size_t at) { return "$" + std::to_string(at + 1); }) == "$1 / $2");
}

TEST_CASE("the reason says which measure is missing or which denominator is not above 0") {
    CHECK(why(a / b, {1, 2}).empty());
    CHECK(why(a / b, {1, not_given}) == "b is missing");
    CHECK(why(a / b, {1, 0}) == "b is 0");
    CHECK(why(a / (b - c), {1, 2, 5}) == "b - c is -3, not above 0");
    CHECK(why(a * b, {1e300, 1e300}) == "the result is too large for a number");
    CHECK(why(a / (b * c), {1, 1e300, 1e300}) == "the result is too large for a number");
    CHECK(why(formula(), {}) == "nothing to compute");
}

TEST_CASE("a huge number is spelled without harm") {
    CHECK(spell(1e300) == "1e+300");
    CHECK(spell(-std::numeric_limits<double>::max()) == "-1.7976931348623157e+308");
}
