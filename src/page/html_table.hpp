#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cxm/measure.hpp>

#include "page/markup.hpp"

namespace cxm {

/// A cell of a table; what it shows is escaped.
struct html_cell {
    std::string text = {};
    double value = not_given;     ///< the number behind the text, which stands beside it for machines
    std::string link = {};        ///< the id of what it leads to; empty: it leads nowhere
    std::string_view looks = {};  ///< a class of the style sheet
    std::string drawn = {};       ///< a drawing in place of the text
};

struct html_column {
    std::string title;
    bool is_number = true;  ///< stands to the right
};

html_column words_column(std::string_view title);
html_column numbers_column(std::string_view title);

/// A table whose first column names its rows.
struct html_table {
    std::string caption = {};
    std::vector<html_column> columns = {};
    std::vector<std::vector<html_cell>> rows = {};
    bool last_is_sum = false;  ///< a line stands above the last row
};

/// In a frame that scrolls by itself where the page is too narrow.
void write_table(markup& to, const html_table& table);

/// A number as `<data>`, which keeps all its digits beside the text that people read.
void write_number(markup& to, std::string_view text, double value);

/// A link to a place of the page, or the text alone where there is none.
void write_link(markup& to, std::string_view text, std::string_view id);

/// An element that opens and closes what it holds, with a heading that it opens by.
void write_details(markup& to, std::string_view summary, const std::string& inside);

/// `nps-segment-pro`: a text as a part of an id; different ones may come to the same.
std::string slug(std::string_view text);

}  // namespace cxm
