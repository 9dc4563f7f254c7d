#include <fmt/format.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>
#include <csignal>
#include <cxm/catalogue.hpp>
#include <exception>
#include <new>

#include "catalogue/metrics_in_use.hpp"
#include "run/command.hpp"
#include "run/common.hpp"
#include "run/complete.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"

namespace cxm {

const std::vector<command>& commands() {
    static const std::vector<command> all = {
        {"report", "Every metric that the records allow", run_report},
        {"check", "A gate for CI: rules that must hold of the data", run_check},
        {"compare", "Whether a number moved, by how much, and why", run_compare},
        {"trend", "Whether a series moved more than it does anyway: control charts", run_trend},
        {"solve", "What a measure has to be for a metric to meet a target", run_solve},
        {"sample", "How many answers a survey or an A/B test needs", run_sample},
        {"sensitivity", "What one more, and 1 % more, of each measure does to a metric", run_sensitivity},
        {"tally", "Raw rows to records: surveys, events, customer lists counted", run_tally},
        {"merge", "Records of the same period and labels, from shards, added up", run_merge},
        {"explain", "A metric's formula, meaning, pitfalls and source, with your numbers filled in", run_explain},
        {"list", "The metrics and their measures", run_list},
        {"export", "The catalogue, schemas and docs, for machines", run_export},
        {"completion", "A script that completes what you type in bash, zsh or fish", run_completion},
        {"version", "The program's version", run_version},
    };
    return all;
}

namespace {

std::string help() {
    std::string text =
        "cxm - customer-experience metrics from what a business counts\n"
        "\n"
        "  cxm METRIC --measure N …     one number now: cxm nps --promoters 300 --passives 100 --detractors 100\n";
    for (const command& c : commands()) {
        text += fmt::format("  cxm {:<24} {}\n", c.name, c.summary);
    }
    text += "\nMetrics:";
    std::size_t column = 8;
    for (const theme& t : themes) {
        for (const metric* m : t.metrics) {
            if (column + m->key.size() + 1 > 79) {
                text += "\n        ";
                column = 8;
            }
            text += " " + std::string(m->key);
            column += m->key.size() + 1;
        }
    }
    return text +
           "\n\n'cxm COMMAND --help' and 'cxm METRIC --help' list their flags; 'cxm explain METRIC' tells what it is.\n";
}

/// For a shell that completes the first word, which is a command or a metric.
std::string first_words(const arguments& given) {
    bool version = false;
    std::vector<choice> words;
    for (const command& c : commands()) {
        words.emplace_back(c.name, c.summary);
    }
    const std::vector<choice> keys = choices_of(catalogue().metrics());
    words.insert(words.end(), keys.begin(), keys.end());
    command_line line{"cxm"};
    line.flags = {{"-V,--version", "", "The program's version", &version}};
    line.operand_words = words;
    return candidates(line, given);
}

int dispatch(const arguments& given, const streams& io) {
    if (is_completing(given) && (given[0].starts_with('-') || given[0] == "help")) {
        put(io, {}, first_words(given));
        return static_cast<int>(exit_code::fine);
    }
    if (given.empty() || given[0] == "--help" || given[0] == "-h" || given[0] == "help") {
        if (given.size() > 1 && given[0] == "help") {
            return dispatch({given[1], "--help"}, io);
        }
        put(io, {}, help());
        return static_cast<int>(exit_code::fine);
    }
    const std::string& name = given[0];
    const arguments rest(given.begin() + 1, given.end());
    if (name == "--version" || name == "-V") {
        return run_version({}, io);
    }
    const auto& all = commands();
    const auto found = std::find_if(all.begin(), all.end(), [&](const command& c) { return c.name == name; });
    if (found != all.end()) {
        return found->run(rest, io);
    }
    const bool own =
        std::any_of(rest.begin(), rest.end(), [](const std::string& a) { return a.starts_with("--metrics"); });
    // A key is as welcome in the flags' spelling: clv-to-cac.
    std::string key = name;
    std::replace(key.begin(), key.end(), '-', '_');
    if (find_metric(key) != nullptr || own) {
        return run_metric(key, rest, io);
    }
    std::vector<std::string_view> names;
    for (const command& c : all) {
        names.push_back(c.name);
    }
    for (const metric* m : all_metrics()) {
        names.push_back(m->key);
    }
    throw bad_usage("unknown command or metric " + quoted(name) + did_you_mean(name, names) + "; see 'cxm --help'");
}

/// What has a place of its own begins with it, as editors and CI expect; all else with the program's name.
int complain(const streams& io, exit_code code, std::string_view what, bool has_place = false) {
    fmt::print(io.err, "{}{}\n", has_place || what.starts_with("cxm ") ? "" : "cxm: ", what);
    return static_cast<int>(code);
}

}  // namespace

int run(const arguments& given, const streams& io) {
#ifdef __GLIBC__
    // Blocks of input come and go; handing their memory back each time costs a fifth of the reading.
    mallopt(M_TRIM_THRESHOLD, 64 << 20);
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
#endif
    // A closed pipe is told by the write that fails, not by a signal that ends the program.
    std::signal(SIGPIPE, SIG_IGN);
    try {
        return dispatch(given, io);
    } catch (const problem& p) {
        return complain(io, p.code, p.what(), p.has_place);
    } catch (const std::bad_alloc&) {
        return complain(io, exit_code::internal, "out of memory");
    } catch (const std::exception& e) {
        return complain(io, exit_code::internal,
                        fmt::format("internal error: {}; please report it with the command that led to it", e.what()));
    }
}

}  // namespace cxm
