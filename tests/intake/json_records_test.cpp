#include "catch.hpp"
#include "intake/read_whole.hpp"

using namespace cxm;

namespace {

std::string json_refusal(std::string_view text) { return refusal("a.json", text); }

}  // namespace

TEST_CASE("records of JSON are read from an object, a list, an envelope and lines") {
    const std::string one = "1: 2024-01 segment='pro' customers_start=1000 customers_lost=100\n";
    const std::string record =
        R"({"period": "2024-01", "segment": "pro", "customers_start": 1000, "customers_lost": 100})";
    CHECK(read_all("a.json", record) == one);
    CHECK(read_all("a.json", "[" + record + "]") == one);
    CHECK(read_all("a.json", R"({"currency": "EUR", "records": [)" + record + "]}") == "EUR\n" + one);
    CHECK(read_all("a.json", R"({"records": [)" + record + R"(], "currency": "EUR"})") == "EUR\n" + one);
    CHECK(read_all("a.ndjson", record) == one);
    CHECK(read_all("a.ndjson", record + "\r\n\r\n") == one);
    CHECK(read_all("a.json", "\xef\xbb\xbf" + record) == one);
}

TEST_CASE("the content decides what the extension of a JSON file leaves open") {
    const std::string two = R"({"clicks":1})"
                            "\n"
                            R"({"clicks":2})"
                            "\n";
    const std::string read = "1:  clicks=1\n2:  clicks=2\n";
    CHECK(read_all("a.json", two) == read);
    CHECK(read_all("a.ndjson", two) == read);
    CHECK(read_all("a.txt", two) == read);
    CHECK(read_all("a.csv", two) == read);
    CHECK(read_all("noname", "["
                             R"({"clicks":1},)"
                             "\n"
                             R"({"clicks":2}])") == read);
    CHECK(read_all("a.ndjson", "["
                               R"({"clicks":1},)"
                               "\n"
                               R"({"clicks":2}])") == read);
    CHECK(read_all("a.json", "{\n\"clicks\":1\n}\n{\n\"clicks\":2\n}\n") == "1:  clicks=1\n4:  clicks=2\n");
}

TEST_CASE("null and an empty text are as good as nothing") {
    CHECK(read_all("a.json", R"([{"period":null,"clicks":null,"visitors":3},{"period":"","segment":""}])") ==
          "1:  visitors=3\n1: \n");
}

TEST_CASE("a record says whether it is complete") {
    CHECK(read_all("a.json", R"([{"complete":true,"clicks":1},{"complete":false,"clicks":2}])") ==
          "1:  clicks=1\n1:  partial clicks=2\n");
}

TEST_CASE("a period may be a whole number, and so may what is a label by option") {
    CHECK(read_all("a.json", R"({"period":2024,"clicks":1})") == "1: 2024 clicks=1\n");
    input_options options;
    options.labels = {"store"};
    CHECK(read_all("a.json", R"({"store":17,"clicks":1})", options) == "1:  store='17' clicks=1\n");
    CHECK(read_all("a.json", R"({"store":"17","clicks":1})", options) == "1:  store='17' clicks=1\n");
}

TEST_CASE("escapes of JSON are decoded") {
    CHECK(read_all("a.json", R"({"segment":"\"\\\/\b\f\n\r\tA\u00e9\u20ac\ud83d\ude00"})") ==
          "1:  segment='\"\\/\b\f\n\r\tAé€😀'\n");
    CHECK(read_all("a.json", R"({"\u0063licks":1})") == "1:  clicks=1\n");
}

TEST_CASE("records with other names, in another order, are read as they come") {
    CHECK(read_all("a.ndjson", R"({"clicks":1,"visitors":2,"leads":3}
{"visitors":4, "leads":5}
{"leads":6,"clicks":7}
{"clicks":8,"impressions":9,"leads":10}
)") == "1:  clicks=1 visitors=2 leads=3\n2:  visitors=4 leads=5\n3:  clicks=7 leads=6\n4:  clicks=8 leads=10 impressions=9\n");
}

TEST_CASE("money has decimals, exactly as the careful parser reads them") {
    CHECK(read_all("a.json", R"({"revenue":1358.56,"gain":-0.5,"ad_spend":1e3,"cost":1234567890.25})") ==
          "1:  revenue=1358.56 gain=-0.5 ad_spend=1000 cost=1234567890.25\n");
}

TEST_CASE("names are passed over where that is asked for") {
    input_options options;
    options.ignore = {"customer_lost", "note"};
    CHECK(read_all("a.json", R"({"customer_lost":1,"note":{"a":[1,{"b":"}]"}]},"clicks":2})", options) ==
          "1:  clicks=2\n");
    options.ignore = {"*"};
    CHECK(read_all("a.json", R"([{"x":1,"y":[2],"z":true,"clicks":2,"segment":"a"}])", options) ==
          "1:  segment='a' clicks=2\n");
    options.block_size = 1;
    CHECK(read_all("a.json", R"([{"y":[{"a":1},{"a":2}],"clicks":1},{"y":{},"clicks":2}])", options) ==
          "1:  clicks=1\n1:  clicks=2\n");
}

