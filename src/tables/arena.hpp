#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "tables/memory.hpp"

namespace cxm {

/// Texts and the like that stay where they are put until the arena goes.
class arena {
public:
    explicit arena(memory_budget& budget) : budget_(&budget) {}

    /// Room aligned to 8 bytes.
    char* take(std::size_t bytes);

private:
    memory_budget* budget_;
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

}  // namespace cxm
