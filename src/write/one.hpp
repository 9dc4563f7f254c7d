#pragma once

#include <span>
#include <string>
#include <string_view>

#include "results/report.hpp"
#include "write/look.hpp"

namespace cxm {

/// Metrics worked out on their own, for people: a line each, and below it what is to be known about the number.
///
/// `nps  40.0   95 % interval 32.8 to 46.8   n 500`
std::string write_ones(std::span<const result> results, std::string_view currency, const look& drawn);

std::string write_one(const result& r, std::string_view currency, const look& drawn);

}  // namespace cxm
