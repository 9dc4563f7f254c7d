#include <cstdio>
#include <filesystem>
#include <iostream>
#include <string>

#include "tally/raw_file.hpp"
#include "values/document.hpp"

namespace {

std::string told(const cxm::plan& how, const std::string& file, const cxm::tally_options& options) {
    try {
        const cxm::tally_result made = cxm::tally(how, cxm::catalogue(), {file}, options);
        return cxm::testing::lines_of(made.counted) + std::to_string(made.rows) + " " + std::to_string(made.skipped);
    } catch (const cxm::problem& refused) {
        return refused.what();
    }
}

}  // namespace

/// Whether tallies are the same in tiny chunks, on any number of threads. Reads lines of a plan, a file, what delimits
/// it (or `told`) and what is done to ragged rows (`refuse`, `skip`), with TABs between; says where an answer differs.
int main() {
    int differing = 0;
    std::string plan_file;
    std::string file;
    std::string delimiter;
    std::string ragged;
    unsigned number = 0;
    while (std::getline(std::cin, plan_file, '\t') && std::getline(std::cin, file, '\t') &&
           std::getline(std::cin, delimiter, '\t') && std::getline(std::cin, ragged)) {
        const cxm::plan how = cxm::parse_plan(cxm::read_text(plan_file), plan_file);
        cxm::tally_options options;
        options.threads = 1;
        options.skip_ragged = ragged == "skip";
        if (delimiter.size() == 1) {
            options.delimiter = delimiter[0];
        }
        const std::string whole = told(how, file, options);
        // A large file in chunks of a byte takes too long.
        const std::size_t least = std::filesystem::file_size(file) > 100000 ? 1000 : 1;
        for (const std::size_t more : {number % 8, number % 80, number % 300}) {
            options.chunk_size = least + more;
            options.threads = 1 + number++ % 7;
            if (const std::string parts = told(how, file, options); parts != whole) {
                std::printf("%s\t%s\tin chunks of %zu bytes, %u threads:\n%s\nwhole:\n%s\n", plan_file.c_str(),
                            file.c_str(), least + more, options.threads, parts.c_str(), whole.c_str());
                ++differing;
            }
        }
    }
    return differing == 0 ? 0 : 1;
}
