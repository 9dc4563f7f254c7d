#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bytes/front_source.hpp"

namespace cxm {

/// What of a table is looked at to find its edges: so many bytes, and so many rows of them.
inline constexpr std::size_t edge_bytes = std::size_t{1} << 18;
inline constexpr std::size_t edge_rows = 500;

/// What is said of the edges of a table; what is absent is found.
struct edge_options {
    std::optional<std::uint64_t> header_row = {};  ///< the line that the header stands on
    std::optional<std::uint64_t> skip_rows = {};   ///< rows right below it that are no data
    bool strict = false;                           ///< nothing is passed over that is not said

    bool any() const { return header_row || skip_rows; }
};

/// Where the header and the data of a table begin, in bytes of its front.
struct table_edges {
    std::size_t begin = 0;      ///< of what stands above the header, behind a line `sep=;`
    std::size_t header = 0;     ///< the first byte of the header
    std::size_t below = 0;      ///< behind the header
    std::size_t data = 0;       ///< the first byte of the data; up to it stand texts of questions and ids
    std::uint64_t above = 0;    ///< lines above the header that hold something
    std::uint64_t line = 1;     ///< of the header
    std::uint64_t skipped = 0;  ///< rows below the header that are no data
};

/// Finds the edges of a table by its front, which is all of it where `whole`. Where there is a doubt, the header is the
/// first line that is not blank, and the data begin right below.
///
/// Throws bad_input where a line or rows that are named are not there; `file` is for messages.
table_edges find_edges(std::string_view front, bool whole, std::optional<char> delimiter, const edge_options& said,
                       const std::string& file);

/// Makes blank what stands around the header of a table of text, and says in one sentence what that is; empty where it
/// is nothing, or only what was said.
///
/// Throws bad_input as `find_edges` does, and where input is read strictly for what is not said.
std::string pass_over_edges(front_source& table, std::optional<char> delimiter, const edge_options& said,
                            const std::string& file);

}  // namespace cxm
