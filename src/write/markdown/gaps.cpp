#include <algorithm>

#include "write/gaps.hpp"
#include "write/markdown/text.hpp"

namespace cxm {

namespace {

void append_gaps(std::string& out, std::string_view title, std::string_view wanted, const std::vector<gap_line>& gaps,
                 const wording& say) {
    if (gaps.empty()) {
        return;
    }
    const bool grouped = std::any_of(gaps.begin(), gaps.end(), [](const gap_line& gap) { return !gap.group.empty(); });
    out.append("\n**").append(say(title)).append("**\n\n");
    markdown_table to(out);
    if (grouped) {
        to.own(say("group"));
    }
    for (const std::string_view column :
         {std::string_view("metric"), std::string_view("value"), wanted, std::string_view("gap"),
          std::string_view("standing"), std::string_view("period"), std::string_view("source")}) {
        to.own(say(column));
    }
    to.end_row();
    out.append(grouped ? "|:--" : "").append("|:--|--:|--:|--:|:--|:--|:--|\n");
    for (const gap_line& gap : gaps) {
        if (grouped) {
            to.text(gap.group);
        }
        to.own(gap.key);
        to.text(gap.value);
        to.text(gap.wanted);
        to.text(gap.gap);
        to.own(gap.standing);
        to.text(gap.span);
        to.text(gap.source);
        to.end_row();
    }
    for (const std::string& remark : gap_remarks(gaps)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
}

}  // namespace

std::string markdown_gaps(const report& of, const wording& say) {
    const notation in{.currency = of.rows.currency, .say = say};
    std::string out;
    append_gaps(out, "Against the targets", "target", gap_lines(of, of.options.targets, in), say);
    append_gaps(out, "Against the benchmarks", "benchmark", gap_lines(of, of.options.benchmarks, in), say);
    return out;
}

}  // namespace cxm
