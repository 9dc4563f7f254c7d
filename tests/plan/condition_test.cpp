#include "plan/condition.hpp"
#include "plan/expression.hpp"

#include <numeric>
#include <optional>
#include <string>

#include "catch.hpp"
#include "rows/filled_batch.hpp"
#include "rows/truth.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

enum class truth { no, yes, unknown };

/// What a condition is for a row whose cells are the condition's columns in their order.
truth told(std::string_view text, const std::vector<std::string>& cells) {
    const condition c = parse_condition(text);
    std::vector<std::size_t> cells_of(c.columns.size());
    std::iota(cells_of.begin(), cells_of.end(), std::size_t{0});
    filled_batch batch(c.columns.size());
    batch.add(cells);
    number_reader numbers;
    std::optional<cell_problem> fault;
    const truths found = evaluate(c, cells_of, batch.rows, 1, numbers, fault);
    if (fault) {
        throw *fault;
    }
    CHECK((found.yes & found.unknown) == 0);
    return found.yes == 1 ? truth::yes : found.unknown == 1 ? truth::unknown : truth::no;
}

std::string fault(std::string_view text) {
    try {
        (void)parse_condition(text);
    } catch (const bad_expression& found) {
        return found.what();
    }
    return "";
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// `((a = 1))`, as deep as that.
std::string nested(std::size_t depth) {
    std::string text(depth, '(');
    text.append("a = 1").append(depth, ')');
    return text;
}

}  // namespace

TEST_CASE("numbers compare as numbers and texts as texts") {
    CHECK(told("score >= 9", {"10"}) == truth::yes);
    CHECK(told("score >= '9'", {"10"}) == truth::no);
    CHECK(told("score = 9", {"9.0"}) == truth::yes);
    CHECK(told("score = '9'", {"9.0"}) == truth::no);
    CHECK(told("score != -1.5", {"-1.50"}) == truth::no);
    CHECK(told("score <> 1e2", {"100"}) == truth::no);
    CHECK(told("name < 'b'", {"aé"}) == truth::yes);
    CHECK(told(std::string("name < 'b\0'", 11), {"b"}) == truth::yes);
    CHECK(told("name < 'b'", {std::string("b\0", 2)}) == truth::no);
    CHECK(told("9 <= score", {"8"}) == truth::no);
    CHECK(told("9 > score", {"8"}) == truth::yes);
    CHECK(told("name = 'it''s'", {"it's"}) == truth::yes);
    CHECK(told("\"odd \"\"name\" = 'x'", {"x"}) == truth::yes);
}

TEST_CASE("numbers that are one double are told apart") {
    CHECK(told("a = 9007199254740993", {"9007199254740993"}) == truth::yes);
    CHECK(told("a = 9007199254740993", {"9007199254740992"}) == truth::no);
    CHECK(told("a > 9007199254740992", {"9007199254740993"}) == truth::yes);
    CHECK(told("a in (-1234567890123456789)", {"-1234567890123456788"}) == truth::no);
    CHECK(told("a <= 1e18", {"1000000000000000001"}) == truth::no);
    CHECK(told("a = 1e30", {"1e30"}) == truth::yes);
}

TEST_CASE("a blank is neither equal nor unequal to anything") {
    for (const char* text : {"a = 1", "a != 1", "a = 'x'", "a < 'x'", "a in (1, 'x')", "a not in (1)", "not a = 1"}) {
        INFO(text);
        CHECK(told(text, {""}) == truth::unknown);
    }
    CHECK(told("a is blank", {""}) == truth::yes);
    CHECK(told("a is not blank", {""}) == truth::no);
    CHECK(told("a is null", {"x"}) == truth::no);
}

