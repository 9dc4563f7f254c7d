#pragma once

#include "write/lines.hpp"
#include "write/trend/formats.hpp"

namespace cxm {

/// Draws the course of a trend with its mean and limits, as many of the last periods as fit; returns the first drawn.
std::size_t draw_chart(lines& out, const trend& t, const look& drawn);

}  // namespace cxm
