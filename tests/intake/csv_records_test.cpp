#include "catch.hpp"
#include "intake/read_whole.hpp"

using namespace cxm;

namespace {

std::string csv_refusal(std::string_view text) { return refusal("a.csv", text); }

const std::string three = "2: 2024-01 segment='pro' clicks=10 revenue=2.5\n";

}  // namespace

TEST_CASE("records of CSV are read whatever separates their cells") {
    CHECK(read_all("a.csv", "period,segment,clicks,revenue\n2024-01,pro,10,2.5\n") == three);
    CHECK(read_all("a.csv", "period;segment;clicks;revenue\n2024-01;pro;10;2.5\n") == three);
    CHECK(read_all("a.tsv", "period\tsegment\tclicks\trevenue\n2024-01\tpro\t10\t2.5\n") == three);
    CHECK(read_all("noname", "period,segment,clicks,revenue\r\n2024-01,pro,10,2.5") == three);
    CHECK(read_all("a.csv", "\xef\xbb\xbf"
                            "period,segment,clicks,revenue\r\n2024-01,pro,10,2.5\r\n") == three);
    CHECK(read_all("a.csv", "\"period\",\"segment\",clicks,revenue\n\"2024-01\",\"pro\",\"10\",\"2.5\"\n") == three);
    CHECK(read_all("a.csv", "sep=;\nperiod;segment;clicks;revenue\n2024-01;pro;10;2.5\n") ==
          "3: 2024-01 segment='pro' clicks=10 revenue=2.5\n");
    CHECK(read_all("a.csv", "clicks\n\n5\n\r\n6\n\n") == "3:  clicks=5\n5:  clicks=6\n");
}

TEST_CASE("an empty cell is missing, never zero") {
    CHECK(read_all("a.csv", "period,segment,clicks,visitors\n,,,4\n2024,\"\",0,\"\"\n") ==
          "2:  visitors=4\n3: 2024 clicks=0\n");
}

TEST_CASE("quoted cells hold delimiters, quotes and line ends") {
    CHECK(read_all("a.csv", "segment,clicks\n\"a,\"\"b\"\"\nc\",1\nd,2\n") ==
          "2:  segment='a,\"b\"\nc' clicks=1\n4:  segment='d' clicks=2\n");
    CHECK(read_all("a.csv", "\"seg\"\"ment\",clicks\na,1\n") == "2:  seg\"ment='a' clicks=1\n");
}

TEST_CASE("decimal commas are read by option, or where every non-integer of a file with semicolons has one") {
    CHECK(read_all("a.csv", "clicks;revenue\n1;2,5\n2;3\n") == "2:  clicks=1 revenue=2.5\n3:  clicks=2 revenue=3\n");
    CHECK(csv_refusal("clicks;revenue\n1;2,5\n2;3.5\n") ==
          "a.csv:2:3: revenue: '2,5' is not a number (for decimal commas give --decimal ,)");
    input_options options;
    options.decimal = ',';
    CHECK(read_all("a.csv", "clicks,revenue\n1,\"2,5\"\n", options) == "2:  clicks=1 revenue=2.5\n");
    CHECK(read_all("a.csv", "clicks\trevenue\n1\t2,5\n", options) == "2:  clicks=1 revenue=2.5\n");
}

TEST_CASE("a record of CSV says whether it is complete") {
    CHECK(read_all("a.csv", "complete,clicks\ntrue,1\nfalse,2\nFALSE,3\n,4\n") ==
          "2:  clicks=1\n3:  partial clicks=2\n4:  partial clicks=3\n5:  clicks=4\n");
    CHECK(csv_refusal("complete,clicks\nno,1\n") == "a.csv:2:1: complete: 'no' is not true or false");
}

TEST_CASE("an unknown column of numbers is refused, unless it is passed over or a label") {
    const std::string text = "clicks,customer_lost\n1,2\n3,4\n";
    CHECK(csv_refusal(text) ==
          "a.csv:1:8: unknown numeric column 'customer_lost' (did you mean 'customers_lost'?); --ignore customer_lost "
          "passes over it, --label customer_lost makes it a label");
    input_options options;
    options.ignore = {"customer_lost"};
    CHECK(read_all("a.csv", text, options) == "2:  clicks=1\n3:  clicks=3\n");
    options.ignore = {"*"};
    CHECK(read_all("a.csv", text, options) == "2:  clicks=1\n3:  clicks=3\n");
    options = {};
    options.labels = {"customer_lost"};
    CHECK(read_all("a.csv", text, options) == "2:  customer_lost='2' clicks=1\n3:  customer_lost='4' clicks=3\n");
    CHECK(read_all("a.csv", "clicks,store\n1,2\n3,b4\n") == "2:  store='2' clicks=1\n3:  store='b4' clicks=3\n");
}