TEST_CASE("and, or and not follow the three-valued tables of SQL") {
    const std::string cells[] = {"0", "1", ""};  // no, yes, unknown for `= 1`
    const truth values[] = {truth::no, truth::yes, truth::unknown};
    const truth both[3][3] = {{truth::no, truth::no, truth::no},
                              {truth::no, truth::yes, truth::unknown},
                              {truth::no, truth::unknown, truth::unknown}};
    const truth either[3][3] = {{truth::no, truth::yes, truth::unknown},
                                {truth::yes, truth::yes, truth::yes},
                                {truth::unknown, truth::yes, truth::unknown}};
    for (int a = 0; a < 3; ++a) {
        CHECK(told("a = 1", {cells[a]}) == values[a]);
        for (int b = 0; b < 3; ++b) {
            CHECK(told("a = 1 and b = 1", {cells[a], cells[b]}) == both[a][b]);
            CHECK(told("a = 1 or b = 1", {cells[a], cells[b]}) == either[a][b]);
            CHECK(told("not (a = 1 or b = 1) or (a = 1 or b = 1)", {cells[a], cells[b]}) ==
                  (either[a][b] == truth::unknown ? truth::unknown : truth::yes));
        }
    }
}

TEST_CASE("and binds before or, not before both, and the left side decides first") {
    CHECK(told("a = 1 or b = 1 and c = 1", {"1", "0", "0"}) == truth::yes);
    CHECK(told("(a = 1 or b = 1) and c = 1", {"1", "0", "0"}) == truth::no);
    CHECK(told("not a = 1 and b = 1", {"1", "0"}) == truth::no);
    CHECK(told("NOT a = 1 OR a IN (1, 2) AND b IS NOT BLANK", {"2", "x"}) == truth::yes);
    CHECK(told("kind = 'n' and value > 1", {"t", "no number"}) == truth::no);
    CHECK(told("kind = 't' or value > 1", {"t", "no number"}) == truth::yes);
    CHECK_THROWS_AS(told("value > 1 and kind = 'n'", {"no number", "t"}), cell_problem);
}

TEST_CASE("what makes no sense is refused where it stops making sense") {
    CHECK(contains(fault("score >"), "at byte 8: found the end, expected a column or a number"));
    CHECK(contains(fault("status in (complete)"), "(in single quotes: 'complete')"));
    CHECK(contains(fault("a = 1 & b = 2"), "at byte 7: found '&', which means nothing here (write and)"));
    CHECK(contains(fault("a = 'x"), "at byte 5: the text that opens here is never closed"));
    CHECK(contains(fault("a = 010"), "'010' is not a number"));
    CHECK(contains(fault("a = 1 b"), "expected 'and', 'or' or the end"));
    CHECK(contains(fault("a in 1"), "expected '('"));
    CHECK(contains(fault("and = 1"), "one of that name goes in \"double quotes\""));
    CHECK(contains(fault(""), "expected a column"));
    CHECK(contains(fault("1 = 1"), "compared with a column"));
    CHECK(contains(fault("a + b = 'x'"), "a text is compared with numbers here"));
    CHECK(contains(fault("lower(a) = b * 2"), "a text is compared with numbers here"));
    CHECK(contains(fault("a + b in (1)"), "expected =, !="));
    CHECK(contains(fault("a like 5"), "a pattern is a text"));
    CHECK(contains(fault("a between 1 or 2"), "expected 'and' and the upper end"));
    CHECK(contains(fault("a * (b = 1)"), "expected ')', or one of + - * /"));
    CHECK(contains(fault("a == 1"), "found '=='"));
    CHECK(fault(nested(64)).empty());
    CHECK(contains(fault(nested(65)), "nested deeper than 64"));
    std::string chain = "a = 1";
    for (int i = 0; i < 5000; ++i) {
        chain += i % 2 == 0 ? " and not a = 2" : " or a = 3";
    }
    CHECK(told(chain, {"1"}) == truth::yes);
}

