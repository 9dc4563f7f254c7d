#include "bytes/readable_text.hpp"

#include "catch.hpp"
#include "text/problem.hpp"

using namespace cxm;

namespace {

class text_source : public byte_source {
public:
    explicit text_source(std::string text) : text_(std::move(text)) {}

    std::size_t read(char* to, std::size_t size) override {
        // In small pieces, as pipes give them.
        const std::size_t count = text_.copy(to, std::min<std::size_t>(size, 7), at_);
        at_ += count;
        return count;
    }
    std::uint64_t done() const override { return at_; }
    std::uint64_t total() const override { return text_.size(); }

private:
    std::string text_;
    std::size_t at_ = 0;
};

std::string read(std::string text, bool windows_1252 = false) {
    const auto source = as_utf8(std::make_unique<text_source>(std::move(text)), "a.csv", windows_1252);
    std::string read(1 << 20, '\0');
    read.resize(read_fully(*source, read.data(), read.size()));
    return read;
}

std::string refused(std::string text, bool windows_1252 = false) {
    try {
        read(std::move(text), windows_1252);
    } catch (const bad_input& wrong) {
        return wrong.what();
    }
    return {};
}

std::string utf16(std::u16string_view text, bool big) {
    std::string bytes = big ? "\xfe\xff" : "\xff\xfe";
    for (const char16_t unit : text) {
        const char low = static_cast<char>(unit & 0xff);
        const char high = static_cast<char>(unit >> 8);
        bytes += big ? high : low;
        bytes += big ? low : high;
    }
    return bytes;
}

}  // namespace

TEST_CASE("UTF-8 comes as it is, but for its mark") {
    CHECK(read("a,b\n1,é\n") == "a,b\n1,é\n");
    CHECK(read("\xef\xbb\xbf"
               "a\n") == "a\n");
    CHECK(read("").empty());
    CHECK(read("a\r\nb\r\n") == "a\r\nb\r\n");
}

TEST_CASE("UTF-16 is told by its mark, either way round") {
    CHECK(read(utf16(u"a,é\n1,\U0001F600\n", false)) == "a,é\n1,\U0001F600\n");
    CHECK(read(utf16(u"a,é\n1,\U0001F600\n", true)) == "a,é\n1,\U0001F600\n");
    const std::u16string many(100'000, u'ä');
    CHECK(read(utf16(many, false)).size() == 200'000);
}

TEST_CASE("UTF-16 that is cut off, or has half a character, is refused") {
    CHECK(refused(utf16(u"ab", false) + "x") ==
          "a.csv: it is cut off in the middle of a character, at byte 6 of the UTF-16");
    const std::u16string half{u'a', char16_t{0xd83d}};
    CHECK(refused(utf16(half, false)).find("cut off") != std::string::npos);
    CHECK(refused(utf16(half + u"bc", false)).find("half a surrogate pair") != std::string::npos);
}

TEST_CASE("Windows-1252 is read where the caller says so, unless a mark says what it is") {
    CHECK(read("caf\xe9 \x80\n", true) == "café €\n");
    CHECK(read("\xef\xbb\xbf"
               "caf\xc3\xa9\n",
               true) == "café\n");
    CHECK(refused("a\x81", true) == "a.csv: byte 1: 0x81 is no character of Windows-1252");
}

TEST_CASE("carriage returns alone end lines") {
    CHECK(read("a,b\r1,2\r") == "a,b\n1,2\n");
    CHECK(read("a\nb\rc\n") == "a\nb\rc\n");
    CHECK(read(utf16(u"a\r1\r", false)) == "a\n1\n");
}

TEST_CASE("what is no text is named") {
    CHECK(refused("\n<!DOCTYPE html><html>").find("is a web page") != std::string::npos);
    CHECK(refused("<HTML lang=en>").find("is a web page") != std::string::npos);
    CHECK(refused("%PDF-1.7").find("is a PDF") != std::string::npos);
    CHECK(refused("<a>,b\n").empty());
}
