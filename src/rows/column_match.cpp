#include "rows/column_match.hpp"

#include <bit>
#include <cstdint>
#include <string>

#include "bytes/byte_scan.hpp"
#include "tables/hash.hpp"

namespace cxm {

namespace {

/// A bit for each row; shifted in, which takes less than to put each in its place.
template <class Holds>
row_mask rows_where(std::size_t rows, Holds holds) {
    row_mask mask = 0;
    for (std::size_t row = rows; row-- > 0;) {
        mask = mask << 1 | static_cast<row_mask>(holds(row));
    }
    return mask;
}

/// The first words of a text of which no more bytes are readable than it has.
first_words words_of(std::string_view text) {
    char room[sizeof(first_words)] = {};
    const std::size_t size = text.copy(room, sizeof room);
    return first_words(std::string_view(room, size));
}

/// A word that is less than others where its bytes, the first one first, come before theirs.
std::uint64_t by_bytes(std::uint64_t word) {
    return std::endian::native == std::endian::little ? __builtin_bswap64(word) : word;
}

/// The rows that something else holds for as well.
template <class Holds>
row_mask of_those(row_mask rows, Holds holds) {
    row_mask mask = 0;
    for (; rows != 0; rows &= rows - 1) {
        mask |= holds(static_cast<std::size_t>(std::countr_zero(rows))) ? rows & (0 - rows) : 0;
    }
    return mask;
}

}  // namespace

row_mask blank_rows(const std::string_view* cells, std::size_t rows) {
    return rows_where(rows, [=](std::size_t row) { return cells[row].empty(); });
}

text_match rows_with(std::string_view text, const std::string_view* cells, std::size_t rows) {
    const std::size_t size = text.size();
    const first_words wanted = words_of(text);
    const first_words kept = words_of(std::string(size, '\xff'));
    text_match match;
    std::uint64_t bytes_seen = 0;
    std::size_t sizes_seen = 0;
    const auto compare = [&](auto differs, std::size_t longest) {
        for (std::size_t row = rows; row-- > 0;) {
            const std::uint64_t other = differs(cells[row].data()) | (cells[row].size() ^ size);
            match.same = match.same << 1 | static_cast<row_mask>(other == 0);
            match.blank = match.blank << 1 | static_cast<row_mask>(cells[row].empty());
            sizes_seen |= cells[row].size();
        }
        if ((bytes_seen & bytes::highs) != 0 || sizes_seen >= longest) {
            match.maybe_invalid = rows_where(rows, [=](std::size_t row) { return !is_short_ascii(cells[row]); });
        }
    };
    const auto low_differs = [&](const char* at) {
        const std::uint64_t low = word_at(at);
        bytes_seen |= low;
        return (low ^ wanted.low) & kept.low;
    };
    const auto either_differs = [&](const char* at) {
        const std::uint64_t high = word_at(at + 8);
        bytes_seen |= high;
        return low_differs(at) | ((high ^ wanted.high) & kept.high);
    };
    if (size < sizeof wanted.low) {
        compare(low_differs, sizeof wanted.low);
    } else {
        compare(either_differs, sizeof wanted);
    }
    if (size > sizeof wanted) {
        match.same = of_those(match.same, [=](std::size_t row) { return cells[row] == text; });
    }
    return match;
}

row_mask rows_before(std::string_view text, const std::string_view* cells, std::size_t rows) {
    const first_words wanted = words_of(text);
    const std::uint64_t low = by_bytes(wanted.low);
    const std::uint64_t high = by_bytes(wanted.high);
    const std::size_t size = text.size();
    row_mask same_begin = 0;
    row_mask before = 0;
    // Of texts that begin alike, zeros behind their ends, the shorter one comes first.
    for (std::size_t row = rows; row-- > 0;) {
        const first_words here(cells[row]);
        const std::uint64_t here_low = by_bytes(here.low);
        const std::uint64_t here_high = by_bytes(here.high);
        const bool same = here == wanted;
        const bool less =
            (here_low < low) | ((here_low == low) & (here_high < high)) | (same & (cells[row].size() < size));
        same_begin = same_begin << 1 | static_cast<row_mask>(same);
        before = before << 1 | static_cast<row_mask>(less);
    }
    if (size > sizeof wanted) {
        const row_mask less = of_those(same_begin, [=](std::size_t row) { return cells[row] < text; });
        before = (before & ~same_begin) | less;
    }
    return before;
}

void read_numbers(const std::string_view* cells, std::size_t rows, const number_reader& how, short_numbers& into,
                  number_kind of) {
    static const auto read_all = runnable_kernels().back().read_short_numbers;
    static_assert(short_numbers::count == row_batch::most);
    for (std::size_t row = 0; row < rows; ++row) {
        into.words[row] = bytes::load(cells[row].data());
        into.sizes[row] = cells[row].size();
    }
    for (std::size_t row = rows; row < short_numbers::count; ++row) {
        into.words[row] = 0;
        into.sizes[row] = 0;
    }
    read_all(into, how.mark(), how.noted_places(of));
}

}  // namespace cxm
