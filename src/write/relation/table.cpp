#include "write/grid.hpp"
#include "write/lines.hpp"
#include "write/relation/formats.hpp"
#include "write/relation/words.hpp"

namespace cxm {

namespace {

void draw(const shown_relations& shown, const metric_relation& one, lines& to) {
    const wording& say = shown.drawn.say;
    to.left(0, relation_title(shown, one), style::bold);
    to.end_line();
    grid columns({{.title = "", .to_the_right = false},
                  {.title = "rho"},
                  {.title = "p"},
                  {.title = one.found.lags.size() > 1 ? std::string(say("p of all lags")) : ""},
                  {.title = "n"},
                  {.title = std::string(say("method")), .to_the_right = false, .expendable = 1}},
                 2);
    const std::vector<relation_line> rows = lines_of(shown, one);
    for (const relation_line& line : rows) {
        const bool has_adjusted = one.found.lags.size() > 1 && line.adjusted_p;
        columns.add({{line.what},
                     {rho_text(line.found.rho, say), line.is_told ? style::bold : style::plain},
                     {p_text(line.found.p, say)},
                     {has_adjusted ? p_text(line.adjusted_p, say) : ""},
                     {std::to_string(line.found.n)},
                     {std::string(line.found.method)}});
    }
    columns.fit(shown.drawn.width);
    columns.draw_titles(to, shown.drawn.ascii);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        columns.draw_row(to, i, shown.drawn.ascii);
    }
    for (const std::string& remark : remarks_on(shown, one)) {
        to.paragraph(2, remark, shown.drawn.width);
    }
}

}  // namespace

std::string table_relations(const shown_relations& shown) {
    lines to(shown.drawn.colour);
    for (std::size_t i = 0; i < shown.of.relations.size(); ++i) {
        if (i != 0) {
            to.end_line();
        }
        draw(shown, shown.of.relations[i], to);
    }
    return to.text();
}

}  // namespace cxm
