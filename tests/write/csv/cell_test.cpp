#include "write/csv/cell.hpp"

#include "catch.hpp"

using namespace cxm;

namespace {

std::string cell(std::string_view text, csv_texts texts = csv_texts::plain) {
    std::string out;
    append_csv_cell(out, text, texts);
    return out;
}

}  // namespace

TEST_CASE("Texts that a spreadsheet takes for formulas stay as they are, or get an apostrophe") {
    for (const char* const text : {"=1+1", "+1", "-1", "@SUM(1)", "\tx"}) {
        CHECK(cell(text) == text);
        CHECK(cell(text, csv_texts::safe) == std::string("'") + text);
    }
    CHECK(cell("\rx", csv_texts::safe) == "\"'\rx\"");
    CHECK(cell("=\"a\"", csv_texts::safe) == "\"'=\"\"a\"\"\"");
    CHECK(cell("a=1", csv_texts::safe) == "a=1");
    CHECK(cell("", csv_texts::safe).empty());
}

TEST_CASE("Numbers of CSV are no texts") {
    std::string out;
    csv_writer to(out, csv_texts::safe);
    to.number(-1.5);
    to.count(-2);
    to.number(not_given);
    to.text("-");
    to.end_line();
    CHECK(out == "-1.5,-2,,'-\n");
}

TEST_CASE("A cell that would begin a command to GitHub is quoted") {
    CHECK(cell("::stop-commands::x") == "\"::stop-commands::x\"");
    CHECK(cell("\u00a0::error::x") == "\"\u00a0::error::x\"");
    CHECK(cell("a::b") == "a::b");
    CHECK(cell(":b") == ":b");
}
