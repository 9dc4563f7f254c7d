#include "rows/json_scan.hpp"

#include <string>

#include "catch.hpp"
#include "tally/raw_file.hpp"

using namespace cxm;
using namespace cxm::testing;

namespace {

plan visits_by(const std::string& label) {
    plan p;
    add_label(p, "l=" + label);
    add_measure(p, "visitors=count");
    return p;
}

std::string told(const std::string& label, std::string_view text) {
    const raw_file file(text, ".ndjson");
    std::string whole;
    for (const std::size_t size :
         {std::size_t{1} << 18, std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{33}}) {
        tally_options options;
        options.chunk_size = size;
        options.threads = static_cast<unsigned>(size % 4 + 1);
        std::string found = refusal(visits_by(label), file, options);
        found = found.empty() ? lines_of(count(visits_by(label), file, options).counted) : found;
        if (whole.empty()) {
            whole = found;
        }
        INFO("chunks of " << size << " bytes");
        CHECK(found == whole);
    }
    return whole;
}

}  // namespace

TEST_CASE("fields are found by name and by dotted path, in any order") {
    CHECK(
        told(
            "b",
            "{\"a\": 1, \"b\": \"x\"}\n{\"b\":\"x\",\"a\":[1,{\"b\":2}]}\r\n\n  {\"b\" : \"y\" , \"c\":{\"b\":3}} \n") ==
        " x: visitors 2\n y: visitors 1\n");
    CHECK(told("u.v.w",
               "{\"u\":{\"v\":{\"w\":true},\"w\":5}}\n{\"u\":null}\n{\"u\":{\"v\":[]}}\n{\"u.v\":{\"w\":-1.5e3}}") ==
          " : visitors 2\n -1.5e3: visitors 1\n true: visitors 1\n");
    CHECK(told("a", "\xef\xbb\xbf{\"a\":null}\n{}\n{\"a\":\"\"}\n") == " : visitors 3\n");
}

TEST_CASE("escapes are read in values and keys") {
    CHECK(told("a", R"({"a":"\"\\\/\u00e9\ud83d\ude00"})") == " \"\\/é😀: visitors 1\n");
    CHECK(told("pl\"an", "{\"pl\\\"an\":\"x\"}\n{\"\\u0070l\\u0022an\":\"x\"}\n") == " x: visitors 2\n");
}

TEST_CASE("every line is checked whole") {
    const auto faulty = [](std::string_view line) {
        return told("a", "{\"a\":1}\n" + std::string(line) + "\n{\"a\":2}\n");
    };
    CHECK(faulty("{\"a\":1,}") == "FILE:2:8: expected a key in double quotes");
    CHECK(faulty("{\"a\":1") == "FILE:2:7: expected ',' or '}'");
    CHECK(faulty("{\"a\":01}") == "FILE:2:6: not a value of JSON");
    CHECK(holds(faulty("{\"b\":nul}"), "FILE:2:6: not a value of JSON"));
    CHECK(holds(faulty("{\"b\":\"x}"), "FILE:2:9: the line ends within a text"));
    CHECK(holds(faulty("{\"b\":\"\t\"}"), "control character"));
    CHECK(holds(faulty("{\"b\":\"\\x\"}"), "no such escape"));
    CHECK(holds(faulty("{\"a\":\"\\ud800\"}"), "surrogate"));
    CHECK(holds(faulty("{\"a\":\"\\u0000\"}"), "NUL"));
    CHECK(holds(faulty("{\"a\":1} {}"), "FILE:2:9: more after the object"));
    CHECK(holds(faulty("{\"a\":1,\"a\":2}"), "'a' is there twice"));
    CHECK(holds(told("u.a", "{\"u\":{\"a\":1}}\n{\"u\":{\"a\":1},\"u\":{\"b\":2}}\n"), "FILE:2:18: a second value"));
    CHECK(holds(told("u.a", "{\"u\":null,\"u\":{\"a\":2}}\n"), "FILE:1:15: a second value"));
    CHECK(told("a", "{\"u\":1,\"u\":{\"a\":2}}\n") == " : visitors 1\n");
    CHECK(holds(told("a", std::string_view("{\"a\":1}\n{\n{\"a\":\0}\n", 18)), "FILE:2:2: expected a key"));
    CHECK(holds(faulty("{\"a\":{\"b\":1}}"), "'a' is an object, not one value"));
    CHECK(holds(faulty("{\"b\":[1 2]}"), "expected ',' or ']'"));
    CHECK(holds(faulty("[1]"), "one object a line"));
    CHECK(holds(faulty("{\"a\":\"\xff\"}"), "is not UTF-8 at byte offset 14"));
    CHECK(holds(faulty("{\"b\":\"\xff\"}"), ": visitors 1"));
    CHECK(told("a", "{\"" + std::string(60, 'k') + "\":1,\"a\":2}\n{\n5}\n") ==
          "FILE:2:2: expected a key in double quotes");
    const std::string deep(100, '[');
    CHECK(holds(faulty("{\"b\":" + deep + std::string(100, ']') + "}"), "nested deeper than 64"));
}

TEST_CASE("a field that no row has is warned about, with the nearest") {
    const raw_file file("{\"plan\":1}\n", ".ndjson");
    const tally_result found = count(visits_by("plna"), file);
    REQUIRE(found.warnings.size() == 1);
    CHECK(holds(found.warnings[0], "no row has 'plna' (did you mean 'plan'?)"));
}

TEST_CASE("a field that is not UTF-8 is refused at its offset, whatever its line") {
    for (const std::size_t before : {0u, 1u, 63u, 64u, 65u, 200u}) {
        std::string text;
        for (std::size_t i = 0; i < before; ++i) {
            text += "{\"a\":\"\\u0041\"}\n";
        }
        const std::string told = refusal(visits_by("a"), raw_file(text + "{\"a\":\"x\xff\"}\n", ".ndjson"));
        CHECK(told == "FILE:" + std::to_string(before + 1) + ": a: 'x\\xff' is not UTF-8 at byte offset " +
                          std::to_string(text.size() + 7) + " (is it --encoding windows-1252?)");
    }
}
