#include "write/markdown.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "write/footnotes.hpp"
#include "write/table/block.hpp"

namespace cxm {

std::string markdown_text(std::string_view text) {
    std::string safe;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>|#~&").find(c) != std::string_view::npos) {
            safe += '\\';
        }
        safe += c;
    }
    return safe;
}

namespace {

/// Which of the optional columns a table has.
struct markdown_columns {
    std::size_t periods = 1;
    bool change = false;
    bool interval = false;
    bool n = false;
};

markdown_columns columns_of(const table_block& block, std::size_t most_periods) {
    markdown_columns has;
    has.periods = std::min(block.periods.size(), most_periods);
    for (const table_part& part : block.parts) {
        for (const table_row& row : part.rows) {
            has.change = has.change || !row.change.number.empty();
            has.interval = has.interval || !row.low.empty();
            has.n = has.n || !row.n.empty();
        }
    }
    return has;
}

void append_header(std::string& out, const table_block& block, const markdown_columns& has, double level) {
    std::string under = "|:--";
    out += "| metric";
    const auto column = [&](std::string_view title) {
        out.append(" | ").append(title);
        under += "|--:";
    };
    for (std::size_t i = block.periods.size() - has.periods; i < block.periods.size(); ++i) {
        column(block.periods[i].empty() ? "value" : markdown_text(block.periods[i]));
    }
    if (has.change) {
        column("change");
    }
    if (has.interval) {
        column(people_level(level) + " interval");
    }
    if (has.n) {
        column("n");
    }
    out += " |\n" + under + "|\n";
}

std::string with_unit(const std::string& number, std::string_view unit) {
    return unit.empty() || number.empty() ? number : fmt::format("{} {}", number, unit);
}

void append_cell(std::string& out, const std::string& text) { out += text.empty() ? " |" : " " + text + " |"; }

void append_row(std::string& out, const table_row& row, const markdown_columns& has, const notation& in) {
    out.append("| ").append(row.of->key).append(" |");
    const std::string_view unit = people_unit(row.of->shown, in);
    for (std::size_t back = has.periods; back > 0; --back) {
        if (!row.has_number()) {
            append_cell(out, back == 1 ? markdown_text(row.remark) : "");
            continue;
        }
        const bool ok = row.results[row.results.size() - back]->comes_to.ok();
        append_cell(out, with_unit(row.cells[row.cells.size() - back], ok ? unit : ""));
    }
    if (has.change) {
        append_cell(out, with_unit(row.change.number, row.change.unit));
    }
    if (has.interval) {
        append_cell(out, row.low.empty() ? "" : row.low + " to " + with_unit(row.high, unit));
    }
    if (has.n) {
        append_cell(out, row.n);
    }
    out += '\n';
}

}  // namespace

std::string write_markdown(const report& of, const std::vector<catalogue::group>& themes,
                           const markdown_options& options) {
    std::string out;
    const auto by_themes = by_theme(of, themes);
    for (const label_group& group : by_labels(of.rows)) {
        const table_block block =
            make_block(of, group, by_themes, options.periods, {of.rows.currency}, options.keep_missing);
        const markdown_columns has = columns_of(block, options.periods);
        out += out.empty() ? "" : "\n";
        if (!block.title.empty()) {
            out += "### " + markdown_text(block.title) + "\n\n";
        }
        append_header(out, block, has, of.options.level);
        for (const table_part& part : block.parts) {
            for (const table_row& row : part.rows) {
                append_row(out, row, has, {of.rows.currency});
            }
        }
        for (const std::string& note : footnotes(block, has.periods, options.keep_missing)) {
            out += "\n" + markdown_text(note) + "\n";
        }
        if (block.periods.size() > has.periods) {
            const std::size_t more = block.periods.size() - has.periods;
            out += fmt::format("\n{} earlier period{} left out: --format csv shows all.\n", more, more == 1 ? "" : "s");
        }
    }
    return out;
}

}  // namespace cxm
