#pragma once

#include <string>
#include <string_view>

#include "bytes/block_place.hpp"

namespace cxm {

/// A text of JSON as it stands in the input: between its quotes, and whether it holds escapes.
struct json_text {
    std::string_view raw;
    bool escaped = false;
};

/// Walks strictly through JSON in a block, refusing with line and column what is none.
class json_cursor {
public:
    json_cursor(block_place place, bool one_line)
        : at(place.block.text->data()), end(at + place.block.text->size()), place_(place), one_line_(one_line) {}

    const char* at;
    const char* end;

    /// Passes over white space; a line end inside a record of one line is refused.
    void skip_space(bool in_record);

    /// The byte here; refused at the end of the text.
    char here() const;

    /// Passes over a byte, or says what was found in place of `wanted`.
    void expect(char c, std::string_view wanted);

    /// A text with its quotes. The cursor stands behind it.
    json_text text();

    /// What a text means.
    std::string decoded(const json_text& text) const;

    /// Passes over a number, true, false, null, or what should be one.
    std::string_view word();

    /// Passes over any value, up to 64 deep.
    void skip_value(int depth = 1);

    [[noreturn]] void refuse(const char* where, const std::string& finding) const { place_.refuse(where, finding); }
    [[noreturn]] void refuse_found(std::string_view wanted) const;
    [[noreturn]] void refuse_end() const;

private:
    unsigned hex(const char* from) const;

    block_place place_;
    bool one_line_;
};

}  // namespace cxm
