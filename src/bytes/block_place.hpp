#pragma once

#include <string>
#include <string_view>

#include "bytes/input_block.hpp"

namespace cxm {

/// Where things stand in a block, for refusals.
struct block_place {
    const input_block& block;
    const std::string& file;

    /// `shop.csv:3:5`, of a position inside the block's text.
    std::string of(const char* at) const;

    /// Throws bad_input for what stands at a position, or for broken text before it, which comes first in the file.
    [[noreturn]] void refuse(const char* at, const std::string& finding) const;

    /// Throws bad_input at the first NUL byte or byte that is not UTF-8 before a position.
    void check_text(const char* until) const;
};

/// The byte offset of the first NUL byte or byte that is not UTF-8; npos where all is text.
std::size_t first_unreadable(std::string_view text);

}  // namespace cxm
