#include <regex>
#include <set>
#include <sstream>

#include "catalogue/metrics_in_use.hpp"
#include "catch.hpp"
#include "run/runs.hpp"

namespace {

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

/// What stands behind "--flag=".
std::set<std::string> without_flag(const std::set<std::string>& words_of_flag) {
    std::set<std::string> values;
    for (const std::string& word : words_of_flag) {
        values.insert(word.substr(word.find('=') + 1));
    }
    return values;
}

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
    for (const words& run : whole_runs) {
        commands.insert(run.front());
        words command = {run.front()};
        if (run.size() > 1 && cxm::catalogue().find_metric(run[1]) != nullptr) {
            command.push_back(run[1]);
        }
        INFO(command.front());
        CHECK(offered(command, "-").size() > 1);
        CHECK(offered(command, "-") == flags_in_help(command));
    }
    commands.emplace("demo");  // has no flags, and a run of it leaves files
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
    std::set<std::set<std::string>> tried;
    for (const words& run : whole_runs) {
        for (const std::string& flag : offered(run, "-")) {
            std::set<std::string> values = offered(run, flag + "=");
            values.erase(":files");
            if (values.empty() || !flag.starts_with("--")) {
                continue;
            }
            // Metrics and formats are offered by many: all of them to the first, the ends of the list to the others.
            if (std::set<std::string> bare = without_flag(values); !tried.insert(std::move(bare)).second) {
                values = {*values.begin(), *values.rbegin()};
            }
            for (const std::string& word : values) {
                words with = run;
                with.push_back(word);
                const ran made = run_program(with);
                INFO(run.front() << " " << word << ": " << made.err);
                // A word may be known and have nothing to act on.
                CHECK(made.err.find("unknown") == std::string::npos);
            }
        }
    }
}
