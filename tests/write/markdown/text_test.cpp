#include "write/markdown/text.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("Text cannot become markup in Markdown") {
    CHECK(markdown_text("a|b*c`e[f](g)<h>&amp;#x\\$") == "a\\|b\\*c\\`e\\[f\\](g)\\<h\\>\\&amp;\\#x\\\\\\$");
}

TEST_CASE("An underscore within a word is none of Markdown's, any other is") {
    CHECK(markdown_text("customers_start") == "customers_start");
    CHECK(markdown_text("_a_ b_") == "\\_a\\_ b\\_");
}

TEST_CASE("Text mentions nobody, refers to nothing and leads nowhere on GitHub") {
    CHECK(markdown_text("@octocat") == "@&#8203;octocat");
    CHECK(markdown_text("at @ 5") == "at @ 5");
    CHECK(markdown_text("#12 and # 12") == "#&#8203;12 and \\# 12");
    CHECK(markdown_text("https://example.org") == "https:&#8203;//example.org");
    CHECK(markdown_text("www.example.org") == "www&#8203;.example.org");
}

TEST_CASE("Text stays on one line of Markdown, without what is not seen") {
    CHECK(markdown_text("a\nb\x1b[2J") == "a\\\\nb\\\\u{1b}\\[2J");
}

TEST_CASE("A table of Markdown has a cell for every text, however empty") {
    std::string out;
    markdown_table to(out);
    to.own("**bold**");
    to.text("a|b");
    to.text("");
    to.end_row();
    CHECK(out == "| **bold** | a\\|b | |\n");
}
