#include "rows/csv_scan.hpp"

#include <algorithm>
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

/// The answer or refusal that a text gives, which must be the same for every size of chunk and number of threads.
std::string told(const plan& how, const raw_file& file, tally_options options = {}) {
    const auto once = [&] {
        const std::string refused = refusal(how, file, options);
        return refused.empty() ? lines_of(count(how, file, options).counted) : refused;
    };
    const std::string whole = once();
    for (std::size_t size = 1; size <= 70; ++size) {
        options.chunk_size = size;
        options.threads = size % 4 == 0 ? 7 : static_cast<unsigned>(size % 4);
        INFO("chunks of " << size << " bytes, " << options.threads << " threads");
        CHECK(once() == whole);
    }
    return whole;
}

}  // namespace

TEST_CASE("every state of quoting meets every boundary of chunks") {
    const raw_file file(
        "a,b,c\n"
        "1,x,2\n"
        "\"1,\n,2\",\"x\",\"\"\"\"\n"
        "\"\"\"\n\"\"\",y,\",\"\n"
        ",,\n"
        "\"\",\"\",\"\"\n"
        "1,\"a \"\"quoted\"\" word, and\r\na break\",3\r\n"
        "\n"
        "\"12345678901234567890123456789012345678901234567890123456789012345678901234567890\",x,\"\n\"\n"
        "9,x,\"last, without its line feed\"");
    CHECK(told(visits_by("b"), file) ==
          " a \"quoted\" word, and\r\na break: visitors 1\n x: visitors 4\n y: visitors 1\n");
    CHECK(holds(told(visits_by("c"), file), " \": visitors 1\n"));
    CHECK(holds(told(visits_by("c"), file), " last, without its line feed: visitors 1\n"));
    CHECK(holds(told(visits_by("a"), file), " 1,\n,2: visitors 1\n"));
}

TEST_CASE("real files are read as they come") {
    CHECK(told(visits_by("b"), raw_file("\xef\xbb\xbf"
                                        "a;b\r\n1;x\r\n2;\"y;z\"\r\n")) == " x: visitors 1\n y;z: visitors 1\n");
    CHECK(told(visits_by("b"), raw_file("sep=;\r\na;b\r\n1,5;x\r\n")) == " x: visitors 1\n");
    CHECK(told(visits_by("b"), raw_file("a\tb\n1,2\tx", ".tsv")) == " x: visitors 1\n");
    CHECK(told(visits_by("b c"), raw_file("a,b c,\n1,x,\n")) == " x: visitors 1\n");
    CHECK(told(visits_by("b"), raw_file("\"a\",\"b\"\r\n\"1\",\"x\"\r\n\"2\",\"x\"")) == " x: visitors 2\n");
    CHECK(told(visits_by("b"), raw_file("a,a,b\n1,2,x\n")) == " x: visitors 1\n");
    CHECK(told(visits_by("b"), raw_file("b\nx\n\n\nx\n")) == " x: visitors 2\n");
    CHECK(told(visits_by("b"), raw_file("a,b\n")).empty());
}

TEST_CASE("what is no CSV is refused with its line") {
    CHECK(told(visits_by("b"), raw_file("a,b\n1,2\n3\n4,5\n")) ==
          "FILE:3: 1 cell where the header has 2 (--ragged skip passes over such rows)");
    CHECK(holds(told(visits_by("b"), raw_file("a,b\n\"1\n\n\",2\n3,4,5\n")), "FILE:5: 3 cells where the header has 2"));
    CHECK(holds(told(visits_by("b"), raw_file("a,b\n1,2\n3,5\" pipe\n6,7\n")), "FILE:3: a quote within a cell"));
    CHECK(holds(told(visits_by("b"), raw_file("a,b\n1,2\n\"3\"x,5\n6,7\n")), "FILE:3: a quote within a cell"));
    CHECK(holds(told(visits_by("b"), raw_file("a,b\n1,2\n3,\"4\n5,6\n")),
                "FILE:3: the quote that opens here is never closed"));
    CHECK(holds(told(visits_by("a"), raw_file("a,a\n1,2\n")), "the column 'a' is there twice"));
    CHECK(holds(told(visits_by("plam"), raw_file("plan,b\n1,2\n")),
                "FILE:1: there is no column 'plam' (did you mean 'plan'?)"));
    CHECK(holds(told(visits_by("b"), raw_file(std::string("a,b\n1,\0\n", 8))), "FILE:2: a NUL byte at offset 6"));
    CHECK(holds(told(visits_by("b"), raw_file(std::string("a,b\n1\n1,\0\n", 10))), "FILE:2: 1 cell"));
    CHECK(holds(told(visits_by("c"), raw_file(std::string("a,b\n1,\0\n", 8))), "FILE:1: there is no column 'c'"));
    CHECK(holds(told(visits_by("b"), raw_file("")), "FILE: is empty"));
}