TEST_CASE("a measure that is no number is refused with its place") {
    CHECK(json_refusal(R"({"clicks": "abc"})") == "a.json:1:12: clicks: 'abc' is text, not a number");
    CHECK(json_refusal(R"({"clicks": "12"})") == "a.json:1:12: clicks: '12' is text; write the number without quotes");
    CHECK(json_refusal(R"({"clicks": 1.5})") == "a.json:1:12: clicks: 1.5 is not a whole number");
    CHECK(json_refusal(R"({"clicks": -1})") == "a.json:1:12: clicks: -1 is below 0");
    CHECK(json_refusal(R"({"clicks": 9007199254740993})") ==
          "a.json:1:12: clicks: '9007199254740993' is above 2^53, the largest count");  // though it rounds to 2^53
    CHECK(json_refusal(R"({"clicks": 9007199254740994})") ==
          "a.json:1:12: clicks: 9007199254740994 is above 2^53, the largest count");
    CHECK(json_refusal(R"({"clicks": 012})") == "a.json:1:12: clicks: '012' is not a whole number");
    CHECK(json_refusal(R"({"clicks": NaN})") == "a.json:1:12: clicks: 'NaN' is not a whole number");
    CHECK(json_refusal(R"({"clicks": true})") == "a.json:1:12: clicks: 'true' is not a whole number");
    CHECK(json_refusal(R"({"clicks": 1e999})") == "a.json:1:12: clicks: '1e999' is not a whole number");
    CHECK(json_refusal("[{\"clicks\":1},\n{\"segment\":\"é\",\"clicks\":x}]") ==
          "a.json:2:25: clicks: 'x' is not a whole number");
}

TEST_CASE("an unknown number is refused with the nearest name") {
    CHECK(
        json_refusal(R"({"customer_lost": 1})") ==
        "a.json:1:19: unknown measure 'customer_lost' (did you mean 'customers_lost'?); --ignore customer_lost passes "
        "over it, --label customer_lost makes it a label");
    CHECK(json_refusal(R"({"pilot": true})") ==
          "a.json:1:11: pilot: a label is text, and this is true; --ignore pilot passes over it");
    CHECK(json_refusal(R"({"pilot": nope})") == "a.json:1:11: pilot: 'nope' is no value of JSON");
}

TEST_CASE("a record is flat and says nothing twice") {
    CHECK(json_refusal(R"({"a": {"b": 1}})") ==
          "a.json:1:7: a: a record is flat, and this is an object; --ignore a passes over it");
    CHECK(json_refusal(R"({"clicks": [1]})") ==
          "a.json:1:12: clicks: a record is flat, and this is a list; --ignore clicks passes over it");
    CHECK(json_refusal(R"({"clicks": 1, "clicks": 1})") == "a.json:1:25: 'clicks' is given twice in one record");
    CHECK(json_refusal(R"({"clicks": null, "clicks": 1})") == "a.json:1:28: 'clicks' is given twice in one record");
    CHECK(json_refusal(R"({"a": "x", "\u0061": "x"})") == "a.json:1:22: 'a' is given twice in one record");
    CHECK(json_refusal("{}") == "a.json:1:2: an empty record");
    input_options options;
    options.ignore = {"deep"};
    const std::string deep = R"({"deep":)" + std::string(64, '[') + std::string(64, ']') + "}";
    CHECK(refusal("a.json", deep, options).empty());
    CHECK(refusal("a.json", R"({"deep":[)" + deep.substr(8, 128) + "]}", options) ==
          "a.json:1:73: nested more than 64 deep");
}

TEST_CASE("a period that is no date, or no period, is refused") {
    CHECK(json_refusal(R"({"period": "2024-13"})") == "a.json:1:12: period: '2024-13' is no month of the calendar");
    CHECK(json_refusal(R"({"period": "2024-Q5"})") == "a.json:1:12: period: '2024-Q5' is no quarter of the calendar");
    CHECK(json_refusal(R"({"period": "2024-W60"})") == "a.json:1:12: period: '2024-W60' is no week of the calendar");
    CHECK(json_refusal(R"({"period": "2023-02-29"})") == "a.json:1:12: period: '2023-02-29' is no day of the calendar");
    CHECK(json_refusal(R"({"period": 2024.5})") == "a.json:1:12: period: 2024.5 is neither text nor a whole number");
    CHECK(json_refusal(R"({"complete": "yes"})") == "a.json:1:14: complete: 'yes' is text, not true or false");
    CHECK(json_refusal(R"({"complete": 1})") == "a.json:1:14: complete: '1' is not true or false");
    CHECK(json_refusal(R"({"period": ")" + std::string(257, 'p') + "\"}") ==
          "a.json:1:12: period: a text of 257 bytes; at most 256 are allowed");
    CHECK(json_refusal(R"({"x": ")" + std::string(4097, 'p') + "\"}") ==
          "a.json:1:7: x: a text of 4097 bytes; at most 4096 are allowed");
}

