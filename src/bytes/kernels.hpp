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

/// A number of one to eight bytes as most cells write it: digits, maybe a mark and more of them; no sign, no exponent.
struct short_number {
    std::uint64_t digits;  ///< before and behind the mark
    std::uint64_t places;  ///< of those, behind it
    std::uint64_t other;   ///< not 0 where the text is something else, and the rest means nothing
};

/// Texts that are read as such numbers, all at once.
struct short_numbers {
    static constexpr std::size_t count = 64;

    std::uint64_t words[count];  ///< eight bytes each, which begin with the text
    std::uint64_t sizes[count];  ///< of the texts
    std::uint64_t digits[count];
    std::uint64_t places[count];
    std::uint64_t other[count];  ///< 0 for a blank one too, whose digits are 0
};

/// Cells that may be dates such as `2024-03-15` or `2024-03-15T12:30:00`, of which each has a place of its own within
/// ten years: bits of its text, brought together.
struct plain_dates {
    static constexpr std::size_t count = 64;
    static constexpr std::size_t months = std::size_t{1} << 9;
    static constexpr std::size_t no_place = months << 6;

    std::uint64_t begins[count];  ///< `2024-03-`
    std::uint64_t days[count];    ///< `15`, and a third byte, which is between day and time
    std::uint64_t times[count];   ///< `12:30:00`
    /// That of the month times 64, and that of the day in it; no_place for what is no date.
    std::uint64_t places[count];

    // Always inlined, for the kernels of all kinds of processors have these.

    [[gnu::always_inline]] static constexpr std::uint64_t place_of_month(std::uint64_t begin) {
        return (begin >> 24 & 15) | (begin >> 36 & 16) | (begin >> 43 & 0x1e0);
    }
    /// Two digits have it, of which the first is at most 3.
    [[gnu::always_inline]] static constexpr std::uint64_t place_of_day(std::uint64_t digits) {
        return (digits & 3) << 4 | (digits >> 8 & 15);
    }
    [[gnu::always_inline]] static constexpr bool has_place(std::uint64_t digits) {
        return ((digits ^ 0x3030) & 0xf0fc) == 0;
    }
};

/// The loops over all bytes of a file, for one kind of processor.
struct byte_kernels {
    const char* name;  ///< of the processor's instructions that they use

    /// Finds the delimiters and line feeds outside quotes in CSV text that begins with a row: fills `to` with their
    /// offsets. 64 bytes behind the text must be readable, and `to` have `separators_room` more places than the text
    /// has bytes.
    separators_found (*find_separators)(const char* text, std::size_t size, char delimiter, std::uint32_t* to);

    /// At or after `at`, the first quote, backslash or control character. A line feed must come somewhere, and 64 bytes
    /// behind it be readable.
    const char* (*after_plain_text)(const char* at);

    byte_counts (*count)(const char* from, const char* to);

    /// Fills all but words and sizes. A number whose places have their bit in `noted_places` counts as something else.
    void (*read_short_numbers)(short_numbers& numbers, char mark, unsigned noted_places);

    /// Fills the places.
    void (*place_dates)(plain_dates& dates);
};

/// Those that this processor can run, the best last.
std::span<const byte_kernels> runnable_kernels();

extern const byte_kernels kernels_avx2;
extern const byte_kernels kernels_avx512;

}  // namespace cxm
