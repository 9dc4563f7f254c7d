#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// How the files of an input begin, by which exports that overlap are told.
class seen_fronts {
public:
    /// Adds a file; `whole` says that its front is all of it. What to warn of where one before begins with the same
    /// rows; empty else.
    std::string add(const std::string& file, std::string_view front, bool whole);

private:
    struct front {
        std::string file;
        std::string text;
        bool whole;
    };
    std::vector<front> fronts_;

    static bool overlap(const front& a, const front& b);
};

}  // namespace cxm
