#include <fmt/format.h>

#include "write/compare/formats.hpp"
#include "write/markdown.hpp"
#include "write/people.hpp"

namespace cxm {

std::string markdown_comparison(const comparison& of, const comparison_options& options) {
    std::string out = fmt::format(
        "| metric | {} | {} | change | {} interval | p | verdict |\n|---|---:|---:|---:|---|---:|---|\n",
        markdown_text(options.before_name), markdown_text(options.after_name), people_level(of.options.level));
    for (const compared& c : of.changes) {
        const change_text text = text_of(c, {options.currency});
        std::string group;
        for (const records::label_column& label : of.before.rows.labels) {
            const std::string_view value = label.values[c.row_before];
            group += fmt::format("{}{}", group.empty() ? "" : ", ", value.empty() ? "(none)" : value);
        }
        out += fmt::format("| {}{}{} | {} | {} | {} | {} | {} | {} |\n", markdown_text(group),
                           group.empty() ? "" : ": ", c.before.of->key, text.before, text.after, text.change,
                           text.range, text.p, c.change.is == verdict::none ? "" : name(c.change.is));
    }
    return out;
}

}  // namespace cxm
