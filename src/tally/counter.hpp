#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "tally/dates.hpp"
#include "tally/distinct.hpp"
#include "tally/fixed.hpp"
#include "tally/groups.hpp"
#include "tally/program.hpp"
#include "tally/row_sink.hpp"

namespace cxm {

/// Counts rows into groups as a program says; one a thread, joined at the end.
class counter : public row_sink {
public:
    counter(const program& plan, memory_budget& budget);

    void add(const std::string_view* cells) override;

    /// Takes over what another counter of the same program counted, but for the distinct texts; throws bad_input where
    /// a sum leaves the range. Gives the groups here of its groups.
    std::vector<std::uint32_t> absorb(const counter& other);

    /// The owners of distinct texts here, for groups as absorb gives them.
    std::vector<std::uint32_t> owners(const std::vector<std::uint32_t>& groups) const;

    const program& plan() const { return plan_; }
    const group_table& groups() const { return groups_; }
    distinct_set& texts() { return texts_; }
    std::size_t distinct_measures() const { return distinct_measures_; }

    /// How the next rows' numbers are written.
    number_reader numbers;

    std::uint64_t rows = 0;            ///< that were looked at
    std::uint64_t without_date = 0;    ///< of those counted
    std::int32_t first_stay = no_day;  ///< the first day any stay begins
    std::int32_t last_stay = no_day;   ///< the last day any stay begins or ends

private:
    const std::string_view* without_blanks(const std::string_view* cells);
    std::size_t group_of(std::int32_t period, const std::string_view* cells);
    void add_score(const program::survey& survey, std::uint64_t* words, std::string_view cell) const;
    void add_measure(std::size_t number, std::size_t group, const std::string_view* cells);
    void add_stay(const std::string_view* cells);
    std::int32_t period_of(std::size_t cell, const std::string_view* cells, std::int32_t& day);

    const program& plan_;
    group_table groups_;
    distinct_set texts_;
    date_reader dates_;
    std::vector<std::string_view> labels_;
    std::vector<std::string_view> cells_;       ///< of a row without what stands for a blank
    std::vector<std::size_t> distinct_number_;  ///< of each measure
    std::size_t distinct_measures_ = 0;
};

/// Joins the counters of all threads into the first; gives the number of distinct texts of each of its owners.
std::vector<std::uint64_t> join(const std::vector<std::unique_ptr<counter>>& counters);

/// Reads two words as the 128-bit number they hold.
int128 wide(const std::uint64_t* words);

}  // namespace cxm
