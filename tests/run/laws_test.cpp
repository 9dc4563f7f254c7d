#include <map>

#include "catch.hpp"
#include "intake/read_whole.hpp"
#include "run/check_request.hpp"
#include "run/command.hpp"
#include "run/compare_request.hpp"
#include "run/runs.hpp"
#include "run/terminal.hpp"

namespace {

// Whether a number is a value of an enumeration. The compiler warns of a switch that lacks one, so that no new value
// goes without its laws.
bool is_value(cxm::format f) {
    using enum cxm::format;
    switch (f) {
        case table:
        case json:
        case ndjson:
        case csv:
        case markdown:
        case html:
        case svg:
        case junit:
        case github:
        case tap: return true;
    }
    return false;
}

bool is_value(cxm::share_interval i) {
    using enum cxm::share_interval;
    switch (i) {
        case wilson:
        case wilson_corrected:
        case clopper_pearson:
        case jeffreys:
        case agresti_coull:
        case wald: return true;
    }
    return false;
}

bool is_value(cxm::net_interval i) {
    using enum cxm::net_interval;
    switch (i) {
        case adjusted_wald:
        case score:
        case wald: return true;
    }
    return false;
}

bool is_value(cxm::share_method m) {
    using enum cxm::share_method;
    switch (m) {
        case standard:
        case newcombe:
        case koopman:
        case katz:
        case pooled:
        case fisher: return true;
    }
    return false;
}

bool is_value(cxm::adjustment a) {
    using enum cxm::adjustment;
    switch (a) {
        case holm:
        case benjamini_hochberg:
        case none: return true;
    }
    return false;
}

bool is_value(cxm::fail_on f) {
    using enum cxm::fail_on;
    switch (f) {
        case fail:
        case undecided:
        case warn: return true;
    }
    return false;
}

bool is_value(cxm::input_format f) {
    using enum cxm::input_format;
    switch (f) {
        case any:
        case json:
        case ndjson:
        case csv:
        case tsv: return true;
    }
    return false;
}

bool is_value(cxm::when w) {
    using enum cxm::when;
    switch (w) {
        case to_terminals:
        case always:
        case never: return true;
    }
    return false;
}

/// The values of an enumeration from one on that a table has no word for.
template <class Enum, class HasWord>
std::vector<int> without_a_word(Enum first, HasWord has_word) {
    std::vector<int> lacking;
    for (int i = static_cast<int>(first); is_value(static_cast<Enum>(i)); ++i) {
        if (!has_word(static_cast<Enum>(i))) {
            lacking.push_back(i);
        }
    }
    return lacking;
}

template <class Rows>
auto in(const Rows& rows) {
    return [&rows](const auto& value) { return !cxm::word_of(value, rows).empty(); };
}

/// Whether the table of intervals has a row for one of shares, or of nets.
template <class Interval>
bool has_interval(std::optional<Interval> cxm::interval_method::*of, Interval wanted) {
    return std::any_of(std::begin(cxm::interval_words), std::end(cxm::interval_words),
                       [&](const auto& row) { return row.value.*of == wanted; });
}

}  // namespace

TEST_CASE("every value that a flag can choose has a word") {
    using none = std::vector<int>;
    CHECK(without_a_word(cxm::format::table, in(cxm::format_words)) == none{});
    CHECK(without_a_word(cxm::share_method::newcombe, in(cxm::method_words)) == none{});
    CHECK(without_a_word(cxm::adjustment::holm, in(cxm::adjustment_words)) == none{});
    CHECK(without_a_word(cxm::fail_on::fail, in(cxm::fail_on_words)) == none{});
    CHECK(without_a_word(cxm::input_format::json, in(cxm::input_format_words)) == none{});
    CHECK(without_a_word(cxm::when::to_terminals, in(cxm::colour_words)) == none{});
    CHECK(without_a_word(cxm::share_interval::wilson, [](cxm::share_interval i) {
              return has_interval(&cxm::interval_method::shares, i);
          }) == none{});
    CHECK(without_a_word(cxm::net_interval::adjusted_wald,
                         [](cxm::net_interval i) { return has_interval(&cxm::interval_method::nets, i); }) == none{});
}

TEST_CASE("no metric of one's own has the name of a command") {
    for (const cxm::command& c : cxm::commands()) {
        const scratch_file file(
            "own.json", R"([{"key": ")" + std::string(c.name) + R"(", "title": "T", "formula": "clicks / visitors"}])");
        const ran refused = run_program({"list", "--metrics", file.path()});
        INFO(c.name);
        CHECK(refused.code == 3);
        CHECK(refused.err.find("is taken") != std::string::npos);
    }
}

TEST_CASE("a command says of itself what the program says of it") {
    setenv("COLUMNS", "200", 1);
    const std::string help = run_program({}).out;
    for (const cxm::command& c : cxm::commands()) {
        INFO(c.name);
        const std::string own = run_program({std::string(c.name), "--help"}).out;
        CHECK(own.find(c.summary) != std::string::npos);
        CHECK(help.find("  cxm " + std::string(c.name) + std::string(22 - c.name.size(), ' ') + std::string(c.summary) +
                        "\n") != std::string::npos);
    }
    unsetenv("COLUMNS");
}

TEST_CASE("every format that a command offers is another text") {
    for (const words& run : whole_runs) {
        std::map<std::string, std::string> format_of_text;
        for (const std::string& word : offered(run, "--format=")) {
            words with = run;
            with.push_back(word);
            const ran written = run_program(with);
            INFO(run.front() << " " << word << ": " << written.err);
            CHECK(!written.out.empty());
            const auto [first, is_new] = format_of_text.try_emplace(written.out, word);
            // One result is one line of JSON in either form.
            const bool one_result = first->second == "--format=json" && word == "--format=ndjson";
            CHECK((is_new || one_result));
        }
    }
}
