#include "rows/passed_over.hpp"

#include <fmt/format.h>

#include "bytes/byte_source.hpp"
#include "text/problem.hpp"
#include "text/shown.hpp"

namespace cxm {

std::string note_of_headers(const passed_over& skipped, const std::string& file, bool refused) {
    if (skipped.headers == 0) {
        return {};
    }
    const std::string place = fmt::format("{}:{}", name_of(file), skipped.first_header);
    const std::string again =
        "the header stands here again" +
        (skipped.headers == 1 ? std::string() : fmt::format(", the first of {} times", skipped.headers));
    if (refused) {
        throw bad_input(place, again);
    }
    return fmt::format("{}: {}: passed over", place, again);
}

std::vector<std::string> findings(const passed_over& skipped, const std::string& file, std::uint64_t rows) {
    if (skipped.came < skipped.promised) {
        throw bad_input(name_of(file),
                        fmt::format("{} of {} records came: what ran the query cut its result, as bq does "
                                    "without --max_rows",
                                    skipped.came, skipped.promised));
    }
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

std::string rows_refused(double rows, std::string_view example) {
    return fmt::format("the query refused {:.15g} row{}: {}", rows, rows == 1 ? "" : "s, one of them as",
                       shown(example));
}

}  // namespace cxm
