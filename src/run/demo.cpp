#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "run/command.hpp"
#include "run/demo_files.hpp"
#include "run/flags/output_flags.hpp"
#include "text/problem.hpp"
#include "text/shell_word.hpp"

namespace cxm {

namespace {

constexpr std::string_view errands[] = {"cxm report {}/shop.csv --metric nps,churn", "cxm look {}/survey.csv",
                                        "cxm cohorts {}/orders.csv --orders customer_id,ordered_at,amount"};

std::string in_folder(const std::string& folder, std::string_view name) {
    return folder + (folder.ends_with('/') ? "" : "/") + std::string(name);
}

void require_new(const std::string& folder) {
    for (const demo_file& file : demo_files()) {
        if (access(in_folder(folder, file.name).c_str(), F_OK) == 0) {
            throw bad_usage(shown(in_folder(folder, file.name)) +
                            " is there already, and nothing is written over; name another folder: cxm demo FOLDER");
        }
    }
}

void write_files(const std::string& folder, const streams& io) {
    if (mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) {
        throw cannot_write(shown(folder) + ": cannot be made: " + std::strerror(errno));
    }
    for (const demo_file& file : demo_files()) {
        put(io, in_folder(folder, file.name), file.text);
    }
}

}  // namespace

int run_demo(const arguments& given, const streams& io) {
    std::vector<std::string> folders;
    command_line line = line_for("demo");
    line.operands_name = "FOLDER";
    line.operands_help = "Where they are written; cxm-demo unless named";
    line.operands = &folders;
    if (const auto help = read_flags(line, given)) {
        put(io, {}, *help);
        return 0;
    }
    if (folders.size() > 1) {
        throw bad_usage("cxm demo takes one folder; found " + quote_of(folders[1]) + " too");
    }
    const std::string folder = folders.empty() ? "cxm-demo" : folders[0];
    require_new(folder);
    write_files(folder, io);
    std::string text;
    for (const demo_file& file : demo_files()) {
        text += in_folder(folder, file.name) + "\n";
    }
    text += "\nA tea shop's months, a survey of its customers and its orders. Try:\n";
    for (const std::string_view errand : errands) {
        std::string typed(errand);
        typed.replace(typed.find("{}"), 2, shell_word(folder));
        text += "  " + typed + "\n";
    }
    put(io, {}, text);
    return 0;
}

}  // namespace cxm
