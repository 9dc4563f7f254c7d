#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace cxm {

/// Rows of a file that were passed over, as its user asked for.
struct passed_over {
    std::uint64_t rows = 0;   ///< of another width than the header
    std::uint64_t lines = 0;  ///< that those rows take
    std::uint64_t first = 0;  ///< the line of the first of them
    std::string cut;          ///< what was said of a last row that the end of the file cuts; empty where none does

    void add(const passed_over& more) {
        first = rows == 0 || (more.rows != 0 && more.first < first) ? more.first : first;
        rows += more.rows;
        lines += more.lines;
        cut += more.cut;
    }
};

/// What to warn of: `shop.csv:3: another width than the header: 2 of 9 rows were passed over, this one first`; `rows`
/// are those that were read.
std::vector<std::string> findings(const passed_over& skipped, const std::string& file, std::uint64_t rows);

}  // namespace cxm
