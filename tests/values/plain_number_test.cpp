#include "values/plain_number.hpp"

#include <random>
#include <string>

#include "catch.hpp"

using namespace cxm;

TEST_CASE("one to eight digits are read from their end, whatever is before them") {
    std::mt19937 random(3);
    for (int i = 0; i < 10000; ++i) {
        const std::string number = std::to_string(random() % 100000000 >> random() % 27);
        const std::string text = "\xff"
                                 "9,\"7:0 8," +
                                 number;
        std::uint64_t value = 0;
        INFO(text);
        REQUIRE(read_digits(text.data() + text.size() - number.size(), text.data() + text.size(), value));
        REQUIRE(std::to_string(value) == number);
    }
}

TEST_CASE("what is not one to eight digits is left to others") {
    for (const std::string number : {"", "123456789", "01", "00", "-1", "1.5", "12 ", "1/2", "1:2", "1\xb2", "\xb1"}) {
        const std::string text = "11111111" + number;
        std::uint64_t value = 0;
        INFO(number);
        CHECK_FALSE(read_digits(text.data() + 8, text.data() + text.size(), value));
    }
}

TEST_CASE("up to seven digits are read as far as they go") {
    const auto read = [](std::string text) {
        std::uint64_t value = 0;
        const unsigned count = read_digits_before_other((text + "       ").data(), value);
        return std::pair(count, value);
    };
    CHECK(read("0,1") == std::pair(1u, std::uint64_t{0}));
    CHECK(read("12}345678") == std::pair(2u, std::uint64_t{12}));
    CHECK(read("1234567,") == std::pair(7u, std::uint64_t{1234567}));
    CHECK(read("12345678").first == 0);
    CHECK(read("x1").first == 0);
    CHECK(read("7\xb9").first == 1);
}
