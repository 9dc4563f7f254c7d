#include "tables/memory.hpp"

#include <string>

#include "text/problem.hpp"

namespace cxm {

void memory_budget::refuse() const {
    throw bad_input("", std::string(user_) + " needs more than the " + std::to_string(whole_) +
                            " bytes of --max-memory: " + advice_);
}

}  // namespace cxm
