#include <fmt/format.h>

#include "write/markdown/text.hpp"
#include "write/relation/formats.hpp"
#include "write/relation/words.hpp"

namespace cxm {

std::string markdown_relations(const shown_relations& shown) {
    std::string out;
    const wording& say = shown.drawn.say;
    for (const metric_relation& each : shown.of.relations) {
        out += (out.empty() ? "**" : "\n**") + markdown_text(relation_title(shown, each)) + "**\n\n";
        out += fmt::format("| | rho | p | {} | n | {} |\n|:--|--:|--:|--:|--:|:--|\n", say("p of all lags"),
                           say("method"));
        markdown_table to(out);
        for (const relation_line& line : lines_of(shown, each)) {
            to.text(line.what);
            to.own(rho_text(line.found.rho, say));
            to.text(p_text(line.found.p, say));
            to.text(each.found.lags.size() > 1 && line.adjusted_p ? p_text(line.adjusted_p, say) : "");
            to.own(std::to_string(line.found.n));
            to.own(line.found.method);
            to.end_row();
        }
        for (const std::string& remark : remarks_on(shown, each)) {
            out += "\n" + markdown_text(remark) + "\n";
        }
    }
    return out;
}

}  // namespace cxm
