#include "catch.hpp"

#include <optional>
#include <string>

#include <cxm/outcome.hpp>
#include <cxm/parse.hpp>
#include <cxm/spell.hpp>

using namespace cxm;

namespace {

constexpr measure a{"a", "A.", unit::number};
constexpr measure b2{"b_2", "B.", unit::number};

std::optional<formula> lookup(std::string_view name) {
    if (name == "a") {
        return a;
    }
    if (name == "b_2") {
        return b2;
    }
    if (name == "both") {
        return a + b2;
    }
    return std::nullopt;
}

std::string respelled(std::string_view text) { return spell(parse(text, lookup)); }

/// With a = 6 and b_2 = 3, mentioned in this order.
double computed(std::string_view text) {
    const double inputs[] = {6, 3};
    return evaluate(parse(text, lookup), inputs).value;
}

struct refusal {
    std::size_t offset;
    std::string found;
    std::string hint;
};

refusal refused(std::string_view text) {
    try {
        parse(text, lookup);
    } catch (const parse_error& error) {
        CHECK(std::string(error.what()).find(error.found) != std::string::npos);
        return {error.offset, error.found, error.hint};
    }
    FAIL("'" << text << "' was read as a formula");
    return {};
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

}  // namespace

TEST_CASE("text is read with the usual precedence, from left to right") {
    CHECK(computed("a+b_2*2") == 12);
    CHECK(computed("(a + b_2) * 2") == 18);
    CHECK(computed("a - b_2 - 1") == 2);
    CHECK(computed("a - (b_2 - 1)") == 4);
    CHECK(computed("a / b_2 / 2") == 1);
    CHECK(computed(" \ta\n/ b_2\r\n") == 2);
    CHECK(computed("0.25 * a") == 1.5);
}

TEST_CASE("a metric's name stands for its formula, as if in brackets") {
    CHECK(respelled("2 * both") == "2 * (a + b_2)");
    CHECK(respelled("both - both") == "a + b_2 - (a + b_2)");
}

TEST_CASE("a multiplication sign is read as a star") { CHECK(respelled("a × b_2×2") == "a * b_2 * 2"); }

TEST_CASE("minus before a number makes it negative, before anything else multiplies by -1") {
    CHECK(respelled("-5 + a") == "-5 + a");
    CHECK(computed("a - -2") == 8);
    CHECK(computed("-a + b_2") == -3);
    CHECK(computed("-a * b_2") == -18);
    CHECK(computed("--a") == 6);
    CHECK(computed("a / -(0 - b_2)") == 2);
}

TEST_CASE("what spell writes is read back, very large and small numbers included") {
    for (const char* text : {"a + b_2 * 3", "(a - b_2) / (a + b_2)", "a / (b_2 * 2)", "a - (b_2 - 1)", "-1 * a"}) {
        CHECK(respelled(text) == text);
    }
    for (const double number : {1e15, 1e300, 0.00001, 0.1, 5e-324, -2.5}) {
        const std::string text = spell(formula(number));
        CHECK(parse(text, lookup).constant(0) == number);
    }
}

TEST_CASE("a number has no leading zero, as in records") {
    CHECK(refused("a + 010").hint == "a number has no leading zero");
    CHECK(refused("00").hint == "a number has no leading zero");
    CHECK(computed("0.5 * a") == 3);
    CHECK(computed("0 + a") == 6);
}

TEST_CASE("a refusal says where, what was found and what to do") {
    const refusal unknown = refused("a + customer_lost");
    CHECK(unknown.offset == 4);
    CHECK(unknown.found == "'customer_lost'");
    CHECK(unknown.hint == "it is neither a measure nor a metric");

    const refusal cut = refused("a / ");
    CHECK(cut.offset == 4);
    CHECK(cut.found == "the end");
    CHECK(cut.hint == "expected a number, a name or '('");

    const refusal open = refused("(a + 1");
    CHECK(open.offset == 6);
    CHECK(open.hint == "expected ')'");

    const refusal closed = refused("a + 1)");
    CHECK(closed.offset == 5);
    CHECK(closed.found == "')'");

    CHECK(refused("a b_2").offset == 2);
    CHECK(refused("").offset == 0);
    CHECK(refused("a ** 2").offset == 3);
    CHECK(refused("+a").offset == 0);
    CHECK(refused("()").offset == 1);
}

TEST_CASE("numbers are decimals and nothing else") {
    for (const char* text : {"0x10", "1.", ".5", "1.5.2", "1e", "1e+", "1E5", "1_000", "1,5", "2a", "inf", "nan",
                             "1e999", "1e-999", "+1"}) {
        INFO(text);
        CHECK_FALSE(refused(text).hint.empty());
    }
    CHECK(refused("1.x").offset == 2);
    CHECK(refused("1e999").hint == "it is too large or too small");
    CHECK(refused(repeated("9", 400)).found == "a number of 400 characters");
}

TEST_CASE("names are lower case") {
    CHECK(refused("A").hint == "names begin with a-z and go on with a-z, 0-9 and _");
    CHECK(refused("_a").offset == 0);
    CHECK(refused("aB").found == "'aB'");
}

TEST_CASE("foreign bytes are shown as numbers, never as they are") {
    CHECK(refused("a + \x1b[31m").found == "byte 0x1b");
    CHECK(refused("a \xff").found == "byte 0xff");
    CHECK(refused(std::string_view("a\0b", 3)).found == "byte 0x00");
    CHECK(refused("\xC3").found == "byte 0xc3");
}

TEST_CASE("brackets and signs nest 64 deep and no deeper") {
    CHECK(respelled(repeated("(", 64) + "a" + repeated(")", 64)) == "a");
    CHECK(refused(repeated("(", 65) + "a" + repeated(")", 65)).offset == 65);
    CHECK(refused(repeated("(", 100000)).offset == 65);
    CHECK(refused(repeated("-", 100000)).offset == 65);
}

TEST_CASE("a formula beyond the capacity is refused where it overflows") {
    const refusal full = refused("a" + repeated(" + a", 200));
    CHECK(full.offset == 2 + 4 * (formula::most_steps / 2 - 1));
    CHECK(full.hint == "the formula has too many steps, split it into several metrics");
    std::string constants = "a";
    for (int i = 0; i < 20; ++i) {
        constants += " + " + std::to_string(i);
    }
    CHECK(refused(constants).hint == "the formula has too many constants, split it into several metrics");
}
