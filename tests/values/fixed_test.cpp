#include "values/fixed.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "values/number.hpp"

using namespace cxm;

TEST_CASE("cells read as the strict parser reads them") {
    for (const char* text : {"0",
                             "-0",
                             "1.5",
                             "-12.50",
                             "1e6",
                             "0.1",
                             "123456789012345678",
                             "9007199254740993",
                             "1e-400",
                             "2.5E+3",
                             "0.1234567890123456789",
                             "179769313486231570000000",
                             "01",
                             "1.",
                             ".5",
                             "+1",
                             "",
                             "-",
                             "1e",
                             "1,5",
                             "inf",
                             "nan",
                             "0x1",
                             " 1",
                             "1 ",
                             "1e999"}) {
        INFO(text);
        number_reader read;
        CHECK(read.number(text) == parse_number(text));
    }
}

TEST_CASE("sums are exact decimals") {
    number_reader read;
    int128 sum = 0;
    for (int i = 0; i < 1000000; ++i) {
        REQUIRE(add(sum, *read.fixed("0.1")));
    }
    CHECK(to_double(sum) == 100000);
    REQUIRE(add(sum, *read.fixed("-100000.0000000001")));
    CHECK(to_double(sum) == -1e-10);
    CHECK(to_double(*read.fixed("1e2")) == 100);
    CHECK(to_double(*read.fixed("-12.345e-1")) == -1.2345);
    CHECK(to_double(*read.fixed("0.1000000000000000055")) == 0.1);
    CHECK(*read.fixed("0.0000000000000000005") == 1);
    CHECK(*read.fixed("-0.0000000000000000005") == -1);
    CHECK(*read.fixed("4e-19") == 0);
    CHECK(!read.fixed("1e-4000"));
    CHECK(*read.fixed("0e99999999999") == 0);
    CHECK(to_double(*read.fixed("100000000000000000000")) == 1e20);
    CHECK(*read.fixed("9999999999999999999") == fixed_of(9999999999999999999u));
    CHECK(!read.fixed("1e21"));
    CHECK(!read.fixed("-1e300"));
    CHECK(!read.fixed("abc"));
    int128 large = *read.fixed("1e20");
    CHECK(!add(large, large));
}

TEST_CASE("a sum is spelled with all its decimals") {
    number_reader read;
    for (const char* text : {"0", "1", "-1", "10", "0.3", "-0.000000000000000001", "4503599627370497.3",
                             "9007199254740993", "100000000000000000000", "-12.5"}) {
        CHECK(decimal_text(*read.fixed(text)) == text);
    }
    CHECK(decimal_text(fixed_of(9007199254740993)) == "9007199254740993");
}

TEST_CASE("a reader without a mark reads both and remembers which it saw") {
    number_reader either(std::nullopt);
    CHECK(either.number("1") == 1.0);
    CHECK(!either.saw_commas());
    CHECK(either.number("1,5") == 1.5);
    CHECK(either.saw_commas());
    CHECK(!either.saw_points());
    CHECK(either.number("1.5") == 1.5);
    CHECK(either.saw_points());
    CHECK(either.number("1.500,5") == 1500.5);
    CHECK(number_reader(',').number("1,5") == 1.5);
    CHECK(!number_reader(',').number("1.5"));
}
