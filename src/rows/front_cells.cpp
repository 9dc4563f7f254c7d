#include "rows/front_cells.hpp"

#include <string>
#include <vector>

#include "rows/csv_form.hpp"
#include "rows/csv_split.hpp"
#include "rows/encoding.hpp"
#include "text/pieces.hpp"

namespace cxm {

void for_front_cells(const front_source& table, const csv_layout& layout,
                     const std::function<void(std::size_t cell, std::string_view text)>& look) {
    const std::string_view front = table.front();
    const std::size_t header = front.find(layout.header_text);
    if (header == std::string_view::npos) {
        return;
    }
    const char* at = front.data() + header + layout.header_text.size();
    const char* const end = front.data() + (table.is_whole() ? front.size() : front.rfind('\n') + 1);
    std::vector<std::string_view> cells;
    std::string room;
    try {
        while (at < end) {
            at = split_record(at, end, layout.delimiter, cells);
            for (std::size_t i = 0; i < layout.wanted.size(); ++i) {
                if (layout.wanted[i] >= cells.size()) {
                    continue;
                }
                std::string_view text = unquoted(cells[layout.wanted[i]], room);
                text = layout.trims ? trimmed(text) : text;
                std::string recoded;
                if (layout.windows_1252) {
                    (void)from_windows_1252(text, recoded);
                }
                look(i, text);
            }
        }
    } catch (const csv_fault&) {
        return;  // is told of when the row's turn comes
    }
}

}  // namespace cxm
