#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/series.hpp"
#include "write/lines.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// The same in the title of a column.
inline constexpr std::string_view year_on_year = "Year on year";

inline constexpr std::string_view years_title = "Against the same period of the year before";

/// A period of the last year against the same one of the year before, or all of them together.
struct year_line {
    std::string period;  ///< safe to show
    std::string before;
    std::string now;
    std::string change;
    std::string range;  ///< its interval, in the unit that the change has
    verdict is;
};

/// A line a period that has one a year before, and one for all together; none where nothing can be tested.
std::vector<year_line> year_lines(const trend& t, const notation& in);

/// `+0.3 pp worse`: what the last year came to, without a word where that is no clear change; or why it cannot be told.
std::string year_in_words(const trend& t, const notation& in);

/// What there is to know of the comparison of a trend; empty where nothing was tested.
std::string year_remark(const trend& t, const wording& say = {});

/// Draws the lines and the remark below a chart, where they were asked for.
void draw_years(lines& out, const trend& t, const look& drawn, const notation& in);

/// Good for the better, bad for the worse, dim for no clear change.
style colour_of(verdict v);

}  // namespace cxm
