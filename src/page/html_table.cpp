#include "page/html_table.hpp"

#include "text/ascii.hpp"

namespace cxm {

void write_number(markup& to, std::string_view text, double value) {
    if (is_missing(value) || !(value - value == 0)) {
        to.text(text);
        return;
    }
    to.number(text, value);
}

html_column words_column(std::string_view title) { return {std::string(title), false}; }
html_column numbers_column(std::string_view title) { return {std::string(title), true}; }

void write_link(markup& to, std::string_view text, std::string_view id) {
    if (id.empty()) {
        to.text(text);
    } else {
        to.leaf("a", text, {{"href", "#" + std::string(id)}});
    }
}

void write_details(markup& to, std::string_view summary, const std::string& inside) {
    to.open("details").leaf("summary", summary).own(inside).close("details").own("\n");
}

namespace {

void write_cell(markup& to, const html_cell& cell, bool is_head, bool is_number) {
    const std::string_view tag = is_head ? "th" : "td";
    // What is short stays on one line; a longer name may break, so that a phone has room for the numbers.
    constexpr std::size_t short_name = 20;
    std::string classes(is_number ? "n" : is_head && cell.text.size() <= short_name ? "k" : "");
    if (!cell.looks.empty()) {
        classes.append(classes.empty() ? "" : " ").append(cell.looks);
    }
    to.open(tag, {only_if(is_head, "scope", "row"), only_if(!classes.empty(), "class", classes)});
    if (!cell.drawn.empty()) {
        to.own(cell.drawn);
    } else if (!cell.link.empty()) {
        write_link(to, cell.text, cell.link);
    } else {
        write_number(to, cell.text, cell.value);
    }
    to.close(tag);
}

}  // namespace

void write_table(markup& to, const html_table& table) {
    to.open("div", {{"class", "scroll"}, {"tabindex", "0"}, {"role", "group"}, {"aria-label", table.caption}});
    to.open("table", {only_if(table.last_is_sum, "class", "sum")});
    if (!table.caption.empty()) {
        to.leaf("caption", table.caption);
    }
    to.open("thead").open("tr");
    for (const html_column& column : table.columns) {
        to.leaf("th", column.title, {{"scope", "col"}, only_if(column.is_number, "class", "n")});
    }
    to.close("tr").close("thead").open("tbody").own("\n");
    for (const auto& row : table.rows) {
        to.open("tr");
        for (std::size_t i = 0; i < row.size(); ++i) {
            write_cell(to, row[i], i == 0, table.columns[i].is_number);
        }
        to.close("tr").own("\n");
    }
    to.close("tbody").close("table").close("div").own("\n");
}

std::string slug(std::string_view text) {
    std::string id;
    for (const char c : text) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (plain) {
            id += lower(c);
        } else if (!id.empty() && id.back() != '-') {
            id += '-';
        }
    }
    return id;
}

}  // namespace cxm
