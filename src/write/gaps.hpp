#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <cxm/target.hpp>

#include "results/report.hpp"
#include "write/look.hpp"
#include "write/people.hpp"

namespace cxm {

/// How the last value of a metric in a label group stands to what it is held against.
struct gap_line {
    std::string group;  ///< safe to show; empty where there are no labels
    std::string_view key;
    std::string value;
    std::string wanted;
    std::string gap;
    standing is;
    bool partial;
    std::string source;  ///< who says so and as of when, safe to show

    std::string_view standing_text() const { return partial ? "not whole" : name(is); }
};

/// A line for each target or benchmark that a last period has a value for.
std::vector<gap_line> gap_lines(const report& of, const std::vector<target>& wanted, const notation& in);

/// How the last period of every label group stands to the targets and benchmarks, judged with the interval; empty where
/// there are none.
std::string write_gaps(const report& of, const look& drawn);

/// The same as tables of Markdown.
std::string markdown_gaps(const report& of);

}  // namespace cxm
