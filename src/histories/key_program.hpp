#pragma once

#include <cstddef>
#include <vector>

#include "histories/question.hpp"
#include "plan/plan.hpp"
#include "rows/wanted_cells.hpp"

namespace cxm {

/// Which rows have the same key, and what tells their order: columns are cells of a row.
struct key_program : wanted_cells {
    std::vector<std::size_t> key;
    std::size_t time = none;
    std::vector<std::size_t> where_cells;
    people_question times;  ///< how times are read
    one_per_key asked;
    condition where;
};

/// Of the cells that other questions want and those of the key.
key_program compile_keys(const plan& p, const wanted_cells& others);

}  // namespace cxm
