#include "write/number/number_text.hpp"

#include <fmt/format.h>

#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

#include "catch.hpp"

using namespace cxm;

namespace {

std::string number(double value) {
    std::string out;
    append_number(out, value);
    return out;
}

std::string count(double value) {
    std::string out;
    append_count(out, value);
    return out;
}

/// The digits that count, without sign, point and exponent.
std::string significant(const std::string& text) {
    std::string digits;
    for (const char c : text.substr(0, text.find('e'))) {
        if (c >= '0' && c <= '9' && (c != '0' || !digits.empty())) {
            digits += c;
        }
    }
    return digits.substr(0, digits.find_last_not_of('0') + 1);
}

bool reads_back(double value) {
    const std::string text = number(value);
    double again = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), again).ptr;
    return end == text.data() + text.size() && text.size() <= longest_number &&
           std::bit_cast<std::uint64_t>(again) == std::bit_cast<std::uint64_t>(value);
}

}  // namespace

TEST_CASE("A number for machines has a point or an exponent") {
    CHECK(number(40) == "40.0");
    CHECK(number(0) == "0.0");
    CHECK(number(-0.0) == "0.0");
    CHECK(number(-12.5) == "-12.5");
    CHECK(number(0.1) == "0.1");
    CHECK(number(1.0 / 3) == "0.3333333333333333");
    CHECK(number(1e6) == "1000000.0");
    CHECK(number(1234567.25) == "1234567.25");
    CHECK(number(0.00012) == "0.00012");
    CHECK(number(0.00001234) == "0.00001234");
    CHECK(number(1.5e-7) == "1.5e-7");
    CHECK(number(1e-300) == "1e-300");
    CHECK(number(1e16) == "10000000000000000.0");
    CHECK(number(-1.25e300) == "-1.25e300");
}

TEST_CASE("A number for machines reads back bit for bit") {
    std::mt19937_64 random(7);
    int wrong = 0;
    for (int i = 0; i < 100000; ++i) {
        const double value = std::bit_cast<double>(random());
        const double share = static_cast<double>(random() % 1000) / static_cast<double>(1 + random() % 5000);
        wrong += value - value == 0 && value != 0 && !reads_back(value) ? 1 : 0;
        wrong += reads_back(share) ? 0 : 1;
    }
    CHECK(wrong == 0);
    CHECK(reads_back(std::numeric_limits<double>::max()));
    CHECK(reads_back(std::numeric_limits<double>::lowest()));
    CHECK(reads_back(std::numeric_limits<double>::min()));
    CHECK(reads_back(std::numeric_limits<double>::denorm_min()));
}

TEST_CASE("A number for machines has the digits that fmt finds, and no others") {
    std::mt19937_64 random(11);
    int wrong = 0;
    const auto check = [&](double value) {
        const std::string text = number(value);
        wrong += reads_back(value) && significant(text) == significant(fmt::format("{}", value)) ? 0 : 1;
    };
    const auto below = [&](std::uint64_t limit) { return static_cast<double>(random() % limit); };
    for (int i = 0; i < 50000; ++i) {
        const double all = 1 + below(std::uint64_t{2} << random() % 40);
        const double some = below(static_cast<std::uint64_t>(all) + 1);
        check(some / all);
        check(100 * (2 * some - all) / all);
        const double rounded = below(10000000) / std::pow(10, random() % 16);
        check(rounded);
        check(std::nextafter(rounded, 1e9));
        check(std::nextafter(rounded, -1e9));
        // Around the exponents that are fast, with all bits and with few of them.
        const std::uint64_t exponent = std::uint64_t{985 + random() % 100} << 52;
        const std::uint64_t bits = random() >> 12;
        check(std::bit_cast<double>(exponent | bits));
        check(std::bit_cast<double>(exponent | (bits >> random() % 52)));
        check(std::bit_cast<double>(exponent | (bits >> random() % 52 << random() % 52) % (std::uint64_t{1} << 52)));
    }
    for (int power = -20; power < 20; ++power) {
        for (double near = std::pow(10, power), i = 0; i < 10; ++i, near = std::nextafter(near, 0)) {
            check(near);
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("A count for machines is whole") {
    CHECK(count(500) == "500");
    CHECK(count(0) == "0");
    CHECK(count(9007199254740992.0) == "9007199254740992");
    CHECK(count(12.5) == "12.5");
    CHECK(count(1e300) == "1e300");
}
