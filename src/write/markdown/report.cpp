#include "write/markdown/report.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "write/footnotes.hpp"
#include "write/gaps.hpp"
#include "write/markdown/text.hpp"
#include "write/table/block.hpp"

namespace cxm {

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

void append_header(std::string& out, const table_block& block, const markdown_columns& has, double level,
                   const wording& say) {
    markdown_table to(out);
    std::string under = "|:--";
    const auto column = [&](std::string_view title) {
        to.text(title);
        under += "|--:";
    };
    to.own(say("metric"));
    for (std::size_t i = block.periods.size() - has.periods; i < block.periods.size(); ++i) {
        column(block.periods[i].empty() ? say("value") : block.periods[i]);
    }
    if (has.interval) {
        column(say("{} interval", people_level(level, say)));
    }
    if (has.n) {
        column(say("n"));
    }
    if (has.change) {
        column(say("change"));
    }
    to.end_row();
    out += under + "|\n";
}

std::string beside(const std::string& number, std::string_view unit, const wording& say) {
    const std::string_view between = unit == "%" ? say.before_percent() : say.before_unit();
    return unit.empty() || number.empty() ? number : fmt::format("{}{}{}", number, between, unit);
}

void append_row(std::string& out, const table_row& row, const markdown_columns& has, const notation& in) {
    markdown_table to(out);
    to.own(row.of->key);
    const std::string_view unit = people_unit(row.of->shown, in);
    for (std::size_t back = has.periods; back > 0; --back) {
        if (!row.has_number()) {
            to.text(back == 1 ? row.remark : "");
            continue;
        }
        const bool ok = row.results[row.results.size() - back]->comes_to.ok();
        to.text(beside(row.cells[row.cells.size() - back], ok ? unit : "", in.say));
    }
    if (has.interval) {
        to.text(row.low.empty() ? "" : people_span(row.low, beside(row.high, unit, in.say), in.say));
    }
    if (has.n) {
        to.own(row.n);
    }
    if (has.change) {
        to.own(beside(row.change.number, row.change.unit, in.say));
    }
    to.end_row();
}

}  // namespace

std::string write_markdown(const report& of, const std::vector<catalogue::group>& themes,
                           const markdown_options& options) {
    const notation in{.currency = of.rows.currency, .say = options.say};
    const auto by_themes = by_theme(of, themes);
    std::vector<table_block> blocks;
    const std::vector<label_group> groups = ordered_groups(of, options.shown.order);
    for (const label_group& group : groups) {
        blocks.push_back(make_block(of, group, by_themes, options.periods, in, options.keep_missing));
    }
    const group_count count = count_of_groups(of, groups, options.shown);
    keep_first(blocks, count);
    const table_footnotes notes = footnotes(blocks, options.periods, options.keep_missing, in);
    std::string out;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const table_block& block = blocks[i];
        const markdown_columns has = columns_of(block, options.periods);
        out += out.empty() ? "" : "\n";
        if (!block.title.empty()) {
            out += "### " + markdown_text(block.title) + "\n\n";
        }
        append_header(out, block, has, of.options.level, in.say);
        for (const table_part& part : block.parts) {
            for (const table_row& row : part.rows) {
                append_row(out, row, has, in);
            }
        }
        for (const std::string& note : notes.of_blocks[i]) {
            out += "\n" + markdown_text(note) + "\n";
        }
        if (block.periods.size() > has.periods) {
            const std::size_t more = block.periods.size() - has.periods;
            out += "\n" +
                   (more == 1 ? in.say("{} earlier period left out: --format csv shows all.", more)
                              : in.say("{} earlier periods left out: --format csv shows all.", more)) +
                   "\n";
        }
    }
    for (const std::string& note : notes.of_all) {
        out += "\n" + markdown_text(note) + "\n";
    }
    if (const std::string left_out = groups_left_out(count, in.say); !left_out.empty()) {
        out += "\n" + left_out + ".\n";
    }
    return out + markdown_gaps(of, in.say);
}

}  // namespace cxm
