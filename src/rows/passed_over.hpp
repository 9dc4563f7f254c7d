#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// Rows of a file that were passed over, as its user asked for.
struct passed_over {
    std::uint64_t rows = 0;     ///< of another width than the header
    std::uint64_t lines = 0;    ///< that those rows take
    std::uint64_t first = 0;    ///< the line of the first of them
    std::string cut;            ///< what was said of a last row that the end of the file cuts; empty where none does
    std::uint64_t headers = 0;  ///< times that the header stands among the rows
    std::uint64_t first_header = 0;  ///< the line of the first of these

    std::uint64_t promised = 0;  ///< records that the file says it has; 0: it does not say
    std::uint64_t came = 0;      ///< of those

    void add(const passed_over& more) {
        promised = std::max(promised, more.promised);
        came += more.came;
        first = rows == 0 || (more.rows != 0 && more.first < first) ? more.first : first;
        rows += more.rows;
        lines += more.lines;
        cut += more.cut;
        first_header =
            headers == 0 || (more.headers != 0 && more.first_header < first_header) ? more.first_header : first_header;
        headers += more.headers;
    }
};

/// The header once more, on a line.
inline passed_over repeated_header(std::uint64_t line) { return {0, 0, 0, {}, 1, line}; }

/// The note of a header that stands among the rows, `shop.csv:3: the header stands here again: passed over`; empty
/// where none does. Throws bad_input where it is to be refused.
std::string note_of_headers(const passed_over& skipped, const std::string& file, bool refused);

/// What to warn of: `shop.csv:3: another width than the header: 2 of 9 rows were passed over, this one first`; `rows`
/// are those that were read. Throws bad_input where fewer records came than the file says it has.
std::vector<std::string> findings(const passed_over& skipped, const std::string& file, std::uint64_t rows);

/// `the query refused 3 rows, one of them as: …`, of a result that says so.
std::string rows_refused(double rows, std::string_view example);

}  // namespace cxm
