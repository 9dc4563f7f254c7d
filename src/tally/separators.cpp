#include "tally/separators.hpp"

#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif

#include "tally/find_separators.hpp"

namespace cxm {

separators_found find_separators(const char* text, std::size_t size, char delimiter, std::uint32_t* to) {
    return separators_in(text, size, delimiter, to);
}

// The C library has asked the processor already; the compiler's __builtin_cpu_supports asks again as any command
// starts, which takes a virtual machine a tenth of the time of a small one.
std::span<separator_finder* const> runnable_separators() {
#if defined(__SSE2__) && __has_include(<sys/platform/x86.h>)
    static constexpr separator_finder* all[] = {find_separators, find_separators_avx2, find_separators_avx512};
    const bool has_avx2 = CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(BMI1) && CPU_FEATURE_ACTIVE(BMI2) &&
                          CPU_FEATURE_ACTIVE(POPCNT) && CPU_FEATURE_ACTIVE(PCLMULQDQ);
    const bool has_avx512 =
        CPU_FEATURE_ACTIVE(AVX512F) && CPU_FEATURE_ACTIVE(AVX512BW) && CPU_FEATURE_ACTIVE(AVX512_VBMI2);
    return std::span(all).first(!has_avx2 ? 1 : !has_avx512 ? 2 : 3);
#else
    static constexpr separator_finder* all[] = {find_separators};
    return all;
#endif
}

}  // namespace cxm
