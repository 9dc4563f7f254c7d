#include "rows/front_rows.hpp"

#include <algorithm>

#include "rows/csv_form.hpp"
#include "rows/csv_split.hpp"
#include "text/pieces.hpp"

namespace cxm {

std::size_t front_row::filled() const {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); }));
}

front_rows front_rows_of(std::string_view text, std::size_t from, bool whole, char delimiter, std::size_t most) {
    front_rows rows;
    auto line = static_cast<std::uint64_t>(1 + std::count(text.data(), text.data() + from, '\n'));
    const char* const end = text.data() + text.size();
    std::vector<std::string_view> cells;
    for (const char* at = text.data() + from; at != end && rows.size() < most;) {
        const char* const feed = std::find(at, end, '\n');
        const char* next = feed == end ? end : feed + 1;
        try {
            next = split_record(at, end, delimiter, cells);
        } catch (const csv_fault& fault) {
            if (fault.never_closed && !whole) {
                break;
            }
            cells.assign(1, std::string_view(at, static_cast<std::size_t>(feed - at)));
        }
        if (next == end && !whole && next[-1] != '\n') {
            break;
        }
        front_row& row = rows.emplace_back();
        row.begin = static_cast<std::size_t>(at - text.data());
        row.end = static_cast<std::size_t>(next - text.data());
        row.line = line;
        std::string room;
        for (const std::string_view cell : cells) {
            row.cells.emplace_back(trimmed(unquoted(trimmed(cell), room)));
        }
        line += static_cast<std::uint64_t>(std::count(at, next, '\n'));
        at = next;
    }
    return rows;
}

bool looks_like_a_value(std::string_view cell) {
    constexpr std::string_view marks = "0123456789+-.,:/ %TZ()'$";
    return cell.find_first_of("0123456789") != std::string_view::npos &&
           cell.find_first_not_of(marks) == std::string_view::npos;
}

}  // namespace cxm
