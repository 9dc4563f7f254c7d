#include "tables/memory.hpp"

#include <string>

#include "text/problem.hpp"

namespace cxm {

void memory_budget::refuse() const {
    throw bad_input("", "the tally needs more than the " + std::to_string(limit_) +
                            " bytes of --max-memory: count fewer labels or shorter distinct texts, or allow more");
}

}  // namespace cxm
