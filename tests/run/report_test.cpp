#include <algorithm>
#include <fstream>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "run/program.hpp"

namespace {

using nlohmann::json;
using words = std::vector<std::string>;

std::string report(words arguments) {
    arguments.insert(arguments.begin(), "report");
    const ran made = run_program(arguments);
    INFO(made.err);
    REQUIRE(made.code == 0);
    return made.out;
}

std::vector<std::string> sorted_lines(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::string csv_cell(const json& value) {
    std::string cell = value.is_string() ? value.get<std::string>() : value.dump();
    if (cell.find_first_of(",\"\n\r;") == std::string::npos) {
        return cell;
    }
    std::string quoted = "\"";
    for (const char c : cell) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

/// Records of JSON as CSV, a column for every name that any of them has.
std::string csv_of(const json& records) {
    std::set<std::string> names;
    for (const json& record : records) {
        for (const auto& [name, value] : record.items()) {
            names.insert(name);
        }
    }
    std::string text;
    for (const std::string& name : names) {
        text += (text.empty() ? "" : ",") + csv_cell(name);
    }
    for (const json& record : records) {
        std::string row;
        for (const std::string& name : names) {
            row += (name == *names.begin() ? "\n" : ",") + (record.contains(name) ? csv_cell(record.at(name)) : "");
        }
        text += row;
    }
    return text + "\n";
}

/// Any records: measures here and there, labels with all that CSV has to quote.
json some_records(unsigned seed) {
    std::mt19937 random(seed);
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    const std::vector<std::string> labels = {"pro",        "a,b",   "\"x\"", "two\nlines", "caf\u00e9",
                                             "semi;colon", " lead", "=1+1",  "\t"};
    json all = json::array();
    for (int i = 0; i < 200; ++i) {
        json record = {{"period", fmt::format("20{:02}-{:02}", 10 + i / 12, i % 12 + 1)}, {"clicks", below(100)}};
        for (const char* const label : {"segment", "odd, label"}) {
            if (below(3) > 0) {
                record[label] = labels[static_cast<std::size_t>(below(static_cast<int>(labels.size())))];
            }
        }
        if (below(4) > 0) {
            record["impressions"] = 100 + below(1000000);
        }
        if (below(2) > 0) {
            record["revenue"] = (below(2000000) - 1000000) / 100.0;
            record["transactions"] = below(50);
        }
        all.push_back(std::move(record));
    }
    return all;
}

/// A shop with so many segments that it is read in several blocks.
std::string long_csv(int rows) {
    std::string text =
        "period,segment,customers_start,customers_lost,promoters,passives,detractors,revenue,transactions\n";
    for (int i = 0; i < rows; ++i) {
        text += fmt::format("2024-{:02},s{},{},{},{},{},{},{}.{:02},{}\n", i % 12 + 1, i / 12, 1000 + i, i % 1000,
                            i % 97, i % 89, i % 83, i, i % 100, i % 50);
    }
    return text;
}

const std::string data = "examples/data/";

}  // namespace

TEST_CASE("the shop gives the same report from CSV, JSON and NDJSON") {
    for (const words& how : {words{"--format", "csv"}, words{"--format", "csv", "--wide"},
                             words{"--format", "csv", "--by", "segment", "--every", "quarter"},
                             words{"--format", "csv", "--total", "--every", "year", "--all"}}) {
        const auto of = [&](const std::string& file) {
            words arguments = how;
            arguments.push_back(data + file);
            return report(arguments);
        };
        const std::string from_csv = of("shop.csv");
        CHECK(from_csv.size() > 100);
        CHECK(of("shop.json") == from_csv);
        CHECK(of("shop.ndjson") == from_csv);
    }
}

TEST_CASE("records that went through CSV give the report that they gave as JSON") {
    for (unsigned seed = 0; seed < 6; ++seed) {
        const json records = some_records(seed);
        const scratch_file as_json("a.json", records.dump());
        const scratch_file as_csv("a.csv", csv_of(records));
        const auto of = [](const std::string& file) {
            return json::parse(report({file, "--json", "--all"})).at("records");
        };
        const json from_json = of(as_json.path());
        REQUIRE(from_json.size() == records.size());
        REQUIRE(of(as_csv.path()) == from_json);
    }
}

TEST_CASE("a long report is the same from any number of threads, in blocks or whole") {
    const scratch_file file("long.csv", long_csv(9000));
    for (const words& how : {words{"--format", "csv"}, words{"--json"}, words{"--total", "--format", "csv"},
                             words{"--every", "year", "--format", "ndjson"}}) {
        const auto with = [&](const char* threads) {
            words arguments = how;
            arguments.insert(arguments.end(), {file.path(), "--threads", threads});
            return report(arguments);
        };
        const std::string alone = with("1");
        CHECK(with("2") == alone);
        CHECK(with("7") == alone);
    }
}

TEST_CASE("pooling by every label there is changes nothing but the order") {
    for (const char* const format : {"csv", "ndjson"}) {
        const std::string streamed = report({data + "shop.csv", "--format", format});
        const std::string pooled = report({data + "shop.csv", "--format", format, "--by", "segment"});
        CHECK(sorted_lines(pooled) == sorted_lines(streamed));
        CHECK(pooled != streamed);
    }
}

TEST_CASE("a record in JSON is the line that it is in NDJSON") {
    const json whole = json::parse(report({data + "shop.csv", "--json"}));
    std::istringstream lines(report({data + "shop.csv", "--format", "ndjson"}));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        REQUIRE(json::parse(line) == whole.at("records").at(count));
    }
    CHECK(count == whole.at("records").size());
}

TEST_CASE("pooled figures do not depend on the order of the records") {
    json records = json::parse(std::ifstream(data + "shop.json")).at("records");
    std::mt19937 random(1);
    std::shuffle(records.begin(), records.end(), random);
    const scratch_file shuffled("shop.json", records.dump());
    const words how = {"--total", "--every", "year", "--format", "csv"};
    const auto of = [&](const std::string& file) {
        words arguments = how;
        arguments.push_back(file);
        return report(arguments);
    };
    CHECK(of(shuffled.path()) == of(data + "shop.json"));
}

TEST_CASE("an input refused at its end leaves standard output empty, however long it was") {
    const scratch_file file("long.csv", long_csv(20000) + "2024-01,last,1,two,1,1,1,1,1\n");
    const ran made = run_program({"report", file.path(), "--json"});
    CHECK(made.code == 3);
    CHECK(made.out.empty());
    CHECK(made.err.find("long.csv:20002:16: customers_lost: 'two' is not a whole number") != std::string::npos);
}

TEST_CASE("a long report written to a file is what standard output would have had, and nothing is left beside it") {
    const scratch_file file("long.csv", long_csv(20000));
    const std::string target = file.folder() + "/out.json";
    const std::string printed = report({file.path(), "--json"});
    REQUIRE(printed.size() > (std::size_t(4) << 20));
    CHECK(report({file.path(), "--json", "-o", target}).empty());
    std::ifstream in(target);
    CHECK((std::string(std::istreambuf_iterator<char>(in), {}) == printed));
    CHECK(std::remove(target.c_str()) == 0);
}