TEST_CASE("a cell that is no number is refused with its place") {
    CHECK(csv_refusal("period,customers_lost\n2024,1\nab-1,abc\n") ==
          "a.csv:3:6: customers_lost: 'abc' is not a whole number");
    CHECK(csv_refusal("segment,clicks\né€😀,x\n") == "a.csv:2:5: clicks: 'x' is not a whole number");
    CHECK(csv_refusal("segment,clicks\n\"a\nb\",x\n") == "a.csv:3:4: clicks: 'x' is not a whole number");
    for (const std::string cell :
         {" 1", "1 ", "+1", "01", "0x1", "1.5", "inf", "nan", "1_000", "1e", ".5", "5.", "-"}) {
        CHECK(csv_refusal("segment,clicks\na," + cell + "\n").starts_with("a.csv:2:3: clicks: "));
        CHECK(csv_refusal("segment,clicks\na," + cell).starts_with("a.csv:2:3: clicks: "));
    }
    CHECK(csv_refusal("clicks\n-1\n") == "a.csv:2:1: clicks: -1 is below 0");
    CHECK(csv_refusal("period\n2024-13\n") == "a.csv:2:1: period: '2024-13' is no month of the calendar");
}

TEST_CASE("rows as long as the header are the only ones") {
    CHECK(csv_refusal("a,clicks\nx,1\nx\n") ==
          "a.csv:3:1: 1 cell where the header has 2 (--ragged skip passes over such rows)");
    CHECK(csv_refusal("a,clicks\nx,1,\n").empty());  // a comma at the end of a row is no cell
    CHECK(csv_refusal("a,clicks\nx,1,2,3") ==
          "a.csv:2:1: 4 cells where the header has 2 (--ragged skip passes over such rows)");
}

TEST_CASE("quotes that do not match are refused") {
    CHECK(csv_refusal("a,clicks\nx\"y,1\n") ==
          "a.csv:2:2: a quote within a cell: put the whole cell in quotes and double those inside");
    CHECK(csv_refusal("a,clicks\n\"x\"y,1\n") ==
          "a.csv:2:3: a quote within a cell: put the whole cell in quotes and double those inside");
    CHECK(
        csv_refusal("a,clicks\nx,1\n\"y,1\nz,2\n") ==
        "a.csv:3:1: the quote that opens here is never closed: the file is cut off, or one is missing (--ragged skip passes over a last row that is cut)");
    CHECK(
        csv_refusal("a,\"clicks\nx,1\n") ==
        "a.csv:1:3: the quote that opens here is never closed: the file is cut off, or one is missing (--ragged skip passes over a last row that is cut)");
}

TEST_CASE("a header says every name once, and something stands below it") {
    CHECK(csv_refusal("a,,clicks\nx,y,1\n") == "a.csv:1:3: column 2 has no name; --ignore '' passes over it");
    CHECK(csv_refusal("clicks,a,clicks\n1,x,1\n") == "a.csv:1:10: 'clicks' is the name of two columns");
    CHECK(csv_refusal("a,clicks\n") == "a.csv: no records: there is a header and nothing below it");
    CHECK(csv_refusal("a,clicks\n\n\r\n") == "a.csv: no records: there is a header and nothing below it");
    CHECK(csv_refusal("") == "a.csv: no records: it is empty");
    CHECK(csv_refusal("sep=x\na\n1\n") == "a.csv:1:5: 'x' separates no cells; , ; | or a tab does");
}

TEST_CASE("CSV that is no text is refused") {
    CHECK(csv_refusal("a,clicks\nx,1\ncaf\xe9,2\n").starts_with("a.csv:3:4: byte 0xe9 is not UTF-8"));
    CHECK(csv_refusal("caf\xe9,clicks\nx,1\n").starts_with("a.csv:1:4: byte 0xe9 is not UTF-8"));
    CHECK(csv_refusal(std::string("a,clicks\nx\0,1\n", 14)) == "a.csv:2:2: a NUL byte: this is no text file");
    CHECK(csv_refusal(std::string("a,clicks\nx,x\ny\0,1\n", 18)) == "a.csv:2:3: clicks: 'x' is not a whole number");
}

TEST_CASE("the format by option goes before extension and content") {
    input_options options;
    options.format = input_format::csv;
    CHECK(read_all("a.json", "clicks\n1\n", options) == "2:  clicks=1\n");
    options.format = input_format::tsv;
    CHECK(read_all("a.csv", "a,b\tclicks\nx\t1\n", options) == "2:  a,b='x' clicks=1\n");
    options.format = input_format::ndjson;
    CHECK(refusal("a.json", "{\n\"clicks\":1}", options) == "a.json:1:2: the record is cut off at the end of its line");
}
