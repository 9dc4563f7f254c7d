#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "write/lines.hpp"
#include "write/look.hpp"
#include "write/table/layout.hpp"

namespace cxm {

/// Draws blocks one below the other, all in the same columns.
class table_drawing {
public:
    /// The layout must outlive it.
    table_drawing(const look& drawn, const table_layout& layout, std::string interval_header);

    /// The header names the periods; blocks that follow one with the same periods can do without.
    void draw(const table_block& block, const std::vector<std::string>& notes, bool with_themes, bool with_header);

    /// A dim line or more below what is drawn.
    void remark(std::string_view text, std::size_t indent = 0) {
        out_.paragraph(indent, text, drawn_.width, style::dim);
    }

    void blank_line() { out_.end_line(); }

    const std::string& text() const { return out_.text(); }

private:
    look drawn_;
    const table_layout& layout_;
    std::string interval_header_;
    lines out_;

    std::string fit(std::string_view text, std::size_t width) const { return cut_to_fit(text, width, drawn_.ascii); }
    void draw_header(const table_block& block);
    void draw_row(const table_row& row);
    void draw_cells(const table_row& row);
    void draw_change(const table_row& row);
    void draw_interval(const table_row& row);
    void draw_trend(const table_row& row);
};

}  // namespace cxm
