#include "tally/separators.hpp"

#include "tally/find_separators.hpp"

namespace cxm {

std::size_t find_separators(const char* text, std::size_t size, char delimiter, std::uint32_t* to) {
    return separators_in(text, size, delimiter, to);
}

separator_finder* fastest_separators() {
#if defined(__x86_64__) && defined(__SSE2__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2") &&
        __builtin_cpu_supports("popcnt") && __builtin_cpu_supports("pclmul")) {
        return find_separators_avx2;
    }
#endif
    return find_separators;
}

}  // namespace cxm
