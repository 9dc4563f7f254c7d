#include "tally/find_separators.hpp"

namespace cxm {

std::size_t find_separators_avx2(const char* text, std::size_t size, char delimiter, std::uint32_t* to) {
    return separators_in(text, size, delimiter, to);
}

}  // namespace cxm