TEST_CASE("columns compare with columns as numbers, or as texts where a function makes them such") {
    CHECK(told("clicks < conversions", {"9", "10"}) == truth::yes);
    CHECK(told("a = b", {"1.50", "1.5"}) == truth::yes);
    CHECK(told("a != b", {"", "1.5"}) == truth::unknown);
    CHECK_THROWS_AS(told("a = b", {"x", "x"}), cell_problem);
    CHECK(told("price * quantity >= 2 * paid - 0.1", {"0.1", "3", "0.2"}) == truth::yes);
    CHECK(told("price * quantity > 2 * paid - 0.1", {"0.1", "3", "0.2"}) == truth::no);
    CHECK(told("(a + b) * 2 = c", {"1", "2", "6"}) == truth::yes);
    CHECK(told("((a + b) * 2 = c or (a = 1)) and not (a) > 1", {"1", "2", "7"}) == truth::yes);
    CHECK(told("5 > a - -2", {"2"}) == truth::yes);
    CHECK(told("a -1 = 4", {"5"}) == truth::yes);
    CHECK(told("-a < 0", {"5"}) == truth::yes);
    CHECK(told("a / 100 = 0.05", {"5"}) == truth::yes);
    CHECK(told("a * b > 100000000000000000000", {"99999999999999999", "99999999999999999"}) == truth::yes);
    CHECK_THROWS_AS(told("a * a * a > 1", {"99999999999999999"}), cell_problem);
}

TEST_CASE("a range has its ends, and a pattern any text or character") {
    CHECK(told("a between 1 and 3", {"3"}) == truth::yes);
    CHECK(told("a between 1 and 3 and b = 1", {"3", "0"}) == truth::no);
    CHECK(told("a not between 1 and 3", {"3.1"}) == truth::yes);
    CHECK(told("not a between 1 and 3", {""}) == truth::unknown);
    CHECK(told("a between 'b' and 'd'", {"c"}) == truth::yes);
    CHECK(told("a + b between b and 2 * b", {"1", "2"}) == truth::yes);
    CHECK(told("a like 'pro%'", {"prof"}) == truth::yes);
    CHECK(told("a like '%o%o%'", {"foolproof"}) == truth::yes);
    CHECK(told("a like '%ab'", {"aabab"}) == truth::yes);
    CHECK(told("a like '_é_'", {"xéz"}) == truth::yes);
    CHECK(told("a like '_'", {"é"}) == truth::yes);
    CHECK(told("a like 'PRO%'", {"prof"}) == truth::no);
    CHECK(told("a not like 'pro'", {"prof"}) == truth::yes);
    CHECK(told("a like '%'", {""}) == truth::unknown);
}

TEST_CASE("what is written as in other languages is refused with what to write") {
    const auto told = [](const char* text) {
        try {
            parse_expression(text);
        } catch (const bad_expression& wrong) {
            return std::string(wrong.what());
        }
        return std::string();
    };
    const auto tells = [&](const char* text, const char* part) { return told(text).find(part) != std::string::npos; };
    CHECK(tells("count where Churn == 'Yes'", "found '==', expected = "));
    CHECK(tells("count where a > .88", "0.88"));
    CHECK(tells("count > 1", "count where COLUMN > …"));
    CHECK(tells("count(*)", "count alone counts rows"));
    CHECK(tells("count(spend)", "count where spend is not blank"));
    CHECK(tells("count \"net spend\"", "count where \"net spend\" is not blank"));
    CHECK(tells("count distinct id", "write distinct id"));
    CHECK(tells("count(distinct id)", "write distinct id"));
    CHECK(tells("avg spend", "a mean is written 'mean COLUMN'"));
}

TEST_CASE("expressions count, sum or tell apart, with a condition") {
    CHECK(parse_expression("count").kind == counting::count);
    const expression revenue = parse_expression("Sum \"net spend\" WHERE status = 'paid'");
    CHECK(revenue.kind == counting::sum);
    CHECK(revenue.summand == arithmetic_of("net spend"));
    CHECK(revenue.where == parse_condition("status = 'paid'"));
    CHECK(parse_expression("distinct user.id").told_by == column_text{"user.id"});
    CHECK(parse_expression("distinct lower(trim(mail))").told_by ==
          column_text{"mail", {text_function::trim, text_function::lower}});
    for (const char* text : {"", "sum", "sum where a = 1", "avg spend", "count spend", "count where", "distinct 5",
                             "sum 5", "sum a b", "sum a *", "sum (a + b", "sum a / b", "sum a / 3", "sum a / 0",
                             "sum lower(a)", "sum 'a'", "distinct upper(a)", "distinct a + b"}) {
        INFO(text);
        CHECK_THROWS_AS(parse_expression(text), bad_expression);
    }
}
