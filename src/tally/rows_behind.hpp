#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "records/period_span.hpp"
#include "rows/decimal_column.hpp"
#include "rows/row_batch.hpp"
#include "tally/answer_words.hpp"
#include "tally/plain_answers.hpp"
#include "tally/program.hpp"
#include "values/dates.hpp"
#include "values/fixed.hpp"

namespace cxm {

/// Tells of rows those that a measure counts, in the periods of a span.
class rows_behind {
public:
    /// The program must outlive it. Throws bad_usage for a measure that is not counted row by row, and for customers of
    /// the start where no span says of which.
    rows_behind(const program& plan, std::string_view measure, const period_span& wanted);

    /// Those of the rows asked about, all of which can be counted.
    row_mask of(const row_batch& rows, row_mask asked, number_reader& numbers);

private:
    /// Which of the stay_measures it is.
    enum stay : std::size_t { start, won, lost, end };

    void find(std::string_view measure);
    row_mask within(const row_batch& rows, row_mask asked);
    row_mask answering(const row_batch& rows, row_mask asked);
    row_mask counted(const row_batch& rows, row_mask asked, number_reader& numbers);
    row_mask staying(const row_batch& rows, row_mask asked);
    std::int32_t first_of(std::string_view cell, std::int32_t& day);
    bool is_wanted(std::int32_t first) const;
    bool is_customer(std::int32_t came, std::int32_t left) const;

    const program& plan_;
    const period_span wanted_;
    const program::survey* survey_ = nullptr;
    answer_figure figure_ = answer_figure::answers;
    std::optional<plain_answers> plain_;
    std::optional<answer_words> words_;
    const program::measured* measured_ = nullptr;
    std::optional<stay> stay_;
    date_reader dates_;
    std::vector<decimal_column> computed_;
};

}  // namespace cxm
