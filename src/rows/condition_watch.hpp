#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "plan/condition.hpp"
#include "rows/row_batch.hpp"

namespace cxm {

/// Looks over the shoulder of a condition for what may be a slip: that it holds of no row, though the columns that it
/// compares have other values; and that it compares texts by their order in a column of numbers.
///
/// Costs nothing once the condition was met and no such comparison is left, as nearly always after a few rows.
class condition_watch {
public:
    /// The condition must outlive it; `cells_of[i]` is the cell of its column i.
    condition_watch(const condition& c, const std::vector<std::size_t>& cells_of);

    /// Notes rows of which it was asked, and those it holds of.
    void note(const row_batch& rows, row_mask asked, row_mask met) {
        if (is_watching_) {
            look(rows, asked, met);
        }
    }

    /// Takes over what another watch of the same condition saw.
    void absorb(const condition_watch& other);

    std::uint64_t rows() const { return rows_; }  ///< of which it was asked until it was met
    bool was_met() const { return met_; }

    /// Of a condition that was not met, the values that its columns have instead, the nearest first:
    /// `; Churn is 'Yes', 'No'`.
    std::string values_there_are() const;

    /// What is wrong with comparisons of numbers as texts.
    std::vector<std::string> objections() const;

private:
    /// The values of a column that is compared with some.
    struct column_values {
        std::size_t column;  ///< of the condition
        std::set<std::string, std::less<>> met = {};
        bool too_many = false;
    };
    /// A comparison by order with a text that is a number.
    struct text_order {
        const condition_step* step;
        bool only_numbers = true;
        bool any = false;
    };

    void look(const row_batch& rows, row_mask asked, row_mask met);
    void look_at_values(column_values& of, const row_batch& rows, row_mask asked);
    void look_at_order(text_order& of, const row_batch& rows, row_mask asked);
    void settle();

    const condition* condition_;
    const std::vector<std::size_t>* cells_of_;
    std::vector<column_values> values_;
    std::vector<text_order> orders_;
    std::uint64_t rows_ = 0;
    bool met_ = false;
    bool is_watching_ = true;
};

}  // namespace cxm
