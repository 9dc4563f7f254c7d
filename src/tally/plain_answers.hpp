#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cxm {

/// The answers of a scale as most files write them: whole numbers of one or two digits.
class plain_answers {
public:
    /// Where it is reversed, the lowest has the last place.
    plain_answers(int low, int high, bool reversed = false) {
        for (int answer = low; answer <= high && answer < 100; ++answer) {
            const std::string digits = std::to_string(answer);
            known_[slot_of(word_of(digits))] = {static_cast<std::uint32_t>(word_of(digits)),
                                                static_cast<std::uint32_t>(reversed ? high - answer : answer - low)};
        }
    }

    /// Whether a cell is such an answer, or blank; gives its place on the scale, 0 for a blank one. See row_batch for
    /// the bytes behind it.
    bool find(std::string_view cell, std::size_t& place) const {
        const std::uint64_t word = word_of(cell);
        const known_answer& answer = known_[slot_of(word)];
        place = answer.place;
        return answer.word == word;
    }

private:
    struct known_answer {
        std::uint32_t word = 0;  ///< where there is none, that of a blank cell, which has the first slot
        std::uint32_t place = 0;
    };

    /// The first two bytes, zeros behind the end, and the size.
    static std::uint64_t word_of(std::string_view cell) {
        const auto byte = [&](int i) { return std::uint32_t{static_cast<unsigned char>(cell.data()[i])}; };
        constexpr std::uint32_t kept[] = {0, 0xff, 0xffff, 0};
        return ((byte(0) | byte(1) << 8) & kept[cell.size() & 3]) | std::uint64_t{cell.size()} << 16;
    }

    /// Of two digits five bits each tell them apart, and from none.
    static std::size_t slot_of(std::uint64_t word) { return (word & 31) | (word >> 3 & 0x3e0); }

    std::array<known_answer, 1024> known_;
};

}  // namespace cxm
