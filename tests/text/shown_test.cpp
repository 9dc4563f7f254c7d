#include "text/shown.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("What a terminal would act on or not show is escaped") {
    CHECK(escaped("a\nb\tc\rd") == "a\\nb\\tc\\rd");
    CHECK(escaped("\x1b[2J\x7f") == "\\u{1b}[2J\\u{7f}");
    CHECK(escaped("\xff") == "\\xff");
    for (const auto& [text, safe] :
         {std::pair("\u00ad", "\\u{ad}"), std::pair("\u061c", "\\u{61c}"), std::pair("\u200b", "\\u{200b}"),
          std::pair("\u2028", "\\u{2028}"), std::pair("\u202e", "\\u{202e}"), std::pair("\u2060", "\\u{2060}"),
          std::pair("\u2065", "\\u{2065}"), std::pair("\u206f", "\\u{206f}"), std::pair("\u3164", "\\u{3164}"),
          std::pair("\ufeff", "\\u{feff}"), std::pair("\ufff9", "\\u{fff9}"), std::pair("\U000e0041", "\\u{e0041}"),
          std::pair("\U000e0100", "\\u{e0100}")}) {
        CHECK(escaped(text) == safe);
    }
    CHECK(escaped("Zürich, 東京, 😀, A×B…") == "Zürich, 東京, 😀, A×B…");
}

TEST_CASE("A picture is asked for as one, which is seen; what follows letters or itself is not") {
    CHECK(escaped("❤\ufe0f") == "❤\ufe0f");
    CHECK(escaped("a\ufe0f") == "a\\u{fe0f}");
    CHECK(escaped("❤\ufe0f\ufe0f") == "❤\ufe0f\\u{fe0f}");
    CHECK(escaped("❤\ufe00") == "❤\\u{fe00}");
}

TEST_CASE("A long text is cut behind, a path in front") {
    const std::string sixty(60, 'x');
    CHECK(shown(sixty) == sixty);
    CHECK(shown(sixty + "y") == sixty + "…");
    CHECK(shown(sixty + "y", "~") == sixty + "~");
    CHECK(shown_end(sixty) == sixty);
    CHECK(shown_end("/" + sixty.substr(8) + "shop.csv") == "…" + sixty.substr(8) + "shop.csv");
    CHECK(shown_end("東京" + sixty.substr(1)) == "…京" + sixty.substr(1));
    CHECK(shown_end(std::string(1000, '\x80')).starts_with("…\\x80"));
}

TEST_CASE("A line that begins with two colons, however far in, is a command to GitHub") {
    CHECK(begins_command("::error::x"));
    CHECK(begins_command("  \u00a0\u3000::error::x"));
    CHECK_FALSE(begins_command("a ::error::x"));
    CHECK_FALSE(begins_command(""));
    CHECK(without_commands("a\n  ::b\n::c") == "a\n  \\::b\n\\::c");
    CHECK(without_commands("std::string\n").ends_with("std::string\n"));
}
