#include "values/number.hpp"

#include <cmath>
#include <string>

#include <cxm/metrics/customers.hpp>
#include <cxm/metrics/value.hpp>

#include "catch.hpp"

using namespace cxm;

namespace {

std::string wrong_with(const measure& m, std::string_view text, char decimal = '.') {
    std::string wrong;
    const auto value = parse_value(m, text, decimal, wrong);
    CHECK(value.has_value() == wrong.empty());
    return wrong;
}

}  // namespace

TEST_CASE("numbers are read as JSON writes them") {
    CHECK(parse_number("0") == 0.0);
    CHECK(parse_number("120") == 120.0);
    CHECK(parse_number("-12.5") == -12.5);
    CHECK(parse_number("1e3") == 1000.0);
    CHECK(parse_number("1E+3") == 1000.0);
    CHECK(parse_number("25e-2") == 0.25);
    CHECK(parse_number("0.1") == 0.1);
    CHECK(parse_number("123456789012345678") == 123456789012345678.0);
}

TEST_CASE("minus zero is zero") {
    for (const char* const zero : {"-0", "-0.0", "-0e5"}) {
        const auto value = parse_number(zero);
        REQUIRE(value);
        CHECK_FALSE(std::signbit(*value));
    }
}

TEST_CASE("everything else is no number") {
    for (const std::string_view text :
         {"",    " ",   "1 ",   " 1",       "+1",    "01",     "-01",   "00",    "0x1",       "1.",
          ".5",  "-",   "--1",  "1e",       "1e+",   "1,5",    "1_000", "1'000", "1.000.000", "nan",
          "NaN", "inf", "-inf", "Infinity", "1e999", "-1e999", "12abc", "1.5.2", "１",        "1\n"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
    CHECK_FALSE(parse_number(std::string_view("1\0", 2)));
}

TEST_CASE("a decimal comma is read where it is the mark, and a point is none then") {
    CHECK(parse_number("1234,5", ',') == 1234.5);
    CHECK(parse_number("1,5e1", ',') == 15.0);
    CHECK(parse_number("12", ',') == 12.0);
    CHECK_FALSE(parse_number("1.5", ','));
    CHECK_FALSE(parse_number("1.234,5", ','));
}

TEST_CASE("counts are whole, from 0 to 2^53") {
    CHECK(wrong_with(customers_start, "9007199254740992").empty());
    CHECK(wrong_with(customers_start, "1e3").empty());
    CHECK(wrong_with(customers_start, "5.0").empty());
    CHECK(wrong_with(customers_start, "9007199254740994") == "9007199254740994 is above 2^53, the largest count");
    CHECK(wrong_with(customers_start, "4503599627370497.3") == "'4503599627370497.3' is not a whole number");
    CHECK(wrong_with(customers_start, "4503599627370497.0").empty());
    CHECK(wrong_with(customers_start, "9007199254740993") == "'9007199254740993' is above 2^53, the largest count");
    CHECK(wrong_with(customers_start, "9007199254740991.7") != "");
    CHECK(wrong_with(customers_start, "9007199254740991").empty());
    CHECK(wrong_with(customers_start, "1.5") == "1.5 is not a whole number");
    CHECK(wrong_with(customers_start, "-5") == "-5 is below 0");
    CHECK(wrong_with(customers_start, "010") == "'010' is not a whole number");
}

TEST_CASE("a ratio may be a percentage, what is counted may not") {
    constexpr cxm::measure kept{"kept", "K.", cxm::unit::ratio, cxm::over_time::fixed, 0, 1};
    std::string wrong;
    CHECK(parse_value(kept, "80%", '.', wrong) == 0.8);
    CHECK(parse_value(kept, "7 %", '.', wrong) == 0.07);
    CHECK(parse_value(kept, "7,5%", ',', wrong) == 0.075);
    CHECK(!parse_value(kept, "120%", '.', wrong));
    CHECK(wrong == "120% is above 100%");
    CHECK(!parse_value(kept, "%", '.', wrong));
    CHECK(!parse_value(kept, "80%%", '.', wrong));
    CHECK(wrong == "'80%%' is not a number");
    CHECK(!parse_value(kept, "80% %", '.', wrong));
    CHECK(!parse_value(kept, "80", '.', wrong));
    CHECK(wrong == "80 is above 1; 80 % is written 80% or 0.8");
    constexpr cxm::measure years{"years", "Y.", cxm::unit::number, cxm::over_time::fixed, 0};
    CHECK(!parse_value(years, "80%", '.', wrong));
    CHECK(wrong == "'80%' is not a number");
}

TEST_CASE("a number without its first digit is told with it") {
    CHECK(cxm::digit_lacking(".88") == "; write 0.88");
    CHECK(cxm::digit_lacking("-.5%") == "; write -0.5%");
    CHECK(cxm::digit_lacking(",5", ',') == "; write 0,5");
    for (const char* const other : {"", ".", "0.88", "-", ".x", "5"}) {
        CHECK(cxm::digit_lacking(other).empty());
    }
}

TEST_CASE("money may be below 0, cost and shares have their bounds") {
    CHECK(wrong_with(gain, "-12.5").empty());
    CHECK(wrong_with(cost, "-1") == "-1 is below 0");
    CHECK(wrong_with(retention_per_year, "1.01") == "1.01 is above 1");
}

TEST_CASE("a number that a decimal comma would explain is refused with the flag that reads it") {
    CHECK(wrong_with(gain, "12,5") == "'12,5' is not a number (for decimal commas give --decimal ,)");
    CHECK(wrong_with(gain, "12,5", ',').empty());
    CHECK(wrong_with(gain, "12.5", ',') == "'12.5' is not a number");
}

TEST_CASE("money keeps all its digits, or is refused") {
    for (const std::string_view kept : {"12345678901234.5", "0.1000000000000000000000", "9007199254740994", "1e22",
                                        "0.30000000000000004", "000.5", "1234567890123450000000"}) {
        INFO(kept);
        CHECK(wrong_with(cost, kept).find("digits") == std::string::npos);
    }
    for (const std::string_view lost : {"12345678901234567.89", "9007199254740993", "0.33333333333333333333",
                                        "0.1234567890123456789", "1.0000000000000000001e3"}) {
        INFO(lost);
        CHECK(
            wrong_with(cost, lost).ends_with("has more digits than are kept exactly, which is 15 at least; round it"));
    }
    CHECK(wrong_with(cost, "-1.50") == "-1.50 is below 0");
}
