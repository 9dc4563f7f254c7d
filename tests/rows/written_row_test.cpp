#include "rows/written_row.hpp"

#include "catch.hpp"

using namespace cxm;

namespace {

using texts = std::vector<std::string_view>;

written_row row_of(std::string_view text, char delimiter = ',') {
    written_row row;
    cut_row(text.data(), text.data() + text.size(), delimiter, row);
    return row;
}

}  // namespace

TEST_CASE("a row is cut at its delimiters outside quotes, and ends at a line feed outside them") {
    const written_row row = row_of("a,\"b,\"\"\r\nc\",,d\r\nnext,row\n");
    CHECK(row.cells == texts{"a", "\"b,\"\"\r\nc\"", "", "d"});
    CHECK(row.text == "a,\"b,\"\"\r\nc\",,d");
    CHECK(row.end == "\r\n");
    CHECK(row_of("a;b\n", ';').cells == texts{"a", "b"});
    CHECK(row_of("\n").cells == texts{""});
    CHECK(row_of("a").end.empty());
}

TEST_CASE("a member of an object is found by its key, be it escaped, and by a path") {
    constexpr std::string_view line =
        R"( {"a\u0062": [1, {"x": "]}\""}] , "c" : {"d": {"e": -1.5e3}, "f.g": "h"}, "n":null})";
    CHECK(json_member(line, "ab") == R"([1, {"x": "]}\""}])");
    CHECK(json_member(line, "c.d.e") == "-1.5e3");
    CHECK(json_member(line, "c.d") == R"({"e": -1.5e3})");
    CHECK(json_member(line, "c.f.g") == R"("h")");
    CHECK(json_member(line, "n") == "null");
    CHECK(json_member(line, "x").empty());
    CHECK(json_member(line, "c.x").empty());
    CHECK(json_member("{}", "x").empty());
}
