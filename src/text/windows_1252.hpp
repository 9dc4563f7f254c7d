#pragma once

namespace cxm {

/// The character of a byte of Windows-1252; 0 for the five bytes that it leaves undefined, and for NUL.
constexpr char32_t code_of_windows_1252(unsigned char byte) {
    // Where it differs from Latin 1.
    constexpr char16_t upper[32] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};
    return byte >= 0x80 && byte < 0xa0 ? upper[byte - 0x80] : byte;
}

}  // namespace cxm
