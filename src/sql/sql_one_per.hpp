#pragma once

#include <string>
#include <vector>

#include "sql/counting.hpp"

namespace cxm {

/// Of rows with the same key one, as a plan's `one_per` says.
class sql_one_per {
public:
    /// Asks for the cells that tell keys and times, after all others are asked for, and refuses times that are none. A
    /// row whose condition cannot be told, as `fault_of_where` says where it is not empty, has no part in the choice.
    /// Throws bad_usage for what a table cannot tell.
    sql_one_per(const plan& p, const std::string& fault_of_where, row_cells& cells, sql_counting& to);

    /// What the column of findings is called in the step of rows before the choice.
    static constexpr const char* wrong_of_row = "wrong_of_row";

    /// Adds the steps that choose, behind that of all rows that count; the last has `wrong`.
    void add(std::vector<sql_stage>& to) const;

private:
    const plan& p_;
    const sql_dialect& in_;
    std::string time_;                ///< column; empty: none
    std::vector<std::string> key_;    ///< cells, none of which is NULL where a row has a key
    std::string period_;              ///< of the time; empty: keys are of no period
    std::string moment_;              ///< of the row, NULL where it has no time
    std::string zoned_;               ///< whether the time has a zone, 1 or 0, NULL where there is no time
    std::string contents_;            ///< all that is used of a row, as one text
    std::vector<std::string> early_;  ///< findings for which a row has no part in the choice

    std::string keys() const;
};

}  // namespace cxm
