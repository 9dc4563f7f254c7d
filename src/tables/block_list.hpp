#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "tables/memory.hpp"

namespace cxm {

/// Values one behind the other in blocks, so that none moves when more are added.
template <class Value>
class block_list {
public:
    explicit block_list(memory_budget& budget) : budget_(&budget) {}

    void push_back(const Value& value) {
        if (size_ % to_a_block == 0) {
            budget_->take(sizeof(Value) * to_a_block);
            blocks_.push_back(std::make_unique<Value[]>(to_a_block));
        }
        blocks_.back()[size_++ % to_a_block] = value;
    }

    std::size_t size() const { return size_; }
    const Value& operator[](std::size_t at) const { return blocks_[at / to_a_block][at % to_a_block]; }

private:
    static constexpr std::size_t to_a_block = 512;

    memory_budget* budget_;
    std::vector<std::unique_ptr<Value[]>> blocks_;
    std::size_t size_ = 0;
};

}  // namespace cxm
