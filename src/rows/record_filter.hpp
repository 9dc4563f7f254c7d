#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"
#include "records/records.hpp"
#include "rows/condition_watch.hpp"

namespace cxm {

/// The records of a block for which a condition holds, in order. Its columns are labels, `period`, and measures; what a
/// record does not have is blank, and what no record of the block has is blank in all.
///
/// Throws bad_input with the place of a record whose cell cannot be compared.
std::vector<std::size_t> rows_that_meet(const condition& c, const records& block);

/// Takes the records of an input for which a condition holds, block by block, on any number of threads.
class record_filter {
public:
    explicit record_filter(plan::row_condition given);
    record_filter(const record_filter&) = delete;
    record_filter& operator=(const record_filter&) = delete;

    /// What was seen of the records.
    struct sight {
        explicit sight(const record_filter& of);
        void absorb(const sight& other);

        std::vector<bool> has_column;  ///< of the condition's
        condition_watch watch;
    };

    records take(const records& block, sight& seen) const;

    /// Throws bad_usage where no record has a column, with the nearest of the names that there are; bad_input where the
    /// condition holds of no record, unless it may.
    void judge(const sight& seen, const std::vector<std::string_view>& names, bool may_take_none) const;

    /// What is wrong with comparisons of numbers as texts.
    static std::vector<std::string> objections(const sight& seen) { return seen.watch.objections(); }

private:
    plan::row_condition given_;
    std::vector<std::size_t> cells_of_;
};

}  // namespace cxm
