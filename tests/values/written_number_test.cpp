#include "values/written_number.hpp"

#include <string>
#include <vector>

#include "catch.hpp"
#include "values/fixed.hpp"

using namespace cxm;

namespace {

std::string read(std::string_view cell, number_form form = {}, number_kind of = number_kind::any) {
    const auto number = read_written(cell, form, of);
    return !number ? "none" : number->in_doubt ? "doubt" : number->plainly() + std::string(number->currency);
}

const number_form commas{',', true, {}};
const number_form points{'.', true, {}};

number_looks looks_of(const std::vector<std::string>& cells) {
    number_looks looks;
    for (const std::string& cell : cells) {
        looks.look(cell);
    }
    return looks;
}

}  // namespace

TEST_CASE("digits are grouped by points, commas, apostrophes and any space") {
    CHECK(read("1,204.50") == "1204.50");
    CHECK(read("12,345,678") == "12345678");
    CHECK(read("1'204'000.5") == "1204000.5");
    CHECK(read("1\u2019204") == "1204");
    CHECK(read("1 204") == "1204");
    for (const std::string space : {" ", "\u00a0", "\u202f", "\u2009"}) {
        CHECK(read("1" + space + "204,50", commas) == "1204.50");
    }
    CHECK(read("1.204,50", commas) == "1204.50");
    CHECK(read("1.204", commas) == "1204");
    CHECK(read("1,204", points) == "1204");
}

TEST_CASE("marks that do not stand before three digits, or after zeros, group nothing") {
    for (const char* text : {"12,34", "1,2040", "1234,567", "0,204", "1,204,50", "1 20", "1  204", "1,204 500",
                             "1.204,50", "1.2.3", ",204", "204,", "1_204", "01 204", "", "-", "()", "12.5.", "N/A"}) {
        INFO(text);
        CHECK(read(text) == "none");
    }
    CHECK(read("1.204.567", points) == "none");
    CHECK(read("1,204,567", commas) == "none");
    CHECK(read("1234567890123456789") == "none");
}

TEST_CASE("one mark before three digits is in doubt until something tells, but for whole numbers") {
    CHECK(read("1,204") == "doubt");
    CHECK(read("1,204", {}, number_kind::whole) == "1204");
    CHECK(read("1.204", {}, number_kind::whole) == "1204");
    CHECK(read("1.204", points, number_kind::whole) == "1.204");
    CHECK(read("1.204", {}, number_kind::any) == "1.204");
    CHECK(read("1,204,567") == "1204567");
}

TEST_CASE("a currency may stand before or behind, a minus or parentheses around") {
    CHECK(read("\u20ac 24.50") == "24.50EUR");
    CHECK(read("24.50 EUR") == "24.50EUR");
    CHECK(read("EUR 24.50") == "24.50EUR");
    CHECK(read("$1,204.50") == "1204.50$");
    CHECK(read("1 204,50 \u20ac", commas) == "1204.50EUR");
    CHECK(read("CA$5") == "5CAD");
    CHECK(read("(30.00)") == "-30.00");
    CHECK(read("($30.00)") == "-30.00$");
    CHECK(read("$(30.00)") == "-30.00$");
    CHECK(read("-$30") == "-30$");
    CHECK(read("$-30") == "-30$");
    CHECK(read("\u221230") == "-30");
    CHECK(read("-(30)") == "none");
    CHECK(read("$ 5 EUR") == "none");
    CHECK(read("5 KWH") == "none");
    CHECK(read("$5", {}, number_kind::whole) == "none");
}

TEST_CASE("a percentage is a ratio, and nothing else") {
    CHECK(read("12.5 %", {}, number_kind::ratio) == "0.125");
    CHECK(read("5%", {}, number_kind::ratio) == "0.05");
    CHECK(read("12,5%", commas, number_kind::ratio) == "0.125");
    CHECK(read("5%") == "none");
}

TEST_CASE("the cells of a column tell which mark its decimals have") {
    CHECK(looks_of({"1", "1,204", "3.5"}).points);
    CHECK(looks_of({"1.204", "980,5"}).commas);
    CHECK(looks_of({"1,204,567"}).points);
    CHECK(looks_of({"1 204,500"}).commas);
    CHECK(looks_of({"1.204,50"}).commas);
    CHECK(looks_of({"0,500"}).commas);
    CHECK(looks_of({"12345,678"}).commas);
    const number_looks either = looks_of({"1,204", "1.204", "12", "x", "2024-01-05", "1 204"});
    CHECK((!either.points && !either.commas));
    CHECK(looks_of({"12", "\u20ac 5", "$ 6"}).currency == "EUR");
}

TEST_CASE("a reader adds up numbers as people write them, exactly") {
    number_reader reader(number_form{'.', true, {}});
    int128 sum = 0;
    for (const char* cell : {"1,204.10", "\u20ac 0.20", "(4.00)", "1 000 000"}) {
        REQUIRE(add(sum, *reader.fixed(cell)));
    }
    CHECK(decimal_text(sum) == "1001200.3");
    CHECK(reader.number("1,204.10") == 1204.1);
    CHECK(reader.currency() == "EUR");
    CHECK(reader.another_currency().empty());
    REQUIRE(reader.fixed("$5"));
    CHECK(reader.another_currency() == "$");
}

TEST_CASE("grouped numbers are read alike whichever way is taken") {
    for (const char* cell : {"1,204", "12,345", "123,456", "1,204.5", "1,234,567.25", "123,456,789,012,345,678",
                             "1,234,567,890,123,456.78", "1,204.", "0,204", "1,20", "1,2045", "1,204,50", "1,204.5.6",
                             "1,204x", "1234,567", "1,204,", "12,3456", "1,234,567,890,123,456,789"}) {
        INFO(cell);
        number_reader reader(points);
        const auto written = read_written(cell, points, number_kind::any);
        const auto fixed = reader.fixed(cell);
        CHECK(fixed.has_value() == written.has_value());
        CHECK((!fixed || *fixed == *number_reader().fixed(written->plainly())));
    }
}

TEST_CASE("another currency than the form's, and a mark in doubt, are told of") {
    number_reader reader(number_form{'.', false, "EUR"});
    CHECK(!reader.fixed("$5"));
    CHECK(reader.objection_to("$5") == "'$5' is in another currency than the first numbers, which are in EUR");
    CHECK(reader.objection_to("5 EUR").empty());
    CHECK(!reader.fixed("1,204"));
    CHECK(reader.objection_to("1,204").find("may be above a thousand") != std::string::npos);
    CHECK(reader.fixed("1,204", number_kind::whole) == fixed_of(1204));
}
