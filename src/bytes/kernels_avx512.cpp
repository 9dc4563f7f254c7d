#include "bytes/kernels/of_one_build.hpp"

namespace cxm {

const byte_kernels kernels_avx512 = kernels_of_this_file;

}  // namespace cxm
