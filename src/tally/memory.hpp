#pragma once

#include <atomic>
#include <cstdint>

namespace cxm {

/// Memory that tables may take in all, over all threads.
class memory_budget {
public:
    /// Bytes; 0 for no limit.
    explicit memory_budget(std::uint64_t limit) : limit_(limit) {}

    /// Notes that bytes are taken; throws bad_input where that is too many.
    void take(std::uint64_t bytes) {
        if (used_.fetch_add(bytes, std::memory_order_relaxed) + bytes > limit_ && limit_ != 0) {
            refuse();
        }
    }
    void give_back(std::uint64_t bytes) { used_.fetch_sub(bytes, std::memory_order_relaxed); }

private:
    [[noreturn]] void refuse() const;

    std::uint64_t limit_;
    std::atomic<std::uint64_t> used_{0};
};

}  // namespace cxm