TEST_CASE("what is not strictly JSON is refused") {
    CHECK(json_refusal(R"([{"clicks": 1},])") == "a.json:1:16: a record, {…}, is expected here, not ']'");
    CHECK(json_refusal(R"({"clicks": 1,})") == "a.json:1:14: a name in quotes is expected here, not '}'");
    CHECK(json_refusal(R"({clicks: 1})") == "a.json:1:2: a name in quotes is expected here, not 'clicks'");
    CHECK(json_refusal(R"({"clicks" 1})") == "a.json:1:11: ':' after a name is expected here, not '1'");
    CHECK(json_refusal(R"({"clicks": 1 /* one */})") == "a.json:1:14: ',' or '}' is expected here, not '/*'");
    CHECK(json_refusal(R"([{"clicks": 1}{"clicks": 2}])") == "a.json:1:15: ',' or ']' is expected here, not '{'");
    CHECK(json_refusal(R"([{"clicks": 1}] x)") == "a.json:1:17: the end of the input is expected here, not 'x'");
    CHECK(json_refusal(R"([1])") == "a.json:1:2: a record, {…}, is expected here, not '1'");
    CHECK(json_refusal("clicks\n1\n") == "a.json:1:1: a record, {…}, is expected here, not 'clicks'");
    CHECK(json_refusal(R"({"clicks": 1} {"clicks": 2})") ==
          "a.json:1:15: the end of the line is expected here, not '{'");
    CHECK(json_refusal(R"({"clicks":1}{"clicks":2}{"clicks":3})") ==
          "a.json:1:13: the end of the line is expected here, not '{'");
    CHECK(json_refusal(R"({"segment": "\x"})") == R"(a.json:1:14: \x is no escape of JSON)");
    CHECK(json_refusal(R"({"segment": "\u12g4"})") == R"(a.json:1:14: \u is no escape of JSON)");
    CHECK(json_refusal(R"({"segment": "\ud83d"})") == "a.json:1:14: half a surrogate pair is no character");
    CHECK(json_refusal(R"({"segment": "\ude00\ud83d"})") == "a.json:1:14: half a surrogate pair is no character");
    CHECK(json_refusal("{\"segment\": \"a\tb\"}") ==
          R"(a.json:1:15: a control character in a text; it is written \u0009)");
    CHECK(json_refusal("{\"segment\": \"a\nb\"}") ==
          R"(a.json:1:13: this text is not closed on its line; a line break is written \n)");
    CHECK(json_refusal(R"({"sku": 5, "records": [{"clicks": 1}]})") ==
          "a.json:1:2: 'sku' is not known beside records, only \"currency\" is; --ignore sku passes over it");
}

TEST_CASE("an input that is cut off is refused") {
    CHECK(json_refusal(R"({"clicks": 1)") == "a.json:1:13: the input ends in the middle of a record");
    CHECK(json_refusal(R"([{"clicks": 1})") == "a.json:1:15: the list of records is not closed: the input is cut off");
    CHECK(json_refusal(R"([{"clicks": 1},)") == "a.json:1:16: the list of records is not closed: the input is cut off");
    CHECK(json_refusal(R"({"records": [{"clicks": 1}])") == "a.json:1:28: the input ends in the middle of a record");
    CHECK(json_refusal(R"({"segment": "abc)") == "a.json:1:17: the input ends in the middle of a record");
    CHECK(refusal("a.ndjson", "{\"clicks\": 1}\n{\"clicks\":\n{\"clicks\": 1}\n") ==
          "a.ndjson:2:11: the record is cut off at the end of its line");
}

TEST_CASE("an input without records is refused") {
    CHECK(json_refusal("[]") == "a.json: no records");
    CHECK(json_refusal(R"({"records": []})") == "a.json: no records");
    CHECK(json_refusal("") == "a.json: no records: it is empty");
    CHECK(json_refusal(" \n\n") == "a.json: no records: it is empty");
}

TEST_CASE("what is no text is refused, and the first thing wrong is what is said") {
    CHECK(json_refusal("{\"segment\": \"caf\xe9\"}") ==
          "a.json:1:17: byte 0xe9 is not UTF-8 (is it --encoding windows-1252?)");
    CHECK(json_refusal("[{\"segment\": \"caf\xe9\"},\n{\"clicks\": x}]").starts_with("a.json:1:18: byte 0xe9"));
    CHECK(json_refusal("[{\"clicks\": x},\n{\"segment\": \"caf\xe9\"}]") ==
          "a.json:1:13: clicks: 'x' is not a whole number");
    CHECK(json_refusal(std::string("{\"clicks\": 1}\n\0", 15)) ==
          "a.json:2:1: a record, {…}, is expected here, not '\\u{0}'");
    CHECK(json_refusal("\xff\xfe{") == "a.json: it is cut off in the middle of a character, at byte 2 of the UTF-16");
}
