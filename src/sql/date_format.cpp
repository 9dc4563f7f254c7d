#include "sql/date_format.hpp"

#include <fmt/format.h>

#include "sql/row_cells.hpp"
#include "text/problem.hpp"

namespace cxm {

std::string iso_of_format(const sql_dialect& in, const std::string& cell, std::string_view format) {
    std::size_t at = 1;
    std::string part[3];
    std::string marks;
    bool known = true;
    for (std::size_t i = 0; i < format.size(); ++i) {
        if (format[i] != '%' || i + 1 == format.size()) {
            marks += fmt::format("{}SUBSTR({}, {}, 1) = {}", marks.empty() ? "" : " AND ", cell, at++,
                                 sql_text(in, format.substr(i, 1)));
            known = known && static_cast<unsigned char>(format[i]) < 0x80;
            continue;
        }
        const std::size_t which = std::string_view("Ymd").find(format[++i]);
        known = known && which != std::string_view::npos && part[which].empty();
        if (known) {
            part[which] = fmt::format("SUBSTR({}, {}, {})", cell, at, which == 0 ? 4 : 2);
            at += which == 0 ? 4 : 2;
        }
    }
    if (!known || marks.empty()) {
        throw bad_usage("the date format " + quote_of(format) +
                        " is not for cxm sql, which takes %Y, %m and %d with marks between them; give it a column of "
                        "the type DATE");
    }
    return sql_when(marks,
                    fmt::format("{} || '-' || {} || '-' || {} || SUBSTR({}, {})", part[0], part[1], part[2], cell, at));
}

}  // namespace cxm
