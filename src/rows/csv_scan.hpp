#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/kernels.hpp"
#include "rows/chunk.hpp"
#include "rows/passed_over.hpp"
#include "rows/row_batch.hpp"

namespace cxm {

/// How a CSV file is laid out, and what is wanted of it.
struct csv_layout {
    std::string file;  ///< its name, for messages
    char delimiter = ',';
    std::vector<std::string> header;
    std::string header_text = {};     ///< as it is written, with its line end
    std::vector<std::size_t> wanted;  ///< columns, in the order the sink asked for
    bool skip_ragged = false;         ///< rows of another width, and a last one that is cut, are passed over
    bool windows_1252 = false;
    bool trims = false;  ///< names of the header have spaces around them: of those, and of cells, they are left out
};

/// The first cell with something in it of the last row handed on, of which footers say that they are one.
struct closing_row {
    std::uint64_t chunk = 0;
    std::uint64_t line = 0;  ///< 0: no row was handed on
    std::size_t column = 0;
    std::string cell = {};
};

/// Finds the rows of chunks and hands them on; one a thread.
///
/// Separators outside quotes are found first, many at a time; where anything looks odd, the exact splitter takes over.
class csv_scanner {
public:
    csv_scanner(const csv_layout& layout, row_sink& sink);

    /// Throws bad_input with the line.
    void scan(const chunk& text);

    const passed_over& skipped() const { return skipped_; }
    const closing_row& last_row() const { return last_row_; }

private:
    const char* scan_window(const char* begin, const char* end);
    bool find_separators(const char* begin, std::size_t size);
    bool are_regular(const char* begin) const;
    const char* scan_regular(const char* begin);
    const char* scan_found(const char* begin);
    void scan_exactly(const char* at, const char* end);
    void add(std::size_t cell, std::string_view raw);
    void pass_over(const char* row, const char* end);
    void pass_over_cut(const char* opening);
    void end_row();
    void flush();
    void leave_out_no_rows();
    void note_last_row();
    bool is_no_row(const char* row);
    [[noreturn]] void refuse(const cell_problem& problem);
    [[noreturn]] void refuse_width(const char* at, std::size_t cells) const;

    const csv_layout& layout_;
    row_sink& sink_;
    decltype(byte_kernels::find_separators) separators_of_;
    const chunk* chunk_ = nullptr;
    const char* row_ = nullptr;
    std::vector<std::uint32_t>
        separators_;  ///< offsets from the begin of the stretch, the first that of the byte before
    separators_found found_;
    row_batch rows_;
    std::vector<const char*> begins_;        ///< of the rows
    std::array<bool, 256> begins_no_row_{};  ///< the first bytes of what may be blank, or the header once more
    std::vector<std::string> room_;          ///< for cells that do not stand in the chunk as they are
    std::vector<std::string_view> all_;
    passed_over skipped_;
    const char* handed_on_ = nullptr;  ///< the last row of the chunk that was
    closing_row last_row_;
};

}  // namespace cxm
