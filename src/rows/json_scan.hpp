#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "rows/chunk.hpp"
#include "rows/json_paths.hpp"
#include "rows/passed_over.hpp"
#include "rows/row_batch.hpp"
#include "text/problem.hpp"

namespace cxm {

/// What is wanted of NDJSON: fields by name, or by dotted path into nested objects.
struct json_layout {
    std::string file;
    std::vector<std::string> wanted;
    bool skip_cut = false;  ///< a last line that is cut is passed over
};

/// Finds the objects of chunks, one a line, checks all of each, and hands the wanted fields on; one a thread.
///
/// A line's keys are first held against those of the line before, as most files repeat them.
class json_scanner {
public:
    json_scanner(const json_layout& layout, row_sink& sink);

    /// Throws bad_input with line and column.
    void scan(const chunk& text);

    const passed_over& skipped() const { return skipped_; }

    /// Whether a wanted field was in any line.
    bool met(std::size_t cell) const { return filled_[cell] != 0; }

    /// The keys of the last line's object, for "did you mean".
    std::vector<std::string> top_keys() const { return paths_.top_keys(); }

    /// Keys that differ from those of wanted fields by capitals alone, a few of them.
    const std::set<std::string>& in_other_case() const { return paths_.in_other_case(); }

private:
    const char* object(const char* at, std::uint32_t node, int depth);
    const char* array(const char* at, int depth);
    const char* value(const char* at, json_paths::target to, int depth);
    const char* plain_value(const char* at, json_paths::target to);
    const char* string(const char* at, std::uint32_t cell);
    const char* number(const char* at);
    const char* key(const char* at, std::uint32_t node, std::size_t position, json_paths::target& to);
    void fill(std::uint32_t cell, const char* at, std::string_view text);
    const char* row(const char* at);
    void flush();
    bool is_cut(const char* at) const;
    [[noreturn]] void refuse(const char* at, const std::string& finding);
    [[noreturn]] void refuse(const cell_problem& problem);

    const json_layout& layout_;
    row_sink& sink_;
    const chunk* chunk_ = nullptr;
    const char* line_ = nullptr;
    json_paths paths_;
    row_batch rows_;
    std::vector<const char*> begins_;     ///< of the rows' lines
    std::vector<std::string_view> raw_;   ///< cells of the last line as they are written
    std::vector<std::string> room_;       ///< for cells with escapes
    std::vector<std::uint64_t> filled_;   ///< the line that filled each cell
    std::vector<std::uint64_t> entered_;  ///< the line that last had each object with wanted fields
    std::uint64_t row_ = 0;
    decltype(byte_kernels::after_plain_text) after_plain_;
    passed_over skipped_;
};

// Here, for it is within the loops over values.
inline void json_scanner::fill(std::uint32_t cell, const char* at, std::string_view text) {
    if (cell == json_paths::none) {
        return;
    }
    if (filled_[cell] == row_) {
        refuse(at, quote_of(layout_.wanted[cell]) + " is there twice");
    }
    filled_[cell] = row_;
    rows_.column(cell)[rows_.size] = text;
    raw_[cell] = text;
}

}  // namespace cxm
