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

inline constexpr std::size_t separators_room = 64;

/// What the bytes of a stretch tell before they are parsed.
struct byte_counts {
    std::uint64_t lines = 0;  ///< line feeds
    bool odd_quotes = false;
    bool has_nul = false;
};

/// The loops over all bytes of a file, for one kind of processor.
struct byte_kernels {
    /// Finds the delimiters and line feeds outside quotes in CSV text that begins with a row: fills `to` with their
    /// offsets. 64 bytes behind the text must be readable, and `to` have `separators_room` more places than the text
    /// has bytes.
    separators_found (*find_separators)(const char* text, std::size_t size, char delimiter, std::uint32_t* to);

    /// At or after `at`, the first quote, backslash or control character. A line feed must come somewhere, and 64 bytes
    /// behind it be readable.
    const char* (*after_plain_text)(const char* at);

    byte_counts (*count)(const char* from, const char* to);
};

/// Those that this processor can run, the best last.
std::span<const byte_kernels> runnable_kernels();

extern const byte_kernels kernels_avx2;
extern const byte_kernels kernels_avx512;

}  // namespace cxm
