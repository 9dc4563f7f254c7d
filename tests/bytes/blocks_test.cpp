#include <unistd.h>

#include <thread>

#include "catch.hpp"
#include "intake/read_whole.hpp"

using namespace cxm;

namespace {

/// The records, or the refusal, for every size of block and number of threads.
void check_all_ways(std::string_view name, std::string_view text) {
    input_options whole;
    whole.threads = 1;
    whole.ignore = {"nested"};
    const auto outcome = [&](const input_options& options) {
        const std::string refused = refusal(name, text, options);
        return refused.empty() ? read_all(name, text, options) : refused;
    };
    const std::string expected = outcome(whole);
    CHECK(!expected.empty());
    for (std::size_t size = 1; size <= 64; ++size) {
        for (unsigned threads = 1; threads <= 3; ++threads) {
            input_options some = whole;
            some.block_size = size;
            some.threads = threads;
            INFO(name << " in blocks of " << size << " on " << threads << " threads");
            CHECK(outcome(some) == expected);
        }
    }
}

const std::string csv =
    "segment,clicks,revenue\n\"a,\"\"b\"\"\n\nc\",1,2.5\n\nd,2,\n\"\"\"\",3,4\r\n\"\n\",4,5.25\nlast,5,6";
const std::string long_csv =
    "segment,clicks,period,impressions,revenue\na,1,2024-01,123456789,2.5\n,,,,\n\n\"b\nc\",12,2024-02,99999999,17\n"
    "d,\"3\",2024-03,100000000,0.125\r\n\"e,\"\"f\",0,2024-W01,0,\ng,4,free,12345678,1000\n\"\",5,\"2024\",7,\"8\"\n"
    "h,6,2024-Q1,1000000,9\r\ni,7,2024-01-31,10000000,12345678.25\nj,8,2024-04,1,2\nk,9,2024-05,3,4\nl,10,2024-06,5,6";
const std::string lines =
    "{\"segment\":\"a}{\\\"\",\"clicks\":1}\n\n{\"clicks\":2,\"segment\":\"b\\\\\"}\r\n  {\"clicks\":3}\n{\"visitors\":1}";
const std::string list =
    "[{\"segment\":\"a}{\\\"\",\"clicks\":1},{\"clicks\":2,\"segment\":\"]b\\\\\"}\r\n ,\n {\"clicks\":3}\n,{\"clicks\":4,\n"
    "\"nested\":[{\"a\":\"}\"},{}]},{\"visitors\":1}\n]\n\n";

}  // namespace

TEST_CASE("blocks of any size on any number of threads give the same records") {
    check_all_ways("a.csv", csv);
    check_all_ways("a.csv", long_csv);
    check_all_ways("a.ndjson", lines);
    check_all_ways("a.json", list);
    check_all_ways("a.json", "{\"currency\":\"EUR\",\"records\":" + list + "}");
    check_all_ways("a.json", "{\n\"clicks\":1\n}\n{\n\"clicks\":2,\"nested\":{}\n}\n");
}

TEST_CASE("blocks of any size on any number of threads give the same refusal") {
    for (std::size_t at = 0; at < list.size(); at += 3) {
        for (const char wrong : {'"', '}', ']', ',', '\n', 'x', '\\', '\xe9'}) {
            for (const auto& [name, text] : {std::pair("a.json", list), std::pair("a.ndjson", lines),
                                             std::pair("a.csv", csv), std::pair("a.csv", long_csv)}) {
                std::string broken = text;
                broken[at * 7 % text.size()] = wrong;
                input_options options;
                options.threads = 1;
                const std::string expected = refusal(name, broken, options);
                options.block_size = 1 + at % 40;
                options.threads = 2;
                INFO(broken);
                CHECK(refusal(name, broken, options) == expected);
            }
        }
    }
}

TEST_CASE("an input that is cut off anywhere is read or refused, but never crashes") {
    for (std::size_t size = 0; size < list.size(); ++size) {
        input_options options;
        options.block_size = 7;
        options.ignore = {"nested"};
        if (size < list.size() - 2) {
            CHECK(!refusal("a.json", list.substr(0, size), options).empty());
        }
        refusal("a.csv", csv.substr(0, std::min(size, csv.size())), options);
        refusal("a.ndjson", lines.substr(0, std::min(size, lines.size())), options);
    }
}

TEST_CASE("a pipe is read as a file is") {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    std::thread writer([&] {
        for (const char c : lines) {
            REQUIRE(::write(ends[1], &c, 1) == 1);
        }
        ::close(ends[1]);
    });
    input_options options;
    options.standard_input = ends[0];
    options.block_size = 20;
    const catalogue known;
    const auto source = open_records("-", known, options);
    std::string all;
    while (const auto block = source->next()) {
        all += spelt(source->parse(*block));
    }
    writer.join();
    ::close(ends[0]);
    CHECK(all == read_all("a.ndjson", lines));
}

TEST_CASE("a file that cannot be read is refused with the reason") {
    CHECK(refusal("a.csv", "a") == "a.csv: no records: there is a header and nothing below it");
    const catalogue known;
    CHECK_THROWS_WITH(open_records("no-such-file.csv", known, {}),
                      "no-such-file.csv: cannot be read: No such file or directory");
    const scratch_file file("a.csv", "");
    CHECK_THROWS_WITH(open_records(file.folder(), known, {}), file.folder() + ": cannot be read: Is a directory");
}

TEST_CASE("a long input comes as records that name their source and keep their text") {
    std::string text = "period,store,clicks\n";
    for (int i = 0; i < 20000; ++i) {
        text += fmt::format("2024-01,s{},{}\n", i, i);
    }
    const scratch_file file("long.csv", text);
    const catalogue known;
    input_options options;
    options.threads = 2;
    options.block_size = 1000;
    std::vector<records> parts;
    {
        const auto source = open_records(file.path(), known, options);
        ordered_map(
            2, [&] { return source->next(); }, [&](const input_block& block) { return source->parse(block); },
            [&](records some) { parts.push_back(std::move(some)); });
    }
    int next = 0;
    bool right = parts.size() > 100;
    for (const records& part : parts) {
        right = right && part.source == file.path() && part.periods.size() == part.lines.size();
        for (std::size_t row = 0; row < part.size(); ++row, ++next) {
            right = right && part.labels.at(0).values.at(row) == fmt::format("s{}", next) &&
                    part.numbers.at(0).values.at(row) == next &&
                    part.lines[row] == static_cast<std::uint64_t>(next) + 2;
        }
    }
    CHECK(right);
    CHECK(next == 20000);
}
