#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/recent_texts.hpp"
#include "records/records.hpp"
#include "rows/period_condition.hpp"
#include "rows/row_batch.hpp"

namespace cxm {

/// Whether records have what a condition calls a column: their period, a label or a measure.
bool has_column(const records& block, const std::string& column);

/// Records as batches of rows for a condition, its columns being what they have. Short cells are copied, for their
/// bytes to be readable as those of a batch have to be.
class record_rows {
public:
    /// Both must outlive it.
    record_rows(const period_condition& of, const records& block);

    /// The rows from one on, as long as the next call. Throws bad_input with the place of a record whose period cannot
    /// be compared.
    const row_batch& batch(std::size_t first, std::size_t size);

private:
    /// Where the cells of a column come from; neither: from nowhere.
    struct cell_source {
        const std::vector<std::string_view>* texts = nullptr;
        const std::vector<double>* numbers = nullptr;
    };
    struct cell_room {
        char bytes[32];
        std::string changed;
    };

    static cell_source source_of(const std::string& column, const records& block);
    static std::string_view text_of(const cell_source& from, std::size_t row, cell_room& room);
    std::string_view answer(std::size_t comparison, std::size_t row);

    const period_condition& of_;
    const records& block_;
    row_batch batch_;
    std::vector<cell_room> room_;
    std::vector<cell_source> sources_;
    std::vector<const std::vector<text_function>*> through_;
    std::vector<recent_texts<std::string_view>> answers_;  ///< of comparisons with the period

    friend bool has_column(const records& block, const std::string& column);
};

}  // namespace cxm
