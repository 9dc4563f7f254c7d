#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "plan/condition.hpp"
#include "rows/few_values.hpp"
#include "rows/row_batch.hpp"

namespace cxm {

/// Looks over the shoulder of a condition for what may be a slip: that it holds of no row, or compares a column with a
/// text that no row has, though there are others; that a text which it names is there in other spellings too; that it
/// compares texts by their order where that is not the order of what they say.
///
/// What it keeps is bounded: of columns with many values it only looks for the texts of the condition.
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

    /// The values that a column of the condition has, as long as they are few; null where it is not looked at.
    const few_values* values_of(std::size_t column) const;

    /// Of a condition that was not met, the values that its columns have instead, the nearest first:
    /// `; Churn is 'Yes', 'No'`.
    std::string values_there_are() const;

    /// What is likely wrong with its comparisons; of one that was not met, with those by order alone. `row` is what a
    /// row is called.
    std::vector<std::string> objections(std::string_view row) const;

private:
    struct column_values {
        std::size_t column;      ///< of the condition
        bool is_listed = false;  ///< kept only until the condition is met, to tell what there is
        few_values values = {};
    };
    /// A text that a column is compared with.
    struct sought_text {
        const condition_step* step;
        std::size_t column;  ///< its place among the values
        const std::string* text;
        bool seen = false;
    };
    /// A comparison by order with a text.
    struct text_order {
        const condition_step* step;
        bool is_number = false;         ///< the text may be read as a number,
        bool is_time = false;           ///< or as a time that is written so that texts stand in order
        bool only_numbers = true;       ///< of the column
        bool any = false;               ///< cell is filled
        bool has_within = false;        ///< a cell lies in the period which the text names
        bool has_out_of_order = false;  ///< a cell has a date that is not written so
    };

    void add_step(const condition_step& step);
    void look(const row_batch& rows, row_mask asked, row_mask met);
    void look_for(sought_text& text, const row_batch& rows, row_mask asked);
    void look_at_order(text_order& of, const row_batch& rows, row_mask asked);
    void settle();

    std::size_t place_of_values(std::size_t column, bool is_listed);
    const std::string& text_of(const condition_step& step) const { return condition_->literals[step.literals].text; }
    void add_unseen(std::string_view row, std::vector<std::string>& to) const;
    void add_spellings(std::vector<std::string>& to) const;
    void add_orders(std::vector<std::string>& to) const;
    bool is_sought(std::size_t column, const std::string& value) const;

    const condition* condition_;
    const std::vector<std::size_t>* cells_of_;
    std::vector<column_values> values_;
    std::vector<sought_text> sought_;
    std::vector<text_order> orders_;
    std::uint64_t rows_ = 0;
    bool met_ = false;
    bool is_watching_ = true;
};

}  // namespace cxm
