#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// What is wrong with the quotes of a CSV text, and where.
struct csv_fault {
    const char* at;
    bool never_closed;
};

/// Splits one record into its cells as they are written, quotes included; gives the begin of the next.
///
/// Slow and exact, for headers and for telling what is wrong. The text must end with a line feed unless it is torn.
/// Throws csv_fault.
const char* split_record(const char* at, const char* end, char delimiter, std::vector<std::string_view>& cells);

/// A cell without its quotes; `room` holds it where doubled quotes had to be made single.
inline std::string_view unquoted(std::string_view cell, std::string& room) {
    if (cell.empty() || cell[0] != '"') {
        return cell;
    }
    cell = cell.substr(1, cell.size() - 2);
    std::size_t quote = cell.find('"');
    if (quote == std::string_view::npos) {
        return cell;
    }
    room.clear();
    for (; quote != std::string_view::npos; quote = cell.find('"')) {
        room.append(cell, 0, quote + 1);
        cell.remove_prefix(std::min(quote + 2, cell.size()));
    }
    return room.append(cell);
}

}  // namespace cxm
