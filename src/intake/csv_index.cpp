#include "intake/csv_index.hpp"

#include <algorithm>

namespace cxm {

void csv_index::look(const char* row) {
    static const auto find = runnable_kernels().back().find_separators;
    constexpr std::size_t margin = 64;  // which the finder may read behind
    const auto left = static_cast<std::size_t>(end_ - row);
    if (row < odd_until_ || left <= margin) {
        return;
    }
    const std::size_t size = std::min(stride, left - margin);
    const separators_found ends = find(row, size, delimiter_, places_.get());
    from_ = row;
    next_ = 0;
    count_ = ends.odd_quotes ? 0 : ends.count;
    odd_until_ = ends.odd_quotes ? row + size : odd_until_;
}

}  // namespace cxm
