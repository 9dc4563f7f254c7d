#pragma once

#include "bytes/kernels.hpp"
#include "bytes/kernels/counts.hpp"
#include "bytes/kernels/plain_dates.hpp"
#include "bytes/kernels/plain_text.hpp"
#include "bytes/kernels/separators.hpp"
#include "bytes/kernels/short_numbers.hpp"

// Included by one file for each kind of processor, which the compiler's flags tell. All is local to that file and none
// of it the standard library's: the linker would keep one copy of an inline function, maybe that of another processor.
namespace cxm {

namespace {

constexpr byte_kernels kernels_of_this_file {
#if defined(__AVX512F__)
    "avx512",
#elif defined(__AVX2__)
    "avx2",
#elif defined(__SSE2__)
    "sse2",
#else
    "portable",
#endif
        separators_in, after_plain, counts_of, read_short_numbers, place_dates
};

}  // namespace

}  // namespace cxm
