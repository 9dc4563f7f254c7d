#pragma once

#include <span>
#include <string>
#include <string_view>

#include "results/report.hpp"

namespace cxm {

struct one_options {
    std::string_view currency = {};
    bool colour = false;
    bool ascii = false;  ///< `3.00x` for `3.00×`
};

/// Metrics worked out on their own, for people: a line each, and below it what is to be known about the number.
///
/// `nps  40.0   95 % interval 32.8 to 46.8   n 500`
std::string write_ones(std::span<const result> results, const one_options& options);

std::string write_one(const result& r, const one_options& options);

}  // namespace cxm