TEST_CASE("ragged rows are passed over and counted where that is asked for") {
    tally_options skip;
    skip.skip_ragged = true;
    const raw_file ragged("a,b\n1,x\n2\n3,x,y\n\"4\n\",x\n5,\"cut");
    CHECK(told(visits_by("b"), ragged, skip) == " x: visitors 2\n");
    CHECK(count(visits_by("b"), ragged, skip).skipped == 3);
}

TEST_CASE("text that is not UTF-8 is refused where it is used, and read as Windows-1252 where that is said") {
    const raw_file file("a,b\ncaf\xe9,x\n");
    CHECK(told(visits_by("b"), file) == " x: visitors 1\n");
    CHECK(told(visits_by("a"), file) ==
          "FILE:2: a: 'caf\\xe9' is not UTF-8 at byte offset 7 (is it --encoding windows-1252?)");
    tally_options western;
    western.windows_1252 = true;
    CHECK(told(visits_by("a"), file, western) == " café: visitors 1\n");
    CHECK(told(visits_by("a"), raw_file("a\n\x80 5\n"), western) == " € 5: visitors 1\n");
    CHECK(holds(told(visits_by("a"), raw_file("a\n\x81\n"), western), "leaves undefined"));
}

TEST_CASE("of several faults the first in the file is told") {
    std::string text = "a,b\n";
    for (int i = 0; i < 500; ++i) {
        text += i == 300 || i == 100 || i == 499 ? "1\n" : "1,2\n";
    }
    tally_options options;
    options.chunk_size = 16;
    options.threads = 7;
    for (int i = 0; i < 20; ++i) {
        CHECK(holds(refusal(visits_by("b"), raw_file(text), options), "FILE:102: "));
    }
}

TEST_CASE("rows of any length meet every edge within a large chunk") {
    // What the scanner takes at a time ends in all states of quoting, and within rows longer than it.
    for (const std::size_t length : {1u, 60u, 61u, 8000u, 16384u, 40000u}) {
        std::string text = "a,b,c\n";
        std::size_t rows = 0;
        for (; text.size() < 120000; ++rows) {
            text += std::to_string(rows) + ",\"" + std::string(rows * 7 % length, 'x') + "\"\", \n,\",";
            text += rows % 3 == 0 ? "\"p\"\r\n" : rows % 3 == 1 ? "p\n" : "\"p\"\n\n";
        }
        tally_options whole;
        whole.chunk_size = 1 << 18;
        INFO(length);
        CHECK(lines_of(count(visits_by("c"), raw_file(text), whole).counted) ==
              " p: visitors " + std::to_string(rows) + "\n");
        CHECK(refusal(visits_by("c"), raw_file(text + "1,2\n"), whole) ==
              "FILE:" + std::to_string(std::count(text.begin(), text.end(), '\n') + 1) +
                  ": 2 cells where the header has 3 (--ragged skip passes over such rows)");
    }
}

TEST_CASE("the first row at fault is told of, whatever its column and whatever is wrong with the next") {
    plan how;
    how.period = "d";
    how.every = grain::month;
    add_where(how, "n > 0");
    add_label(how, "l");
    add_survey(how, survey_kinds[0], "s");
    add_measure(how, "revenue=sum n");
    const std::string faults[] = {"2024-01-32,x,1,5\n",  "2024-01-01,\xff,1,5\n", "2024-01-01,x,one,5\n",
                                  "2024-01-01,x,1,11\n", "2024-01-01,x,1\n",      "2024-01-01,x,\"1\"1,5\n"};
    for (const std::size_t before : {0u, 1u, 63u, 64u, 65u, 200u}) {
        std::string text = "d,l,n,s\n";
        for (std::size_t i = 0; i < before; ++i) {
            text += "2024-01-01,x,1,5\n";
        }
        for (const std::string& first : faults) {
            for (const std::string& second : faults) {
                const std::string told = refusal(how, raw_file(text + first + second));
                INFO(first << second << told);
                CHECK(told == refusal(how, raw_file(text + first)));
                CHECK(holds(told, "FILE:" + std::to_string(before + 2) + ":"));
            }
        }
    }
}
