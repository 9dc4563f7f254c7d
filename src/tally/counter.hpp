#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "rows/condition_watch.hpp"
#include "rows/decimal_column.hpp"
#include "rows/prepared_rows.hpp"
#include "rows/read_rows.hpp"
#include "tally/answer_words.hpp"
#include "tally/distinct.hpp"
#include "tally/groups.hpp"
#include "tally/label_maker.hpp"
#include "tally/plain_answers.hpp"
#include "tally/program.hpp"
#include "tally/value_lists.hpp"
#include "values/dates.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// What the counters of all threads share, for distinct texts are of the same groups in all of them.
class shared_counts {
public:
    shared_counts(const program& plan, memory_budget& budget)
        : texts(budget, std::max<std::size_t>(1, plan.distinct_measures())), groups_(plan.labels.size(), 1, budget) {}

    /// The number of a group, the same for every counter; `labels` are columns, of which a row has the group's.
    std::uint32_t number_of(std::int32_t period, const std::vector<const std::string_view*>& labels, std::size_t row);

    std::size_t groups() const { return groups_.size(); }

    distinct_set texts;

private:
    std::mutex one_;
    group_table groups_;
};

/// Counts rows into groups as a program says; one a thread, joined at the end.
class counter : public file_sink {
public:
    counter(const program& plan, shared_counts& shared, memory_budget& budget);

    void add(const row_batch& rows) override;

    /// Takes over what another counter of the same program counted; throws bad_input where a sum leaves the range.
    void absorb(counter& other);

    /// Sees to the distinct texts that wait.
    void flush() { texts_.flush(); }

    const program& plan() const { return plan_; }

    /// How far ahead of UTC the zone is that words beside times named; nothing where none did.
    std::optional<std::int32_t> zone_named() const { return dates_.zone_named(); }
    const group_table& groups() const { return groups_; }
    std::size_t distinct_measures() const { return distinct_measures_; }

    /// Of a measure that is a quantile, by its number.
    int128 quantile(std::uint32_t group, std::size_t measure) const {
        return values_.quantile(group, measure, plan_.measures[measure].percent);
    }
    condition_watch watch;                         ///< of the plan's condition
    std::vector<condition_watch> measure_watches;  ///< of each measure's own

    std::uint64_t fitting = 0;         ///< of the rows, those that the plan's condition took
    std::uint64_t without_date = 0;    ///< of those counted
    std::uint64_t open_ends = 0;       ///< of stays, said by a date that is none
    std::int32_t first_stay = no_day;  ///< the first day any stay begins
    std::int32_t last_stay = no_day;   ///< the last day any stay begins or ends

private:
    /// Does something for each picked row and its number among those. A row at fault ends the picked ones before it:
    /// all will be refused, for that row unless one before it is at fault too.
    template <class Each>
    void for_picked(Each each);

    void pick(const row_batch& rows);

    /// Those of the counted rows for which a condition is true, and which come before the first row at fault.
    row_mask rows_where(const condition& c, const std::vector<std::size_t>& cells, condition_watch& watched,
                        const row_batch& batch);
    void find_periods(const row_batch& rows);
    void find_groups(const row_batch& rows);
    void make_labels(std::size_t number, const std::string_view* cells);
    void add_scores(std::size_t number, const std::string_view* cells);
    void add_weighted(std::size_t number, const row_batch& rows);
    void add_measure(std::size_t number, const row_batch& rows);
    void add_sum(const program::measured& m, const row_batch& batch, row_mask wanted);
    void add_computed(const program::measured& m, const row_batch& batch, row_mask wanted);
    void add_least(const program::measured& m, const row_batch& batch, row_mask wanted);
    void add_value(std::size_t number, const row_batch& batch, row_mask wanted);

    /// Does something with each wanted row's number among the picked ones, its computed value, and the words of its
    /// group's measure; notes there what was met.
    template <class Each>
    void for_computed(const program::measured& m, const row_batch& batch, row_mask wanted, Each each);
    int128 summand(std::size_t cell, std::string_view text, number_kind of);
    void add_stays(const row_batch& rows);
    std::uint32_t period_of(std::size_t cell, std::string_view text, std::int32_t& day);

    const program& plan_;
    group_table groups_;
    shared_counts& shared_;
    distinct_inlet texts_;
    std::vector<std::uint32_t> shared_number_;  ///< of each group, where distinct texts are counted
    date_reader dates_;
    std::vector<plain_answers> plain_answers_;  ///< of each survey
    std::vector<answer_words> answer_words_;
    prepared_rows prepared_;
    std::vector<decimal_column> computed_;         ///< room for sums of more than a column
    row_mask counted_ = 0;                         ///< rows of the batch that are counted, before the first at fault
    std::vector<std::uint32_t> picked_;            ///< those, one by one; measures pass over what is counted no more
    std::vector<std::uint32_t> periods_;           ///< of the picked rows, numbered by the reader of dates
    std::vector<std::uint32_t> lost_;              ///< periods in which the picked rows' stays end
    std::vector<std::uint32_t> leaving_;           ///< rows of the batch whose stays end after the period they begin in
    std::vector<std::uint32_t> groups_of_;         ///< of the picked rows
    std::vector<const std::string_view*> labels_;  ///< their columns
    std::vector<std::unique_ptr<label_maker>>
        label_makers_;                          ///< of labels that are not texts of cells; null for others
    std::optional<cell_problem> fault_;         ///< of the first row at fault
    std::vector<std::size_t> distinct_number_;  ///< of each measure
    value_lists values_;                        ///< of quantiles
    std::size_t distinct_measures_ = 0;
};

template <class Each>
void counter::for_picked(Each each) {
    const std::uint32_t* const rows_picked = picked_.data();
    const std::size_t count = picked_.size();
    std::size_t k = 0;
    try {
        for (; k < count; ++k) {
            each(k, rows_picked[k]);
        }
    } catch (cell_problem& problem) {
        problem.row = picked_[k];
        picked_.resize(k);
        if (!fault_ || problem.row < fault_->row) {
            fault_ = std::move(problem);
            counted_ &= first_rows(fault_->row);
        }
    }
}

/// Joins the counters of all threads into the first; gives the number of distinct texts for each of its groups, and
/// within that for each measure that counts some.
std::vector<std::uint64_t> join(const std::vector<std::unique_ptr<counter>>& counters, shared_counts& shared);

/// Reads two words as the 128-bit number they hold.
int128 wide(const std::uint64_t* words);

}  // namespace cxm
