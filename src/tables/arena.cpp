#include "tables/arena.hpp"

#include <algorithm>

namespace cxm {

char* arena::take(std::size_t bytes) {
    bytes = (bytes + 7) / 8 * 8;
    if (bytes > left_) {
        const std::size_t size = std::max<std::size_t>(bytes, std::size_t{1} << (blocks_.size() < 4 ? 12 : 18));
        budget_->take(size);
        blocks_.push_back(std::make_unique<char[]>(size));
        next_ = blocks_.back().get();
        left_ = size;
    }
    char* const taken = next_;
    next_ += bytes;
    left_ -= bytes;
    return taken;
}

}  // namespace cxm
