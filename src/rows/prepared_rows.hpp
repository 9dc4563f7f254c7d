#pragma once

#include <string>
#include <vector>

#include "rows/row_batch.hpp"
#include "rows/wanted_cells.hpp"

namespace cxm {

/// Makes of rows as they are written those that a question looks at: what stands for a blank is blank, and what is made
/// of cells stands behind them.
class prepared_rows {
public:
    /// The question must outlive it.
    explicit prepared_rows(const wanted_cells& wanted);

    /// Good until the next call, and as long as the given rows.
    const row_batch& of(const row_batch& given);

private:
    const wanted_cells& wanted_;
    bool as_given_;
    row_batch prepared_;
    std::vector<std::string> changed_;  ///< room for what is made of cells

    void blank_out();
};

}  // namespace cxm
