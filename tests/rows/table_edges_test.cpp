#include "rows/table_edges.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

table_edges edges_of(std::string_view text, const edge_options& said = {}, std::optional<char> delimiter = {}) {
    return find_edges(text, true, delimiter, said, "a.csv");
}

/// The first line of what is left of a text, from a place on.
std::string_view line_at(std::string_view text, std::size_t at) { return text.substr(at, text.find('\n', at) - at); }

const std::string rows = "at,plan,score\n2024-01-01,pro,9\n2024-01-02,free,3\n";

}  // namespace

TEST_CASE("a table that begins at once has nothing around its header") {
    for (const std::string& text :
         {rows, std::string("a\n1\n2\n"), std::string("a,b\n"), std::string("#,at,score\n1,2024-01-01,9\n"),
          std::string("at,plan\n2024-01-01,pro,9\n2024-01-02,free,3\n"), std::string("1,2,3\n4,5,6\n"),
          std::string("name,plan,note\nanna,pro,x\nbert,free,y\n"), std::string("#a,b,c\nx,y,z\n")}) {
        INFO(text);
        const table_edges edges = edges_of(text);
        CHECK(edges.header == 0);
        CHECK(edges.above == 0);
        CHECK(edges.skipped == 0);
        CHECK(edges.data == edges.below);
    }
}

TEST_CASE("lines above a header are told from it by their width, their marks or what is below") {
    for (const std::string& above :
         {std::string("Report\n"), std::string("# of 2024, of all, rows\n"), std::string("Report,,\nof 2024,,\n"),
          std::string("\"Jan 1, 2024 - Feb 1, 2024\"\n\n"),
          std::string("It's a \"report\", of some, and all, rows\n")}) {
        INFO(above);
        const std::string text = above + rows;
        const table_edges edges = edges_of(text);
        CHECK(edges.header == above.size());
        CHECK(edges.above > 0);
        CHECK(line_at(text, edges.data) == "2024-01-01,pro,9");
    }
}

TEST_CASE("the delimiter of the lines above is not that of the table") {
    CHECK(edges_of("Report, of all, of 2024\nat;plan;score\n2024-01-01;pro;9\n2024-01-02;pro;8\n").above == 1);
}

TEST_CASE("import ids are no data, nor are the texts of questions above them") {
    const std::string texts = "\"Recorded, at\",Plan,\"How\nlikely?\"\n";
    const std::string ids =
        "\"{\"\"ImportId\"\":\"\"a\"\"}\",\"{\"\"ImportId\"\":\"\"b\"\"}\",\"{\"\"ImportId\"\":\"\"c\"\"}\"\n";
    const std::string header = rows.substr(0, rows.find('\n') + 1);
    const std::string data = rows.substr(header.size());
    CHECK(edges_of(header + texts + ids + data).skipped == 2);
    CHECK(edges_of(header + ids + data).skipped == 1);
    CHECK(edges_of(header + texts + data).skipped == 1);
}

TEST_CASE("a row of words in one column of numbers may be data, and stays") {
    CHECK(edges_of("name,plan,score\nanna,pro,n/a\nbert,pro,9\n").skipped == 0);
    CHECK(edges_of("id,plan,score\nx 1,pro,none\n2,pro,9\n3,pro,8\n").skipped == 0);
}

TEST_CASE("the header row and the rows below it can be said, also that there are none") {
    const std::string text = "a,b,c\nat,plan,score\nDate,Plan of all,Score of it\n2024-01-01,pro,9\n";
    const table_edges said = edges_of(text, {2, 1});
    CHECK(line_at(text, said.header) == "at,plan,score");
    CHECK(line_at(text, said.data) == "2024-01-01,pro,9");
    CHECK(edges_of("Report\n" + rows, {1, 0}).header == 0);
    CHECK(refused([&] {
              edges_of(text, {9, {}});
          }) == "a.csv: --header-row 9: there is no such line in its first 256 KiB");
    CHECK(refused([&] {
              edges_of(text, {2, 3});
          }) == "a.csv: --skip-rows 3: there are not so many rows below the header in its first 256 KiB");
}

TEST_CASE("a line that says what separates cells is no header row") {
    CHECK(refused([&] {
              edges_of("sep=;\na;b\n1;2\n", {1, {}});
          }) == "a.csv: --header-row 1: this line says what separates cells, the header stands below it");
    CHECK(edges_of("sep=;\na;b\n1;2\n", {2, {}}).header == 6);
}

TEST_CASE("more rows can be passed over than are looked at to find a header") {
    std::string text = "Report\na,b\n";
    for (int i = 0; i < 700; ++i) {
        text += std::to_string(i) + ",x\n";
    }
    CHECK(line_at(text, edges_of(text, {2, 600}).data) == "600,x");
    CHECK(line_at(text, edges_of(text, {{}, 600}).data) == "600,x");
    CHECK(edges_of(text, {2, 700}).data == text.size());
    CHECK_THROWS(edges_of(text, {2, 701}));
    CHECK_THROWS(edges_of(text, {2, ~std::uint64_t{0}}));
}
