#include "page/markup.hpp"

#include "catch.hpp"

using cxm::markup_text;

TEST_CASE("foreign text is no mark-up, in a text or in a value") {
    CHECK(markup_text("<img src=x onerror=alert(1)>") == "&lt;img src=x onerror=alert(1)&gt;");
    CHECK(markup_text("\"'&") == "&quot;&#39;&amp;");
    CHECK(markup_text("&lt;") == "&amp;lt;");
    cxm::markup to;
    to.leaf("a", "</a><b>", {{"title", "\" onclick=\"x"}});
    CHECK(to.written() == "<a title=\"&quot; onclick=&quot;x\">&lt;/a&gt;&lt;b&gt;</a>");
}

TEST_CASE("what is hidden or turns the text around it is shown") {
    CHECK(markup_text("a\u202eb") == "a\\u{202e}b");
    CHECK(markup_text("a\nb\x1b[2J") == "a\\nb\\u{1b}[2J");
    CHECK(markup_text("\xff") == "\\xff");
}

TEST_CASE("the signs of pages and the spaces of numbers stay as they are") {
    CHECK(markup_text("▲ 1\u202f234 × – é 東") == "▲ 1\u202f234 × – é 東");
}

TEST_CASE("an attribute that does not hold is left out") {
    cxm::markup to;
    to.shape("line", {cxm::only_if(false, "class", "x"), cxm::only_if(true, "y1", "3")});
    CHECK(to.written() == "<line y1=\"3\"/>");
}
