#include "tally/find_separators.hpp"

namespace cxm {

separators_found find_separators_avx2(const char* text, std::size_t size, char delimiter, std::uint32_t* to) {
    return separators_in(text, size, delimiter, to);
}

}  // namespace cxm
