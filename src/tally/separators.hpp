#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace cxm {

struct separators_found {
    std::size_t count = 0;
    std::size_t feeds = 0;    ///< line feeds among them
    bool odd_quotes = false;  ///< a quote is not at the edge of a cell: the rest means nothing
};

/// Finds the delimiters and line feeds outside quotes in CSV text that begins with a row: fills `to` with their
/// offsets.
///
/// 64 bytes behind the text must be readable, and `to` have `separators_room` more places than the text has bytes.
using separator_finder = separators_found(const char* text, std::size_t size, char delimiter, std::uint32_t* to);

inline constexpr std::size_t separators_room = 64;

/// For every processor, for those with AVX2 and the like, and for those with AVX-512 and VBMI2.
separator_finder find_separators;
separator_finder find_separators_avx2;
separator_finder find_separators_avx512;

/// Those that this processor can run, the best last.
std::span<separator_finder* const> runnable_separators();

}  // namespace cxm
