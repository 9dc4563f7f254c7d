#include "write/cohorts/formats.hpp"
#include "write/cohorts/words.hpp"
#include "write/markdown/text.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

void append_line(markdown_table& to, const shown_cohorts& shown, const cohort_line& line, const std::string& title) {
    to.text(title);
    to.own(people_count(static_cast<double>(line.people), shown.drawn.say));
    for (std::size_t age = 0; age < line.ages.size(); ++age) {
        to.own(cell_text(shown, line, age));
    }
    to.end_row();
}

}  // namespace

std::string markdown_cohorts(const shown_cohorts& shown) {
    std::string out;
    for (const std::string& line : headlines(shown)) {
        out += markdown_text(line) + "\n\n";
    }
    const wording& say = shown.drawn.say;
    out.append("| ").append(say("cohort")).append(" | ").append(say("people")).append(" |");
    std::string rule = "|:--|--:|";
    for (std::size_t age = 0; age < shown.of.asked.rules.ages; ++age) {
        out += " " + std::to_string(age) + " |";
        rule += "--:|";
    }
    out += "\n" + rule + "\n";
    markdown_table to(out);
    for (const cohort_line& line : shown.of.cohorts) {
        append_line(to, shown, line, say.period(spell(line.cohort)));
    }
    if (shown.of.cohorts.size() > 1) {
        append_line(to, shown, shown.of.everyone, std::string(say("all")));
    }
    for (const std::string& remark : remarks_on(shown)) {
        out += "\n" + markdown_text(remark) + "\n";
    }
    return out;
}

}  // namespace cxm
