#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace cxm {

/// Memory that tables may take in all, over all threads.
class memory_budget {
public:
    /// Bytes; 0 for no limit. `user` and `advice` are for the message of a refusal; of `parts` this is one.
    explicit memory_budget(std::uint64_t limit, unsigned parts = 1, const char* user = "the tally",
                           const char* advice = "count fewer labels or shorter distinct texts, or allow more")
        : whole_(limit),
          limit_(limit == 0 ? 0 : std::max<std::uint64_t>(1, limit / parts)),
          user_(user),
          advice_(advice) {}

    /// Notes that bytes are taken; throws bad_input where that is too many.
    void take(std::uint64_t bytes) {
        if (used_.fetch_add(bytes, std::memory_order_relaxed) + bytes > limit_ && limit_ != 0) {
            refuse();
        }
    }
    void give_back(std::uint64_t bytes) { used_.fetch_sub(bytes, std::memory_order_relaxed); }

private:
    [[noreturn]] void refuse() const;

    std::uint64_t whole_;  ///< with what others may take
    std::uint64_t limit_;
    const char* user_;
    const char* advice_;
    std::atomic<std::uint64_t> used_{0};
};

/// Makes room in a vector; while its values move, the room that they leave is taken as well.
template <class T>
void reserve(std::vector<T>& values, std::size_t size, memory_budget& budget) {
    const std::size_t before = values.capacity();
    budget.take(sizeof(T) * size);
    values.reserve(size);
    budget.give_back(sizeof(T) * before);
}

}  // namespace cxm
