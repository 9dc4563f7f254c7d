#include <algorithm>
#include <cmath>

#include "text/utf8.hpp"
#include "write/cohorts/formats.hpp"
#include "write/cohorts/words.hpp"
#include "write/lines.hpp"
#include "write/people.hpp"

namespace cxm {

namespace {

/// The widths of a grid, and how many ages a line has room for.
struct cohort_layout {
    std::size_t name = 6;
    std::size_t people = 6;
    std::size_t cell = 3;
    std::size_t ages = 0;

    std::size_t people_end() const { return name + 2 + people; }
    std::size_t cell_end(std::size_t age) const { return people_end() + (age + 1) * (cell + 1) + 1; }
};

void widen(cohort_layout& to, const shown_cohorts& shown, const cohort_line& line) {
    to.name = std::max(to.name, display_width(shown.drawn.say.period(spell(line.cohort))));
    to.people = std::max(to.people, display_width(people_count(static_cast<double>(line.people), shown.drawn.say)));
    for (std::size_t age = 0; age < line.ages.size(); ++age) {
        to.cell = std::max(to.cell, display_width(cell_text(shown, line, age)) + 1);
    }
}

cohort_layout layout_of(const shown_cohorts& shown) {
    cohort_layout layout;
    const wording& say = shown.drawn.say;
    layout.name = std::max({layout.name, display_width(say("cohort")), display_width(say("all"))});
    layout.people = std::max(layout.people, display_width(say("people")));
    for (const cohort_line& line : shown.of.cohorts) {
        widen(layout, shown, line);
    }
    widen(layout, shown, shown.of.everyone);
    while (layout.ages < shown.of.asked.rules.ages && layout.cell_end(layout.ages) <= shown.drawn.width) {
        ++layout.ages;
    }
    return layout;
}

/// 0 for nothing, 1 to 4 by quarters of the darkest.
int heat_of(double value, double most) {
    return is_missing(value) || !(value > 0) || !(most > 0)
               ? 0
               : std::clamp(static_cast<int>(std::ceil(4 * value / most)), 1, 4);
}

class cohort_drawing {
public:
    explicit cohort_drawing(const shown_cohorts& shown)
        : shown_(shown), layout_(layout_of(shown)), most_(darkest(shown)), out_(shown.drawn.colour) {}

    std::string text() {
        for (const std::string& line : headlines(shown_)) {
            out_.paragraph(0, line, shown_.drawn.width);
        }
        out_.end_line();
        draw_titles();
        for (const cohort_line& line : shown_.of.cohorts) {
            draw(line, shown_.drawn.say.period(spell(line.cohort)), style::plain);
        }
        if (shown_.of.cohorts.size() > 1) {
            draw(shown_.of.everyone, shown_.drawn.say("all"), style::bold);
        }
        if (layout_.ages < shown_.of.asked.rules.ages) {
            remark(shown_.drawn.say("ages from {} on: a wider terminal shows them", layout_.ages));
        }
        for (const std::string& line : remarks_on(shown_)) {
            remark(line);
        }
        return out_.text();
    }

private:
    const shown_cohorts& shown_;
    cohort_layout layout_;
    double most_;
    lines out_;

    void draw_titles() {
        out_.left(0, shown_.drawn.say("cohort"), style::dim);
        out_.right(layout_.people_end(), shown_.drawn.say("people"), style::dim);
        for (std::size_t age = 0; age < layout_.ages; ++age) {
            out_.right(layout_.cell_end(age) - 1, std::to_string(age), style::dim);
        }
        out_.end_line();
    }

    /// With colours the heat is the background, without them a block behind the number.
    void draw(const cohort_line& line, std::string_view title, style looks) {
        constexpr std::string_view blocks[] = {"", "░", "▒", "▓", "█"};
        constexpr style heats[] = {style::plain, style::heat_1, style::heat_2, style::heat_3, style::heat_4};
        out_.left(0, title, looks);
        out_.right(layout_.people_end(), people_count(static_cast<double>(line.people), shown_.drawn.say));
        for (std::size_t age = 0; age < layout_.ages; ++age) {
            const std::string number = cell_text(shown_, line, age);
            const int heat =
                age == 0 && shown_.cells == cell_figure::retention ? 0 : heat_of(cell_value(shown_, line, age), most_);
            const std::size_t end = layout_.cell_end(age) - 1;
            if (number.empty()) {
                continue;
            }
            if (shown_.drawn.colour) {
                const std::size_t width = layout_.cell - 1;
                out_.right(end, std::string(width - std::min(width, display_width(number)), ' ') + number, heats[heat]);
            } else {
                out_.right(end, number);
                out_.next(shown_.drawn.ascii ? "" : blocks[heat]);
            }
        }
        out_.end_line();
    }

    void remark(const std::string& line) { out_.paragraph(2, line, shown_.drawn.width, style::dim); }
};

}  // namespace

std::string table_cohorts(const shown_cohorts& shown) { return cohort_drawing(shown).text(); }

}  // namespace cxm
