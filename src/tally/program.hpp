#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <cxm/measure.hpp>
#include <cxm/period.hpp>

#include "plan/expression.hpp"
#include "plan/label_source.hpp"
#include "plan/plan.hpp"
#include "plan/survey_kinds.hpp"
#include "rows/wanted_cells.hpp"
#include "values/moment.hpp"
#include "values/written_number.hpp"

namespace cxm {

/// A plan made ready to count: columns are cells of a row, and what is counted is words of a group's block.
struct program : wanted_cells {
    static constexpr std::uint64_t met_filled = 1;
    static constexpr std::uint64_t met_blank = 2;

    struct survey {
        const survey_kind* of;
        std::size_t cell;
        int low, high, middle_from, top_from;
        bool reversed;
        std::vector<plan::answer> answers;
        std::span<const survey_kind::figure_made> measures;
        std::size_t word;      ///< of the first count of the histogram, low to high, or of what is weighted
        std::size_t each = 1;  ///< words for one: two of a 128-bit number where answers are weighted

        /// Where the squares of the weights are added up.
        std::size_t squares_word() const { return word + each * static_cast<std::size_t>(high - low + 1); }
    };
    struct measured {
        const measure* of;
        counting kind;
        int percent;         ///< of a quantile
        number_kind is;      ///< what is summed up
        std::size_t cell;    ///< of distinct, and of a sum of one column; none for others
        arithmetic summand;  ///< of a sum of more than that, and of what is picked among values
        std::vector<std::size_t> summand_cells;
        bool is_time_spent;  ///< seconds from one time to another, of which none may be below 0
        std::string text;    ///< as it is written, for messages
        condition where;     ///< its columns are cells
        std::vector<std::size_t> where_cells;
        std::size_t word;  ///< count: one; sum, least and most: two of a 128-bit number and one of what was met;
                           ///< distinct and quantile: that one

        bool has_number() const { return kind == counting::sum || kind == counting::least || kind == counting::most; }

        /// Where it is noted what the cells of the rows that it counts were, as bits; of all but count.
        std::size_t met_word() const { return word + (has_number() ? 2 : 0); }
    };

    grain every = grain::free;
    time_form times;
    std::size_t weight = none;    ///< cell
    std::size_t period = none;    ///< cell
    bool period_is_text = false;  ///< the first label is the period as it is written
    std::vector<std::string> label_names;
    std::vector<std::size_t> labels;          ///< cells
    std::vector<label_source> label_sources;  ///< of each label
    condition where;
    std::vector<std::size_t> where_cells;
    std::string where_text;  ///< as it is written, for messages
    std::vector<survey> surveys;
    std::vector<measured> measures;
    std::size_t start = none;  ///< cells of subscriptions
    std::size_t end = none;
    bool counts_rows = false;             ///< a row makes a record of its own period, not of those of its stay alone
    std::size_t stay_word = 0;            ///< words of customers won, and lost, in a period
    std::size_t words = 0;                ///< of a group
    std::vector<const measure*> counted;  ///< in the catalogue's order

    /// How many of the measures count different texts.
    std::size_t distinct_measures() const;
};

/// Throws bad_usage as validate does.
program compile(const plan& p, const catalogue& known);

}  // namespace cxm
