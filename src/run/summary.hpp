#pragma once

#include <functional>
#include <string>
#include <vector>

#include "run/flags/output_flags.hpp"

namespace cxm {

/// What is put out: the sentences that it opens with, then the answer; either alone where that is asked for, and no
/// sentences in formats for machines.
std::string opened(const output_settings& how, const streams& io,
                   const std::function<std::vector<std::string>()>& sentences,
                   const std::function<std::string()>& answer);

}  // namespace cxm
