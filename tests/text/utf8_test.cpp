#include "text/utf8.hpp"

#include "catch.hpp"

using namespace cxm;

TEST_CASE("the first character has its code and length") {
    CHECK(first_character("a").code == 'a');
    CHECK(first_character("é!").code == 0xe9);
    CHECK(first_character("é!").bytes == 2);
    CHECK(first_character("€").bytes == 3);
    CHECK(first_character("😀").code == 0x1f600);
    CHECK(first_character("\xf4\x8f\xbf\xbf").code == 0x10ffff);
}

TEST_CASE("overlong, surrogate, too large and cut-off sequences are no characters, and one byte long") {
    for (const std::string_view bytes :
         {"\x80", "\xc0\x80", "\xc1\xbf", "\xe0\x80\x80", "\xe0\x9f\xbf", "\xed\xa0\x80", "\xf0\x80\x80\x80",
          "\xf4\x90\x80\x80", "\xf5\x80\x80\x80", "\xff", "\xc3", "\xe2\x82", "\xf0\x9f\x98", "\xc3(", "\xe2\x82("}) {
        CHECK_FALSE(first_character(bytes).valid);
        CHECK(first_character(bytes).bytes == 1);
    }
}

TEST_CASE("the first byte that is not UTF-8 is found") {
    CHECK(first_invalid_utf8("") == std::string_view::npos);
    CHECK(first_invalid_utf8("plain, é, €, 😀") == std::string_view::npos);
    CHECK(first_invalid_utf8("caf\xe9") == 3);
    CHECK(first_invalid_utf8("é\xff") == 2);
    CHECK(first_invalid_utf8("€\xe2\x82") == 3);
}

TEST_CASE("wide characters take two columns, combining marks none") {
    CHECK(display_width("abc") == 3);
    CHECK(display_width("Zürich") == 6);
    CHECK(display_width("東京") == 4);
    CHECK(display_width("e\xcc\x81") == 1);
    CHECK(display_width("😀") == 2);
    CHECK(display_width("\xff") == 1);
    CHECK(display_width("한글") == 4);
    CHECK(display_width("नि") == 1);
}

TEST_CASE("What people take for one character is as wide as its widest part") {
    CHECK(display_width("🇩🇪🇫🇷") == 4);
    CHECK(display_width("❤\ufe0f") == 2);
    CHECK(display_width("👍🏽") == 2);
    CHECK(cut_to_width("e\u0301e\u0301e\u0301", 2) == "e\u0301…");
    CHECK(cut_to_width("🇩🇪🇫🇷🇮🇹", 3) == "🇩🇪…");
}

TEST_CASE("a text is cut to columns, not to bytes, and never in the middle of a character") {
    CHECK(cut_to_width("abcdef", 6) == "abcdef");
    CHECK(cut_to_width("abcdefg", 6) == "abcde…");
    CHECK(cut_to_width("東京都庁", 6) == "東京…");
    CHECK(cut_to_width("東京都庁", 5) == "東京…");
    CHECK(cut_to_width("東京都庁", 8) == "東京都庁");
    CHECK(cut_to_width("abc", 1) == "…");
    CHECK(cut_to_width("abc", 0).empty());
}
