#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "bytes/kernels.hpp"

namespace cxm {

/// Where the next cells of a CSV text end, found for many at once: so that each can be read without waiting to know
/// where the one before it ends.
class csv_index {
public:
    /// For a text that ends there.
    csv_index(const char* end, char delimiter)
        : end_(end), delimiter_(delimiter), places_(new std::uint32_t[stride + separators_room]) {}

    /// Whether the ends of so many cells are known, from where a row begins. They are not where quotes stand oddly, in
    /// very long rows, and near the end of the text.
    bool has(const char* row, std::size_t cells) {
        if (next_ + cells > count_) {
            look(row);
        }
        return next_ + cells <= count_;
    }

    /// The end of a cell ahead.
    const char* end_of(std::size_t cell) const { return from_ + places_[next_ + cell]; }

    /// Goes on to what ends at a place or behind it.
    void pass(const char* to) {
        while (next_ < count_ && end_of(0) < to) {
            ++next_;
        }
    }

    /// Goes on behind so many cells.
    void pass(std::size_t cells) { next_ += cells; }

private:
    static constexpr std::size_t stride = std::size_t(1) << 14;

    const char* end_;
    char delimiter_;
    const char* from_ = nullptr;
    const char* odd_until_ = nullptr;  ///< not to look again at what cannot be known
    std::unique_ptr<std::uint32_t[]> places_;
    std::size_t next_ = 0;
    std::size_t count_ = 0;

    void look(const char* row);
};

}  // namespace cxm
