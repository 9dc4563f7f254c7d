#include "bytes/kernels.hpp"

#if __has_include(<sys/platform/x86.h>)
#ifdef __clang__
#define _Bool bool  // which the header takes for a word of C++, as it is of GCC's
#endif
#include <sys/platform/x86.h>
#undef _Bool
#endif

#include "bytes/kernels/of_one_build.hpp"

namespace cxm {

// The C library has asked the processor already; the compiler's __builtin_cpu_supports asks again as any command
// starts, which takes a virtual machine a tenth of the time of a small one.
std::span<const byte_kernels> runnable_kernels() {
#if defined(__SSE2__) && __has_include(<sys/platform/x86.h>)
    static const byte_kernels known[] = {kernels_of_this_file, kernels_avx2, kernels_avx512};
    const bool has_avx2 = CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(BMI1) && CPU_FEATURE_ACTIVE(BMI2) &&
                          CPU_FEATURE_ACTIVE(POPCNT) && CPU_FEATURE_ACTIVE(PCLMULQDQ);
    const bool has_avx512 =
        has_avx2 && CPU_FEATURE_ACTIVE(AVX512F) && CPU_FEATURE_ACTIVE(AVX512BW) && CPU_FEATURE_ACTIVE(AVX512_VBMI2);
    return std::span(known).first(has_avx512 ? 3 : has_avx2 ? 2 : 1);
#else
    static const byte_kernels known[] = {kernels_of_this_file};
    return known;
#endif
}

}  // namespace cxm
