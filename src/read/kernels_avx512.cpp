#include "read/kernels/all.hpp"

namespace cxm {

const byte_kernels kernels_avx512 = kernels_of_this_file;

}  // namespace cxm
