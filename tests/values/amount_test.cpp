#include "values/amount.hpp"

#include <cmath>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("a percentage is the double nearest to its hundredth") {
    CHECK(parse_amount("0.7%")->number == 0.007);
    CHECK(parse_amount("7%")->number == 0.07);
    CHECK(parse_amount("55 %")->number == 0.55);
    CHECK(parse_amount("1e1%")->number == 0.1);
    CHECK(parse_amount("1e+1%")->number == 0.1);
    CHECK(parse_amount("-0.3pp")->number == -0.003);
    CHECK(parse_amount("0.7%")->in == amount::unit::percent);
    CHECK(parse_amount("1pp")->in == amount::unit::points);
    CHECK(parse_amount("-3")->in == amount::unit::none);
}

TEST_CASE("what is no number is no amount") {
    for (const char* text :
         {"", "%", "pp", "five", "5%%", "5 pp pp", "1,5%", "0x10", "inf", "nan%", "+5", "5p", ".5", "1e999%"}) {
        INFO(text);
        CHECK_FALSE(parse_amount(text));
    }
}

TEST_CASE("zero has no sign") { CHECK_FALSE(std::signbit(parse_amount("-0%")->number)); }
