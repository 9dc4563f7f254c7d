#pragma once

#include "tally/kernels.hpp"
#include "tally/kernels/counts.hpp"
#include "tally/kernels/plain_text.hpp"
#include "tally/kernels/separators.hpp"

// Included by one file for each kind of processor, which the compiler's flags tell. All is local to that file and none
// of it the standard library's: the linker would keep one copy of an inline function, maybe that of another processor.
namespace cxm {

namespace {

constexpr byte_kernels kernels_of_this_file{separators_in, after_plain, counts_of};

}  // namespace

}  // namespace cxm
