#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.hpp"
#include "records/records.hpp"
#include "rows/condition_watch.hpp"
#include "rows/period_condition.hpp"

namespace cxm {

/// Takes the records of an input for which a condition holds, block by block, on any number of threads. Its columns are
/// labels, `period`, which is compared by time, and measures; what a record does not have is blank.
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

    /// Those of a block, in order. Throws bad_input with the place of a record whose cell cannot be compared.
    records take(const records& block, sight& seen) const;

    /// Throws bad_usage where no record has a column, with the nearest of the names that there are; bad_input where the
    /// condition holds of no record, unless it may.
    void judge(const sight& seen, const std::vector<std::string_view>& names, bool may_take_none,
               const std::string& place) const;

    /// What is likely wrong with its comparisons.
    static std::vector<std::string> objections(const sight& seen) { return seen.watch.objections("record"); }

private:
    plan::row_condition given_;
    period_condition meets_;
    std::vector<std::size_t> cells_of_;
};

/// Whether a condition holds of any record of a block. Throws bad_input as the filter does.
bool holds_of_any(const condition& c, const records& block);

}  // namespace cxm
