#include "run/named_file.hpp"

#include <map>
#include <utility>

#include "text/problem.hpp"

namespace cxm {

std::optional<struct stat> file_at(const std::string& name, const streams& io) {
    struct stat about = {};
    const bool there = (name == "-" ? fstat(fileno(io.in), &about) : stat(name.c_str(), &about)) == 0;
    return there && S_ISREG(about.st_mode) ? std::optional(about) : std::nullopt;
}

void require_each_once(const std::vector<std::string>& files, const streams& io) {
    std::map<std::pair<dev_t, ino_t>, std::string> names;
    for (const std::string& name : files) {
        const auto at = file_at(name, io);
        if (!at) {
            continue;
        }
        const auto [first, is_new] = names.try_emplace({at->st_dev, at->st_ino}, name);
        if (!is_new && (name != "-" || first->second != "-")) {
            throw bad_usage((first->second == name
                                 ? shown_end(name) + " is given twice"
                                 : shown_end(first->second) + " and " + shown_end(name) + " are the same file") +
                            ", and what it holds would count twice; name each file once");
        }
    }
}

}  // namespace cxm
