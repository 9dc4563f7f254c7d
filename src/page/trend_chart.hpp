#pragma once

#include <optional>
#include <string>

#include "page/svg/drawing.hpp"
#include "results/series.hpp"
#include "write/people.hpp"

namespace cxm {

/// How a trend is drawn.
struct trend_look {
    double width = 360;
    double height = 190;
    std::optional<double> target = {};  ///< a line at this value
};

/// A control chart: the course with its mean and limits, a shape for each point that stands out, and what was held to.
drawing trend_chart(const trend& t, const trend_look& look, const notation& in);

/// The same in words, for those who do not see it.
std::string trend_in_words(const trend& t, const notation& in);

}  // namespace cxm
