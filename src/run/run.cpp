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
#include "intake/unknown_name.hpp"
#include "run/command.hpp"
#include "run/flags/complete.hpp"
#include "run/flags/output_flags.hpp"
#include "run/warnings.hpp"
#include "text/nearest.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"
#include "write/receipt.hpp"

namespace cxm {

namespace {

/// For a shell that completes the first word, which is a command or a metric.
std::string first_words(const arguments& given) {
    bool version = false;
    command_line line{"cxm"};
    line.flags = {{"-V,--version", "", "The program's version", &version}};
    for (const command& c : commands()) {
        line.operand_words.emplace_back(c.name, c.summary);
    }
    for (const choice& key : choices_of(catalogue().metrics())) {
        line.operand_words.push_back(key);
    }
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
        put(io, {}, program_help());
        return static_cast<int>(exit_code::fine);
    }
    const std::string& name = given[0];
    const arguments rest(given.begin() + 1, given.end());
    if (name == "--version" || name == "-V") {
        return run_version({}, io);
    }
    const auto known = commands();
    const auto named = std::find_if(known.begin(), known.end(), [&](const command& c) { return c.name == name; });
    if (named != known.end()) {
        return named->run(rest, io);
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
    for (const command& c : known) {
        names.push_back(c.name);
    }
    for (const metric* m : all_metrics()) {
        names.push_back(m->key);
    }
    const bool is_file = name.find_first_of("./") != std::string::npos;
    throw bad_usage("unknown command or metric " + quote_of(name) + did_you_mean(name, names) +
                    (is_file ? "; a file is read by: cxm report " + shell_word(name) : "; see 'cxm --help'"));
}

/// The line that was typed, as it is typed again.
std::string command_of(const arguments& given) {
    std::string line = "cxm";
    for (const std::string& word : given) {
        line += " " + shell_word(word, true);
    }
    return line;
}

/// What has a place of its own begins with it, as editors and CI expect; all else with the program's name.
int complain(const streams& io, exit_code code, std::string_view what, bool has_place = false) {
    tell(io, fmt::format("{}{}\n", has_place || what.starts_with("cxm ") ? "" : "cxm: ", without_commands(what)));
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
    // So is a limit on the size of files.
    std::signal(SIGXFSZ, SIG_IGN);
    receipt kept{CXM_VERSION, command_of(given)};
    const streams logged{io.in, io.out, io.err, &kept};
    try {
        return dispatch(given, logged);
    } catch (const no_records& p) {
        const std::string fitting = fitting_command(p.file);
        return complain(
            io, p.code,
            p.what() + (fitting.empty() ? "; 'cxm look FILE' finds commands that fit" : "; this fits: " + fitting),
            p.has_place);
    } catch (const problem& p) {
        return complain(io, p.code, p.what(), p.has_place);
    } catch (const std::bad_alloc&) {
        return complain(io, exit_code::refused,
                        "there is not enough memory: allow more, or take less with fewer --threads");
    } catch (const std::exception& e) {
        return complain(io, exit_code::internal,
                        fmt::format("internal error: {}; please report it with the command that led to it", e.what()));
    }
}

}  // namespace cxm
