#include "values/document.hpp"

#include "catch.hpp"
#include "records/records_from.hpp"

using namespace cxm;

namespace {

std::string refusal_of(std::string_view json) {
    return refused([&] { parse_document(json, "d.json"); });
}

}  // namespace

TEST_CASE("a document keeps the order of members, numbers as written and the line of every value") {
    const document root = parse_document("{\"b\": [1.50, \"x\",\n true], \"a\": null}", "d.json");
    REQUIRE(root.is == document::kind::object);
    CHECK(root.members[0].name == "b");
    CHECK(root.members[1].name == "a");
    const document* list = root.find("b");
    REQUIRE(list != nullptr);
    CHECK(list->items[0].text == "1.50");
    CHECK(list->items[1].text == "x");
    CHECK(list->items[1].line == 1);
    CHECK(list->items[2].flag);
    CHECK(list->items[2].line == 2);
    CHECK(root.find("a")->is == document::kind::null);
    CHECK(root.find("c") == nullptr);
}

TEST_CASE("a byte order mark is passed over") {
    CHECK(parse_document("\xef\xbb\xbf{}", "d.json").is == document::kind::object);
}

TEST_CASE("a key given twice is refused with its line") {
    CHECK(refusal_of("{\"a\": 1,\n\"a\": 2}") == "d.json:2: 'a' is given twice; keep one");
    CHECK(refusal_of("[{\"a\": 1}, {\"a\": 2}]").empty());
}

TEST_CASE("nesting beyond 64 is refused, however deep it goes") {
    CHECK(refusal_of(std::string(64, '[') + std::string(64, ']')).empty());
    CHECK(refusal_of(std::string(65, '[') + std::string(65, ']')) == "d.json:1: nested deeper than 64");
    CHECK(refusal_of(std::string(100000, '[')) == "d.json:1: nested deeper than 64");
}

TEST_CASE("what is no JSON is refused with its line") {
    for (const std::string_view json :
         {"", "{", "[1,]", "{\"a\" 1}", "nul", "[01]", "[NaN]", "{} x", "[1e]", "{'a': 1}"}) {
        INFO(json);
        CHECK(refusal_of(json).starts_with("d.json:1: "));
    }
    CHECK(refusal_of("{\n\n\"a\": oops}").starts_with("d.json:3: "));
}

TEST_CASE("NUL bytes and bytes that are not UTF-8 are refused with their offset") {
    CHECK(refusal_of(std::string_view("{}\0 ", 4)) == "d.json: a NUL byte at byte 2; this is no text file");
    CHECK(refusal_of("{\"a\": \"caf\xe9\"}") == "d.json: byte 10 is not UTF-8; save the file as UTF-8");
}

TEST_CASE("values of the wrong kind and unknown members are refused with what is expected") {
    const document root = parse_document("{\"rules\": 5}", "d.json");
    CHECK(refused([&] { expect(*root.find("rules"), document::kind::list, "d.json", "rules"); }) ==
          "d.json:1: rules must be a list, not a number");
    CHECK(refused([&] {
              expect_members(root, {"rule", "level"}, "d.json");
          }) == "d.json:1: unknown key 'rules' (did you mean 'rule'?)");
    CHECK(refused([&] { expect_members(root, {"rules"}, "d.json"); }).empty());
}

TEST_CASE("a document that cannot be read is refused with the reason") {
    CHECK(refused([] { read_text("no/such/file.json"); }) ==
          "no/such/file.json: cannot be opened: No such file or directory");
    CHECK(refused([] { read_text("."); }).starts_with(".: cannot be read: "));
}
