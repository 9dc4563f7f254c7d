#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cxm {

/// A cell that cannot be counted; the scanner that gave it adds the place.
struct cell_problem {
    std::size_t cell;
    std::string finding;
    bool not_utf8 = false;  ///< the finding is to be the byte's offset
    std::size_t row = 0;    ///< of the batch
};

/// A bit for each row of a batch.
using row_mask = std::uint64_t;

/// The first `count` rows, of the 64 that a batch may have.
constexpr row_mask first_rows(std::size_t count) { return count == 64 ? ~row_mask{0} : (row_mask{1} << count) - 1; }

/// Rows on their way to be counted, column by column: what is done to one column of many rows keeps the processor
/// busier than all that is done to one row.
///
/// The columns are the wanted ones, in the order they were asked for. Of a cell, be it blank, at least 16 bytes are
/// readable, for cells are compared by whole words.
class row_batch {
public:
    static constexpr std::size_t most = 64;

    explicit row_batch(std::size_t columns) : cells_(columns * most) {}

    std::string_view* column(std::size_t cell) { return cells_.data() + cell * most; }
    const std::string_view* column(std::size_t cell) const { return cells_.data() + cell * most; }

    std::size_t size = 0;     ///< rows
    std::uint64_t chunk = 0;  ///< of the file; those of one come one after another

    /// Where each row begins as it is written, and the end of the text that they stand in; null where the rows are of
    /// no raw file.
    const char* const* written = nullptr;
    const char* written_end = nullptr;

private:
    std::vector<std::string_view> cells_;
};

/// A cell that stands nowhere.
inline constexpr std::string_view blank_cell("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 0);

/// Takes rows.
class row_sink {
public:
    virtual ~row_sink() = default;

    /// Throws cell_problem, of the first row at fault. The cells are gone after the call.
    virtual void add(const row_batch& rows) = 0;
};

}  // namespace cxm
