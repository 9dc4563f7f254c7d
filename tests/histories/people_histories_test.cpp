#include "histories/people_histories.hpp"

#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

#include "catch.hpp"
#include "tally/raw_file.hpp"
#include "text/problem.hpp"
#include "values/points_in_time.hpp"

using namespace cxm;
using cxm::testing::raw_file;

namespace {

people_question question() {
    people_question asked;
    asked.id = "who";
    asked.time = "at";
    asked.label = "page";
    asked.amount = "paid";
    asked.events = {{parse_condition("page = 'cart'"), "page = 'cart'"}};
    return asked;
}

/// Every history as a line, in order: `2024-01-01 00:00:02 cart 1 1.5; …`.
std::vector<std::string> told(people_histories& of) {
    std::vector<std::string> lines;
    std::mutex one;
    of.read([&](unsigned, std::span<const history_event> history) {
        std::string line;
        for (const history_event& each : history) {
            line += moment_text(each.time) + " " + (each.label == no_label ? "-" : of.labels()[each.label]) + " " +
                    std::to_string(each.events) + " " + decimal_text(each.amount) + "; ";
        }
        const std::lock_guard lock(one);
        lines.push_back(line);
    });
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> told(const std::string& text, unsigned threads = 1, std::size_t chunk = 1 << 18) {
    const raw_file file(text);
    row_options options;
    options.threads = threads;
    options.chunk_size = chunk;
    people_histories read(question(), {file.path()}, options);
    return told(read);
}

std::string refusal_of(const std::string& text) {
    try {
        told(text);
    } catch (const bad_input& refused) {
        return refused.what();
    }
    return "none";
}

const std::string header = "who,at,page,paid\n";

/// Rows of a few people whose ids are short and long, at times of which many are equal.
std::vector<std::string> many_rows() {
    std::vector<std::string> rows;
    for (int i = 0; i < 600; ++i) {
        const int person = i * 7 % 23;
        const std::string id =
            person % 3 == 0 ? "a-person-with-a-long-id-" + std::to_string(person) : "p" + std::to_string(person);
        const std::string page = i % 4 == 0 ? "cart" : i % 4 == 1 ? "" : "page" + std::to_string(i % 5);
        rows.push_back(id + ",2024-01-01T00:00:" + (i % 40 < 10 ? "0" : "") + std::to_string(i % 40) + "Z," + page +
                       "," + std::to_string(i % 9) + ".5\n");
    }
    return rows;
}

std::string text_of(const std::vector<std::string>& rows) {
    std::string text = header;
    for (const std::string& row : rows) {
        text += row;
    }
    return text;
}

}  // namespace

TEST_CASE("a history is a person's rows by time, whatever the order of the file") {
    CHECK(told(header + "b,2024-01-01T00:00:05Z,cart,2\na,2024-01-03T00:00:00Z,,\nb,2024-01-01T00:00:02Z,home,1.5\n") ==
          std::vector<std::string>{"2024-01-01 00:00:02 home 0 1.5; 2024-01-01 00:00:05 cart 1 2; ",
                                   "2024-01-03 - 0 0; "});
}

TEST_CASE("histories are the same for any number of threads, size of chunks and order of rows") {
    std::vector<std::string> rows = many_rows();
    const std::vector<std::string> wanted = told(text_of(rows));
    REQUIRE(wanted.size() == 23);
    for (const unsigned threads : {1u, 2u, 5u}) {
        for (const std::size_t chunk : {64u, 1000u, 1u << 18}) {
            CHECK(told(text_of(rows), threads, chunk) == wanted);
        }
    }
    std::reverse(rows.begin(), rows.end());
    CHECK(told(text_of(rows), 3, 200) == wanted);
    std::sort(rows.begin(), rows.end());
    CHECK(told(text_of(rows)) == wanted);
}

TEST_CASE("rows of several zones stand in the order in which they happened") {
    CHECK(told(header + "a,2024-01-01T10:00:00+02:00,late,\na,2024-01-01T07:00:00Z,early,\n") ==
          std::vector<std::string>{"2024-01-01 07:00:00 early 0 0; 2024-01-01 08:00:00 late 0 0; "});
    CHECK(refusal_of(header + "a,2024-01-01T10:00:00+02:00,x,\na,2024-01-01T07:00:00,y,\n").find("nobody knows") !=
          std::string::npos);
}

TEST_CASE("a blank id, a blank time and what is no time are refused with their line") {
    CHECK(refusal_of(header + "a,2024-01-01,,\n,2024-01-01,,\n").find(":3: who: is blank") != std::string::npos);
    CHECK(refusal_of(header + "a,,,\n").find(":2: at: is blank") != std::string::npos);
    CHECK(refusal_of(header + "a,2024-02-30,,\n").find(":2: at: '2024-02-30' is a day that does not exist") !=
          std::string::npos);
    CHECK(refusal_of(header + "a,9999-12-31,,\n").find("stands for an open end") != std::string::npos);
    CHECK(refusal_of(header + "a,2024-01-01,,ten\n").find(":2: paid: 'ten' is not a number") != std::string::npos);
    CHECK(refusal_of(header + "\xff,2024-01-01,,\n").find("not UTF-8") != std::string::npos);
}

TEST_CASE("ids that differ in capitals or spaces alone are told of, and stay apart") {
    const raw_file file(header + "Ann,2024-01-01,,\nann ,2024-01-02,,\nBob,2024-01-02,,\n");
    people_histories read(question(), {file.path()}, {});
    CHECK(read.people == 3);
    REQUIRE(read.found.warnings.size() >= 1);
    CHECK(read.found.warnings.back() ==
          "1 id of 'who' differs from another in capitals or spaces alone and counts as another person: 'Ann' and "
          "'ann '");
}

TEST_CASE("what is kept of people's rows stays within its memory, or is refused") {
    row_options options;
    options.max_memory = 20000;
    const raw_file file(text_of(many_rows()));
    CHECK_THROWS_AS(people_histories(question(), {file.path()}, options), bad_input);
}

TEST_CASE("a person without a kept row has an empty history and counts all the same") {
    people_question asked = question();
    asked.keeps = kept_rows::of_events;
    const raw_file file(header + "a,2024-01-01,home,\nb,2024-01-02,cart,3\n");
    people_histories read(asked, {file.path()}, {});
    CHECK(read.people == 2);
    CHECK(told(read) == std::vector<std::string>{"", "2024-01-02 cart 1 3; "});
}
