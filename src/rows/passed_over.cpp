#include "rows/passed_over.hpp"

#include <fmt/format.h>

#include "bytes/byte_source.hpp"

namespace cxm {

std::string headers_again(const passed_over& skipped) {
    return skipped.headers == 0   ? ""
           : skipped.headers == 1 ? "the header stands here again"
                                  : fmt::format("the header stands here again, the first of {} times", skipped.headers);
}

std::vector<std::string> findings(const passed_over& skipped, const std::string& file, std::uint64_t rows) {
    std::vector<std::string> findings;
    if (skipped.rows != 0) {
        const std::string lines = skipped.lines == skipped.rows ? "" : fmt::format(" ({} lines)", skipped.lines);
        findings.push_back(fmt::format("{}:{}: another width than the header: {} of {} rows{} {}", name_of(file),
                                       skipped.first, skipped.rows, rows + skipped.rows, lines,
                                       skipped.rows == 1 ? "was passed over" : "were passed over, this one first"));
    }
    if (!skipped.cut.empty()) {
        findings.push_back(skipped.cut);
    }
    return findings;
}

}  // namespace cxm
