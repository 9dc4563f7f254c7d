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

TEST_CASE("rows as long as the header are the only ones, but for blank cells behind") {
    const std::string width = "where the header has 2 (--ragged skip passes over such rows)";
    CHECK(csv_refusal("a,clicks\nx,1\nx\n") == "a.csv:3:1: 1 cell " + width);
    CHECK(csv_refusal("a,clicks\nx,1,2\n") == "a.csv:2:1: 3 cells " + width);
    CHECK(csv_refusal("a,clicks\nx,1,2,3") == "a.csv:2:1: 4 cells " + width);
    CHECK(read_all("a.csv", "a,clicks\nx,1,\ny,2,,\n") == "2:  a='x' clicks=1\n3:  a='y' clicks=2\n");
}

TEST_CASE("rows of another width are passed over where that is asked for, and counted") {
    const scratch_file file("a.csv", "a,clicks\nx,1\ny\nz,2,3\n\"v\nw\"\nu,4\n");
    const catalogue known;
    input_options options;
    options.skip_ragged = true;
    const auto source = open_records(file.path(), known, options);
    passed_over skipped;
    CHECK(spelt(source->parse(*source->next(), skipped)) == "2:  a='x' clicks=1\n7:  a='u' clicks=4\n");
    CHECK(skipped.rows == 3);
    CHECK(skipped.lines == 4);
    CHECK(skipped.first == 3);
}

TEST_CASE("a last row that the end of the file cuts is passed over where that is asked for") {
    input_options options;
    options.skip_ragged = true;
    CHECK(read_all("a.csv", "a,clicks\nx,1\ny,\"2\nand so on\n", options) == "2:  a='x' clicks=1\n");
    CHECK(refusal("a.csv", "a,clicks\nx,1\ny,\"2\nz,3\n", options) ==
          "a.csv:3:3: the quote that opens here is never closed, though line 4 looks like a row again: close it");
}

TEST_CASE("rows of nothing but delimiters are no records") {
    CHECK(read_all("a.csv", "a,clicks\n,\nx,1\n,\n , \n,,,\n,") == "3:  a='x' clicks=1\n");
    CHECK(csv_refusal("a,clicks\n,\n,\n") == "a.csv: no records: there is a header and nothing below it");
}

TEST_CASE("spaces behind the delimiters of the header are no part of any cell") {
    CHECK(read_all("a.csv", "a, b, clicks\nx, y z, 1\nv,\"w, u\", 2\n") ==
          "2:  a='x' b='y z' clicks=1\n3:  a='v' b='w, u' clicks=2\n");
    CHECK(read_all("a.csv", "a,b,clicks\nx, y,1\n") == "2:  a='x' b=' y' clicks=1\n");
}

TEST_CASE("a column without a name may be blank, and nothing else") {
    CHECK(read_all("a.csv", "a,clicks,\nx,1,\ny,2,\n") == "2:  a='x' clicks=1\n3:  a='y' clicks=2\n");
    CHECK(csv_refusal("a,clicks,\nx,1,z\n") == "a.csv:1:10: column 3 has no name; --ignore '' passes over it");
    std::string late = "a,clicks,\n";
    for (int i = 0; i < 20000; ++i) {
        late += "x,1,\n";
    }
    CHECK(csv_refusal(late + "x,1,z\n") ==
          "a.csv:20002:5: 'z' stands in a column without a name; --ignore '' passes over it");
}

TEST_CASE("texts that say nothing are as good as no cell") {
    input_options options;
    options.blanks = {{"N/A"}, {"-"}, {"0"}};
    CHECK(read_all("a.csv", "period,a,clicks\nN/A,-,0\n2024,x,5\n", options) == "2: \n3: 2024 a='x' clicks=5\n");
}

TEST_CASE("the delimiter is told by the header, or said") {
    CHECK(read_all("a.csv", "a|clicks\nx,y|1\n") == "2:  a='x,y' clicks=1\n");
    input_options options;
    options.delimiter = ';';
    CHECK(read_all("a.csv", "\"a,b,c\";clicks\nx;1\n", options) == "2:  a,b,c='x' clicks=1\n");
    CHECK_THROWS_AS(read_all("a.json", "{\"clicks\":1}", options), bad_usage);
}

TEST_CASE("periods are read in the spelling of this program, whatever their own") {
    CHECK(read_all("a.csv", "period,clicks\nJan 2025,1\n02/2025,2\n2025-q1,3\nwave 1,4\n") ==
          "2: 2025-01 clicks=1\n3: 2025-02 clicks=2\n4: 2025-Q1 clicks=3\n5: wave 1 clicks=4\n");
    CHECK(
        csv_refusal("period,clicks\n03/04/2024,1\n") ==
        "a.csv:2:1: period: '03/04/2024' may be 2024-04-03 or 2024-03-04; --date-format %d/%m/%Y or %m/%d/%Y says which");
    input_options options;
    options.date_format = "%m/%d/%Y";
    CHECK(read_all("a.csv", "period,clicks\n03/04/2024,1\n", options) == "2: 2024-03-04 clicks=1\n");
    CHECK(refusal("a.csv", "period,clicks\n2024-03,1\n", options) ==
          "a.csv:2:1: period: '2024-03' is not a date of the format given");
    CHECK(refusal("a.csv", "period,clicks\nspring,1\n", options) ==
          "a.csv:2:1: period: 'spring' is not a date of the format given");
}

TEST_CASE("another column is the period where that is said") {
    input_options options;
    options.period = "when";
    CHECK(read_all("a.csv", "when,clicks\n2024-01,1\n", options) == "2: 2024-01 clicks=1\n");
    CHECK(refusal("a.csv", "wen,clicks\n2024-01,1\n", options) ==
          "a.csv: there is no column 'when', which --period names (did you mean 'wen'?)");
    CHECK(refusal("a.csv", "period,when,clicks\n1,2024-01,1\n", options)
              .starts_with("a.csv:1:1: --period names 'when', but there is 'period' too; "));
    options.period_of_days = true;
    CHECK(read_all("a.csv", "when,clicks\n2024-01-05T12:30:00Z,1\n", options) == "2: 2024-01-05 clicks=1\n");
}

TEST_CASE("a column of years is no unknown measure where nothing else is the period") {
    CHECK(
        csv_refusal("year,clicks\n2023,1\n2024,2\n") ==
        "a.csv:1:1: 'year' holds periods, or is named after them, and nothing is named 'period'; --period year takes it as the "
        "period, --label year keeps it a label");
    CHECK(csv_refusal("store,clicks\n2023,1\n2024,2\n").starts_with("a.csv:1:1: unknown numeric column 'store'"));
}

TEST_CASE("quotes that do not match are refused") {
    const std::string within = "a quote within a cell: put the whole cell in quotes and double those inside";
    const std::string open =
        "the quote that opens here is never closed: the file is cut off, or one is missing (--ragged "
        "skip passes over a last row that is cut)";
    CHECK(csv_refusal("a,clicks\nx\"y,1\n") == "a.csv:2:2: " + within);
    CHECK(csv_refusal("a,clicks\n\"x\"y,1\n") == "a.csv:2:3: " + within);
    CHECK(csv_refusal("a,clicks\nx,1\n\"y,1\nz,2\n") == "a.csv:3:1: " + open);
    CHECK(csv_refusal("a,\"clicks\nx,1\n") == "a.csv:1:3: " + open);
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
