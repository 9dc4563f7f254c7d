#include <regex>
#include <set>
#include <sstream>

#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"
#include "run/program.hpp"

namespace {

using words = std::vector<std::string>;

/// What completion offers after some words, without the meanings.
std::set<std::string> offered(words typed, const std::string& word) {
    typed.push_back("--complete=" + word);
    std::istringstream lines(run_program(typed).out);
    std::set<std::string> all;
    for (std::string line; std::getline(lines, line);) {
        all.insert(line.substr(0, line.find('\t')));
    }
    return all;
}

/// The names that begin lines of help, one of which may have several: "-o,--output".
std::set<std::string> flags_in_help(words typed) {
    typed.push_back("--help");
    const std::string text = run_program(typed).out;
    const std::regex names("\n +(-[-\\w]+(, *-[-\\w]+)*)");
    const std::regex name("-[-\\w]+");
    std::set<std::string> all;
    for (std::sregex_iterator at(text.begin(), text.end(), names), none; at != none; ++at) {
        const std::string found = (*at)[1];
        all.insert(std::sregex_token_iterator(found.begin(), found.end(), name), std::sregex_token_iterator());
    }
    return all;
}

/// Every command that has flags, whole: a run of it ends well.
const std::vector<words> runs = {
    {"nps", "--promoters", "3", "--passives", "1", "--detractors", "1"},
    {"churn", "--start", "10", "--lost", "1"},
    {"report", "examples/data/shop.csv"},
    {"check", "examples/data/shop.csv", "--require", "nps >= 0", "--require", "churn >= 0%"},
    {"compare", "examples/data/shop.csv", "--from", "period=2023-01", "--to", "period=2024-12", "--total"},
    {"trend", "examples/data/shop.csv"},
    {"solve", "nps", "--target", "50", "--vary", "promoters", "--passives", "1", "--detractors", "1"},
    {"sample", "nps", "--margin", "5"},
    {"sensitivity", "nps", "--promoters", "3", "--passives", "1", "--detractors", "1"},
    {"tally", "examples/data/survey.csv", "--nps", "score", "--period", "answered_at:month"},
    {"merge", "examples/data/shop.csv"},
    {"explain", "nps"},
    {"list"},
    {"export", "catalogue"},
    {"completion", "bash"},
    {"version"},
};

}  // namespace

TEST_CASE("every command and every metric is offered as the first word") {
    std::set<std::string> all;
    for (const cxm::command& c : cxm::commands()) {
        all.emplace(c.name);
    }
    for (const cxm::metric* m : cxm::catalogue().metrics()) {
        all.emplace(m->key);
    }
    CHECK(offered({}, "") == all);
}

TEST_CASE("every flag of every command is offered") {
    std::set<std::string> commands;
    for (const words& run : runs) {
        commands.insert(run.front());
        words command = {run.front()};
        if (run.size() > 1 && cxm::catalogue().find_metric(run[1]) != nullptr) {
            command.push_back(run[1]);
        }
        INFO(command.front());
        CHECK(offered(command, "-").size() > 1);
        CHECK(offered(command, "-") == flags_in_help(command));
    }
    for (const cxm::command& c : cxm::commands()) {
        INFO(c.name);
        CHECK(commands.contains(std::string(c.name)));
    }
    for (const cxm::metric* m : cxm::catalogue().metrics()) {
        INFO(m->key);
        CHECK(offered({std::string(m->key)}, "-") == flags_in_help({std::string(m->key)}));
    }
}

TEST_CASE("every word that is offered as a value is accepted") {
    for (const words& run : runs) {
        for (const std::string& flag : offered(run, "-")) {
            for (const std::string& word : offered(run, flag + "=")) {
                if (word == ":files" || !flag.starts_with("--")) {
                    continue;
                }
                words with = run;
                with.push_back(word);
                const ran made = run_program(with);
                INFO(run.front() << " " << word << ": " << made.err);
                CHECK(made.code != 2);
            }
        }
    }
}
