#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "histories/gathered.hpp"
#include "histories/moment_reader.hpp"
#include "histories/question.hpp"
#include "rows/condition_watch.hpp"
#include "rows/prepared_rows.hpp"
#include "rows/read_rows.hpp"
#include "tally/label_maker.hpp"

namespace cxm {

/// Stands for the end of a stay that goes on, among the amounts.
inline constexpr int128 no_end = int128{1} << 64;

/// Keeps of rows what a question needs, by person; one a thread.
class gatherer : public file_sink {
public:
    /// The program must outlive it.
    gatherer(const history_program& program, memory_budget& budget);

    void add(const row_batch& given) override;

    const moment_reader& times() const { return times_; }

    condition_watch watch;                       ///< of the question's condition
    std::vector<condition_watch> event_watches;  ///< of each event's own
    std::vector<gathered_part> parts;
    label_numbers labels;
    std::uint64_t fitting = 0;         ///< rows that the condition took
    std::uint64_t kept = 0;            ///< of those
    std::uint64_t of_nobody = 0;       ///< rows that the condition took and that are left out for want of an id
    std::uint64_t without_amount = 0;  ///< of those kept that should have one
    std::uint64_t open_ends = 0;       ///< of stays, said by a date that is none
    std::int64_t first = 0;            ///< time of a row that the condition took, where there is any
    std::int64_t last = 0;

private:
    /// Of rows before the first at fault, those of which a condition holds.
    row_mask rows_where(const condition& c, const std::vector<std::size_t>& cells, condition_watch& watched,
                        const row_batch& batch, row_mask asked);
    /// Who a row is of, as far as it is known before the row is read.
    struct row_owner {
        gathered_part* part = nullptr;
        kept_text wanted = {};
    };

    /// Has the processor fetch what is known of the people of rows, of whom no two are near each other.
    void look_ahead(const row_batch& batch, row_mask wanted);
    void add_row(const row_batch& batch, std::size_t row, std::uint32_t events);
    std::int64_t time_of(std::string_view cell);
    std::uint32_t label_of(std::string_view cell);
    std::uint32_t labels_of(const row_batch& batch, std::size_t row);
    int128 end_of(std::string_view cell, std::string_view start, std::int64_t time);
    int128 amount_of(std::string_view cell, bool is_event);
    bool keeps(std::uint32_t events, bool has_label) const;

    const history_program& program_;
    prepared_rows prepared_;
    moment_reader times_;
    std::vector<std::unique_ptr<label_maker>>
        label_makers_;  ///< of labels that are not texts of cells; null for others
    row_owner owners_[row_batch::most];
    std::string together_;               ///< room for the labels of a row
    std::optional<cell_problem> fault_;  ///< of the first row at fault
};

}  // namespace cxm
