#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "results/report.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// How the last value of a metric in a label group stands to what it is held against.
struct gap_line {
    std::string group;  ///< safe to show; empty where there are no labels
    std::string_view key;
    std::string value;   ///< what is judged
    std::string wanted;  ///< `70.0 %`, `70.0 % a year`, `70.0 % (poor 50.0 %)`
    std::string gap;     ///< empty where the figure is of another span
    std::string_view standing;
    int side;            ///< 1 as wanted, -1 not, 0 undecided or not judged
    std::string span;    ///< which figure it is, and of what span: `2024-12 (a month)`
    std::string source;  ///< who says so and as of when, safe to show
    std::string why;     ///< why it is not judged; else empty
};

/// A line for each target or benchmark that a last period has a value for.
std::vector<gap_line> gap_lines(const report& of, const std::vector<target>& wanted, const notation& in);

/// Why lines were not judged, each reason once.
std::vector<std::string> gap_remarks(const std::vector<gap_line>& gaps);

/// How the last period of every label group stands to the targets and benchmarks, judged with the interval; empty where
/// there are none.
std::string write_gaps(const report& of, const look& drawn);

/// The same as tables of Markdown.
std::string markdown_gaps(const report& of, const wording& say = {});

}  // namespace cxm
