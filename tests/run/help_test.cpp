#include <algorithm>
#include <cstdlib>
#include <sstream>

#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"
#include "run/flags/help.hpp"
#include "run/measures.hpp"
#include "run/program.hpp"
#include "text/utf8.hpp"

namespace {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream from(text);
    for (std::string line; std::getline(from, line);) {
        lines.push_back(line);
    }
    return lines;
}

std::string help_at(const char* width, std::vector<std::string> of) {
    setenv("COLUMNS", width, 1);
    of.emplace_back("--help");
    const ran helped = run_program(of);
    unsetenv("COLUMNS");
    CHECK(helped.code == 0);
    return helped.out;
}

/// The words that may be longer than a line is wide, as they stand in no other way.
bool is_one_word(const std::string& line) {
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    const bool quotes = line.find_first_of("'\"") != std::string::npos;
    return quotes || line.substr(first).find(' ') == std::string::npos;
}

std::vector<std::vector<std::string>> everything_with_help() {
    std::vector<std::vector<std::string>> names = {{}};
    for (const cxm::command& c : cxm::commands()) {
        names.push_back({std::string(c.name)});
    }
    for (const cxm::metric* m : cxm::catalogue().metrics()) {
        names.push_back({std::string(m->key)});
    }
    return names;
}

}  // namespace

TEST_CASE("help is as wide as the terminal, but for what has no place to break") {
    for (const auto& [width, columns] : {std::pair("60", 60u), std::pair("80", 80u), std::pair("132", 132u)}) {
        for (const auto& of : everything_with_help()) {
            for (const std::string& line : lines_of(help_at(width, of))) {
                INFO(line);
                CHECK((cxm::display_width(line) <= columns || is_one_word(line)));
            }
        }
    }
}

TEST_CASE("every command and every metric has an example in its help") {
    for (const auto& of : everything_with_help()) {
        if (of.empty()) {
            continue;
        }
        const std::string help = help_at("200", of);
        INFO(of.front());
        const std::size_t example = help.find("\nExample");
        REQUIRE(example != std::string::npos);
        CHECK(help.find("cxm " + of.front(), example) != std::string::npos);
    }
}

TEST_CASE("the example of a metric is a command that works, and comes to what the catalogue says") {
    for (const cxm::metric* m : cxm::catalogue().metrics()) {
        std::istringstream words(cxm::example_command(*m));
        std::vector<std::string> arguments;
        for (std::string word; words >> word;) {
            arguments.push_back(word);
        }
        arguments.erase(arguments.begin());
        arguments.emplace_back("--raw");
        const ran made = run_program(arguments);
        INFO(m->key << ": " << made.err);
        CHECK(made.code == 0);
        CHECK(std::strtod(made.out.c_str(), nullptr) == Approx(m->example.result));
    }
}

TEST_CASE("a command without a metric says which it takes") {
    const std::string help = help_at("80", {"sample"});
    CHECK(help.find("METRIC") != std::string::npos);
    CHECK(help.find("One of churn, retention, repeat_purchase") != std::string::npos);
    CHECK(help.find("average_transaction") == std::string::npos);
}

TEST_CASE("a command that is too long for a line goes on behind a backslash, its quotes whole") {
    cxm::lines text(false);
    cxm::put_shell_line(text, 2, "cxm check shop.csv --require 'churn <= 5% by segment'", 40);
    CHECK(text.text() == "  cxm check shop.csv \\\n      --require 'churn <= 5% by segment'\n");
}
